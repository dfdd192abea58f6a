import { CATEGORIES, type Category, OPEN, PRACTICES, type Practice, STATUSES, type Status } from '../types';

/** What a list of requests is narrowed to; it stands in the address, so that a list can be sent to somebody. */
export interface RequestFilter {
  /** One's own alone; what is not said is for the page to decide. */
  mine?: boolean;
  /** One status, or all that are open. */
  status?: Status | 'Open';
  customer?: string;
  category?: Category;
  practice?: Practice;
  team?: string;
  q?: string;
  openAt?: string;
  from?: string;
  before?: string;
  oldestFirst?: boolean;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function oneOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

/** Leaves out what is not there: an absent part does not narrow. */
function present<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}

function instant(value: unknown): string | undefined {
  const written = text(value);
  return written !== undefined && !Number.isNaN(Date.parse(written)) ? written : undefined;
}

/** Reads the filter out of an address; what makes no sense there is left out. */
export function filterFrom(search: Record<string, unknown>): RequestFilter {
  return present({
    mine: typeof search.mine === 'boolean' ? search.mine : undefined,
    status: oneOf(search.status, [...STATUSES, 'Open'] as const),
    customer: text(search.customer),
    category: oneOf(search.category, CATEGORIES),
    practice: oneOf(search.practice, PRACTICES),
    team: text(search.team),
    q: text(search.q) ?? (typeof search.q === 'number' ? String(search.q) : undefined),
    openAt: instant(search.openAt),
    from: instant(search.from),
    before: instant(search.before),
  }) as RequestFilter;
}

/** The same as the service is asked. */
export function queryOf(filter: RequestFilter) {
  const { mine, status, customer, team, from, before, ...rest } = filter;
  return present({
    ...rest,
    mine: mine === true ? true : undefined,
    status: status === undefined ? undefined : status === 'Open' ? [...OPEN] : [status],
    customerId: customer,
    teamId: team,
    submittedFrom: from,
    submittedBefore: before,
  });
}

export const isNarrowed = ({ mine: _, ...filter }: RequestFilter): boolean => Object.keys(present(filter)).length > 0;
