import type { SimulatedFigures, Simulation } from '../types';

export interface Course extends SimulatedFigures {
  name: 'observed' | 'replayed' | 'simulated';
}

export const coursesOf = ({ observed, replayed, simulated }: Simulation): Course[] => [
  { ...observed, name: 'observed' },
  { ...replayed, name: 'replayed' },
  { ...simulated, name: 'simulated' },
];

export const FIGURES = [
  { name: 'finished', of: (course: Course): number | null => course.finished },
  { name: 'perWeek', of: (course: Course): number | null => course.perDay * 7 },
  { name: 'wip', of: (course: Course): number | null => course.averageWip },
  { name: 'p50', of: (course: Course): number | null => course.cycleTime.p50Days ?? null },
  { name: 'p85', of: (course: Course): number | null => course.cycleTime.p85Days ?? null },
  { name: 'p95', of: (course: Course): number | null => course.cycleTime.p95Days ?? null },
] as const;

/** How much more, as a share of what was; null where there is nothing to compare with. */
export const differenceOf = (before: number | null | undefined, after: number | null | undefined): number | null =>
  before == null || after == null || before === 0 ? null : (after - before) / before;

/** How far the replay under the limits in force is from what happened: so far is the other one to be trusted. */
export const trustOf = ({ observed, replayed }: Simulation): number | null =>
  differenceOf(observed.cycleTime.p85Days, replayed.cycleTime.p85Days);
