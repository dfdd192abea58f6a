import { newKey } from '../../api/transport';
import { bodyOf, type Kind, USUAL_KIND } from '../types';

/** A request that is being written. */
export interface Draft {
  title: string;
  description: string;
  customer: string;
  team: string;
  kind: Kind;
}

export const NO_DRAFT: Draft = { title: '', description: '', customer: '', team: '', kind: USUAL_KIND };

export const bodyOfDraft = (draft: Draft, customer: string) => ({
  title: draft.title.trim(),
  description: draft.description.trim() === '' ? null : draft.description,
  customerId: customer,
  teamId: draft.team === '' ? null : draft.team,
  ...bodyOf(draft.kind),
});

/** The key under which words were sent, and the words. */
export interface Sent {
  words: string;
  key: string;
}

/** The same words go under the same key, however often they are sent and after a reload too: one request comes of them. */
export function keyFor(body: object, before: Sent | null, make: () => string = newKey): Sent {
  const words = JSON.stringify(body);
  return before?.words === words ? before : { words, key: make() };
}
