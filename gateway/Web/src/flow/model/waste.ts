import type { Cause, FlowEfficiency, ItemAccount } from '../types';

export const TICKS_PER_DAY = 864_000_000_000;

/** The account adds up when its causes are the lead time, to the tick of 100 ns. */
export function remainderOf({ causes, leadTimeTicks }: Pick<FlowEfficiency, 'causes' | 'leadTimeTicks'>): number {
  return causes.reduce((sum, cause) => sum + cause.ticks, 0) - leadTimeTicks;
}

const ORDER = ['Active', 'Queue', 'WaitingForPerson', 'WaitingForApproval', 'Blocked', 'Reopened'];
const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Active first, then waste by kind, the largest reason of a kind first. */
export const sortedCauses = (causes: readonly Cause[]): Cause[] =>
  [...causes].sort((one, other) => place(one.class) - place(other.class) || other.ticks - one.ticks);

export interface ClassTime {
  class: string;
  ticks: number;
  days: number;
  share: number;
}

/** By class alone, whatever the reasons. */
export function byClass(causes: readonly Cause[]): ClassTime[] {
  const found = new Map<string, ClassTime>();
  for (const { class: name, ticks, days, share } of sortedCauses(causes)) {
    const sum = found.get(name) ?? { class: name, ticks: 0, days: 0, share: 0 };
    found.set(name, { class: name, ticks: sum.ticks + ticks, days: sum.days + days, share: sum.share + share });
  }
  return [...found.values()];
}

export interface Strip {
  class: string;
  reason: string | null;
  /** Shares of the item's own time on the board. */
  left: number;
  width: number;
}

/** An item's pieces as a strip from its commitment to its end. */
export function stripsOf({ pieces }: ItemAccount): Strip[] {
  const start = Date.parse(pieces[0]?.from ?? '');
  const length = Date.parse(pieces.at(-1)?.to ?? '') - start;
  return pieces.map((piece) => ({
    class: piece.class,
    reason: piece.reason ?? null,
    left: length > 0 ? (Date.parse(piece.from) - start) / length : 0,
    width: length > 0 ? (Date.parse(piece.to) - Date.parse(piece.from)) / length : 1,
  }));
}
