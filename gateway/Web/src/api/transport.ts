import { connection } from './connection';
import { networkProblem } from './problem';
import { signInAgain } from './session';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const PAUSES = [400, 1500];

/** Not randomUUID: that one is there on secure origins alone. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function prepared(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('X-Requested-With', 'FlowPlatform');
  if (WRITES.has(request.method) && !headers.has('Idempotency-Key')) {
    // A request whose answer was lost can be repeated: it has one effect.
    headers.set('Idempotency-Key', newKey());
  }
  return new Request(request, { headers });
}

async function attempt(request: Request): Promise<Response | null> {
  try {
    const response = await fetch(request.clone());
    connection.reached();
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    return null;
  }
}

function mayPass(response: Response | null): boolean {
  return response !== null && ![502, 503, 504].includes(response.status);
}

/** Sends a request of the page: marked as its own, repeated where the way failed, and again after a new sign-in. */
export async function send(original: Request): Promise<Response> {
  const request = prepared(original);
  let response = await attempt(request);
  for (const pause of PAUSES) {
    if (mayPass(response)) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    response = await attempt(request);
  }
  if (response === null) {
    connection.failed();
    throw networkProblem();
  }
  if (response.status === 401 && !new URL(request.url).pathname.startsWith('/session')) {
    // The dialog stands over the page, so that nothing typed is lost; then the same request goes on.
    await signInAgain();
    return (await attempt(request)) ?? response;
  }
  return response;
}
