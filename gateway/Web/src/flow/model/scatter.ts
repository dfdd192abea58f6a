import { CATEGORIES, type Category } from '../../board/types';
import type { FinishedItem } from '../types';

export type TimeKind = 'cycleTimeDays' | 'leadTimeDays';

/** Points of one colour, in two numbers each: this is what draws twenty thousand of them at once. */
export interface ScatterSeries {
  category: Category;
  points: Float64Array;
  items: FinishedItem[];
}

/** A logarithm has no zero: what took less than a minute or two stands on the lowest line. */
export const LEAST = 1 / 1000;

export function scatterOf(items: readonly FinishedItem[], kind: TimeKind, isLogarithmic = false): ScatterSeries[] {
  return CATEGORIES.map((category) => {
    const own = items.filter((item) => item.category === category);
    const points = new Float64Array(2 * own.length);
    for (const [index, item] of own.entries()) {
      points[2 * index] = Date.parse(item.finishedAt);
      points[2 * index + 1] = isLogarithmic ? Math.max(LEAST, item[kind]) : item[kind];
    }
    return { category, points, items: own };
  }).filter((series) => series.items.length > 0);
}

export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** Equal bins of a round width, at most so many; the last one ends after the greatest value. */
export function histogramOf(values: readonly number[], most = 30): Bin[] {
  if (values.length === 0) {
    return [];
  }
  let greatest = 0;
  for (const value of values) {
    greatest = Math.max(greatest, value);
  }
  const width = roundWidth(greatest / most);
  const bins: Bin[] = Array.from({ length: Math.floor(greatest / width) + 1 }, (_, bin) => ({
    from: bin * width,
    to: (bin + 1) * width,
    count: 0,
  }));
  for (const value of values) {
    const bin = bins[Math.floor(value / width)];
    if (bin) {
      bin.count++;
    }
  }
  return bins;
}

const WIDTHS = [1 / 24, 0.125, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 100, 200, 500];

function roundWidth(least: number): number {
  return WIDTHS.find((width) => width >= least) ?? Math.ceil(least / 500) * 500;
}
