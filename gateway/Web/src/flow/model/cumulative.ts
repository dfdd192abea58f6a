import type { CumulativeFlow } from '../types';

export interface CumulativeDay {
  day: string;
  index: number;
  /** By column, in order: how many had ever entered it or a later one by the end of the day. */
  entered: number[];
  /** By column: how many of these had not gone further; the last one is everything that is done. */
  inside: number[];
  backflow: number;
}

export function daysOfFlow({ days, lines, backflow }: CumulativeFlow): CumulativeDay[] {
  return days.map((day, index) => {
    const entered = lines.map((line) => line.values[index] ?? 0);
    return {
      day,
      index,
      entered,
      inside: entered.map((value, k) => value - (entered[k + 1] ?? 0)),
      backflow: backflow[index] ?? 0,
    };
  });
}

/** Where the diagram begins, in tens: what was done before the window would only press the rest flat. */
export const baselineOf = (days: readonly CumulativeDay[]): number =>
  Math.floor((days[0]?.entered.at(-1) ?? 0) / 10) * 10;

/** Which band lies at this height on a day: the last column whose line reaches above it; -1 above all of them. */
export function bandAt(day: CumulativeDay, height: number): number {
  return day.entered.findLastIndex((value) => value >= height);
}

export interface CumulativeSummary {
  arrived: number;
  departed: number;
  onBoard: number;
  onBoardBefore: number;
}

/** What came, what left, and what the board held at both ends of the window. */
export function summaryOf(days: readonly CumulativeDay[]): CumulativeSummary {
  const [first, last] = [days[0], days.at(-1)];
  const on = (day: CumulativeDay | undefined) => (day ? (day.entered[0] ?? 0) - (day.entered.at(-1) ?? 0) : 0);
  return {
    arrived: (last?.entered[0] ?? 0) - (first?.entered[0] ?? 0),
    departed: (last?.entered.at(-1) ?? 0) - (first?.entered.at(-1) ?? 0),
    onBoard: on(last),
    onBoardBefore: on(first),
  };
}
