import type { components } from './generated/gateway';
import { networkProblem, problemOf } from './problem';

export type Session = components['schemas']['SessionResponse'];

type Waiting = { resolve: () => void };

/**
 * Who is signed in. The session itself is in a cookie that no script can read; the page knows the person alone. When
 * it ends while somebody works, requests wait here until they signed in again.
 */
class SessionKeeper {
  private waiting: Waiting[] = [];
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly hasExpired = (): boolean => this.waiting.length > 0;

  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ resolve });
      this.tell();
    });
  }

  resume(): void {
    const all = this.waiting;
    this.waiting = [];
    this.tell();
    for (const one of all) {
      one.resolve();
    }
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export const sessionKeeper = new SessionKeeper();

export function signInAgain(): Promise<void> {
  return sessionKeeper.wait();
}

const HEADERS = { 'X-Requested-With': 'FlowPlatform', 'Content-Type': 'application/json' };

async function ask(method: string, body?: unknown): Promise<Response> {
  try {
    return await fetch('/session', {
      method,
      headers: HEADERS,
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw networkProblem();
  }
}

/** The person who is signed in, or null. */
export async function readSession(): Promise<Session | null> {
  const answer = await ask('GET');
  if (answer.status === 401) {
    return null;
  }
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return (await answer.json()) as Session;
}

export async function signIn(email: string, password: string): Promise<Session> {
  const answer = await ask('POST', { email, password });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return (await answer.json()) as Session;
}

export async function signOut(): Promise<void> {
  const answer = await ask('DELETE');
  if (!answer.ok) {
    throw await problemOf(answer);
  }
}
