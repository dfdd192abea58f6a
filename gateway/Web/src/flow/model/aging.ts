import type { AgingItem, AgingWip } from '../types';

export interface AgingPoint {
  item: AgingItem;
  column: string;
  /** The place of its column, and how far beside its middle, so that cards of one age stand side by side. */
  x: number;
  /** How its age compares with what finished items were when they left this column. */
  pace: 'quick' | 'usual' | 'slow' | 'late' | 'unknown';
}

const SPREAD = 0.62;

export function agingPoints({ columns }: AgingWip): AgingPoint[] {
  return columns.flatMap(({ column, pace, items }, place) =>
    items.map((item, index) => ({
      item,
      column,
      x: place + (items.length === 1 ? 0 : (index / (items.length - 1) - 0.5) * SPREAD),
      pace: paceOf(item.ageDays, pace),
    })),
  );
}

function paceOf(age: number, pace: AgingWip['columns'][number]['pace']): AgingPoint['pace'] {
  const { p50Days: p50, p85Days: p85, p95Days: p95 } = pace;
  if (p50 == null || p85 == null || p95 == null) {
    return 'unknown';
  }
  if (age > p95) {
    return 'late';
  }
  return age > p85 ? 'slow' : age > p50 ? 'usual' : 'quick';
}
