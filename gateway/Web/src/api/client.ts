import createClient, { type Client } from 'openapi-fetch';
import type { paths as AiPaths } from './generated/ai';
import type { paths as BoardPaths } from './generated/board';
import type { paths as ChangesPaths } from './generated/changes';
import type { paths as IdentityPaths } from './generated/identity';
import type { paths as IntakePaths } from './generated/intake';
import type { paths as PrioritisationPaths } from './generated/prioritisation';
import { problemFrom } from './problem';
import { send } from './transport';

function clientOf<Paths extends object>(): Client<Paths> {
  // Ids stand in paths like {cardId}:finish; the library writes the values where the braces are.
  return createClient<Paths>({ baseUrl: '/api', fetch: send });
}

/** One typed client a service; all of them speak to the gateway. */
export const api = {
  board: clientOf<BoardPaths>(),
  intake: clientOf<IntakePaths>(),
  prioritisation: clientOf<PrioritisationPaths>(),
  changes: clientOf<ChangesPaths>(),
  identity: clientOf<IdentityPaths>(),
  ai: clientOf<AiPaths>(),
};

interface Answer<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** The data of an answer; a refusal or failure is thrown as a Problem. */
export async function dataOf<T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await asked;
  if (!response.ok) {
    throw problemFrom(response.status, error);
  }
  return data as NonNullable<T>;
}

/** For answers without a body. */
export async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  await dataOf(asked);
}
