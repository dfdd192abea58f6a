import type { Side } from './pivot';

/** What is looked at of the workload; it stands in the address. */
export interface WorkloadSearch {
  by?: Side;
  weeks?: number;
  /** A day; the workload at its end. */
  asOf?: string;
}

export const WEEKS = [12, 26, 52] as const;

export function workloadSearchFrom(search: Record<string, unknown>): WorkloadSearch {
  const by = (['customer', 'category', 'practice'] as const).find((one) => one === search.by);
  const weeks = WEEKS.find((one) => one === Number(search.weeks));
  const asOf = typeof search.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.asOf) ? search.asOf : undefined;
  return { ...(by ? { by } : {}), ...(weeks ? { weeks } : {}), ...(asOf ? { asOf } : {}) };
}

/** The end of a day in the person's time zone; nothing for today and later, which is now. */
export function instantOf(asOf: string | undefined, now: number): string | undefined {
  if (!asOf) {
    return undefined;
  }
  const [year, month, day] = asOf.split('-').map(Number);
  const end = new Date(year ?? 1970, (month ?? 1) - 1, (day ?? 1) + 1).getTime();
  return end > now || Number.isNaN(end) ? undefined : new Date(end).toISOString();
}
