import type { Direction, Effect, Experiment, Metric } from '../types';
import { dayOf } from './window';

export interface Retrospective {
  /** The day, by the person's own calendar, on which these were decided together. */
  day: string;
  experiments: Experiment[];
}

export interface Retrospectives {
  /** Over, and waiting for the next retrospective to decide. */
  due: Experiment[];
  running: Experiment[];
  decided: Retrospective[];
}

/** Experiments as the retrospectives see them: what is to be decided, what runs, and what was decided when. */
export function retrospectivesOf(experiments: readonly Experiment[], now: Date): Retrospectives {
  const open = experiments.filter((one) => one.status === 'Running');
  const isOver = (one: Experiment) => new Date(one.endsAt) <= now;
  const days = new Map<string, Experiment[]>();
  for (const one of experiments) {
    if (one.decidedAt) {
      const day = dayOf(new Date(one.decidedAt));
      days.set(day, [...(days.get(day) ?? []), one]);
    }
  }
  return {
    due: open.filter(isOver),
    running: open.filter((one) => !isOver(one)),
    decided: [...days]
      .map(([day, found]) => ({ day, experiments: found }))
      .sort((one, other) => other.day.localeCompare(one.day)),
  };
}

/** The way in which a metric mostly ought to go. */
export const USUAL_DIRECTION: Record<Metric, Direction> = {
  Throughput: 'Increase',
  CycleTime: 'Decrease',
  LeadTime: 'Decrease',
  FlowEfficiency: 'Increase',
  WastePerItem: 'Decrease',
  BlockedPerItem: 'Decrease',
  DebtNetPaydown: 'Increase',
};

export type Verdict = 'better' | 'worse' | 'unclear';

/** Whether an interval lies wholly on one side of nothing. */
export function verdictOf(effect: Effect, direction: Direction): Verdict {
  const { low, high } = effect;
  if (low == null || high == null || (low <= 0 && high >= 0)) {
    return 'unclear';
  }
  return low > 0 === (direction === 'Increase') ? 'better' : 'worse';
}

export interface Interval {
  left: number;
  width: number;
  point: number;
  zero: number;
}

/** Where an interval, its middle and nothing lie on a line, in shares of its length. */
export function intervalOf({ difference, low, high }: Effect): Interval {
  const [from, to] = [low ?? difference, high ?? difference];
  const [least, most] = [Math.min(0, from, difference), Math.max(0, to, difference)];
  const length = most - least || 1;
  const margin = length * 0.08;
  const place = (value: number) => (value - least + margin) / (length + 2 * margin);
  return { left: place(from), width: place(to) - place(from), point: place(difference), zero: place(0) };
}
