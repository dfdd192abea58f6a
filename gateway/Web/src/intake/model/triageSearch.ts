import { CATEGORIES, type Category } from '../types';
import type { RequestFilter } from './filter';

/** What the queue is narrowed to, and which request is looked at; it stands in the address. */
export interface TriageSearch {
  state?: 'Triaged';
  customer?: string;
  category?: Category;
  team?: string;
  /** Days that a request is old at least. */
  age?: number;
  request?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function triageSearchFrom(search: Record<string, unknown>): TriageSearch {
  const age = Number(search.age);
  const found: Record<string, unknown> = {
    state: search.state === 'Triaged' ? 'Triaged' : undefined,
    customer: text(search.customer),
    category: CATEGORIES.find((one) => one === search.category),
    team: text(search.team),
    age: Number.isInteger(age) && age > 0 ? age : undefined,
    request: text(search.request),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The queue as the list of requests is asked for it. Ages are counted from the beginning of the hour, so that a page stays the same. */
export function filterOfQueue({ state, customer, category, team, age }: TriageSearch, now: number): RequestFilter {
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  return {
    status: state ?? 'Submitted',
    oldestFirst: true,
    ...(customer ? { customer } : {}),
    ...(category ? { category } : {}),
    ...(team ? { team } : {}),
    ...(age ? { before: new Date(hour - age * 86_400_000).toISOString() } : {}),
  };
}
