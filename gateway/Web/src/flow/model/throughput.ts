import { addDays, dayStart } from './window';

export interface DayCount {
  day: string;
  finished: number;
}

export interface Period extends DayCount {
  /** The last day of it. */
  to: string;
  /** Cut by an end of the window, so that it cannot be compared with the others. */
  isPart: boolean;
}

/** Weeks from Monday on; the first and the last one may be cut by the window. */
export function weeksOf(days: readonly DayCount[]): Period[] {
  const weeks: Period[] = [];
  for (const { day, finished } of days) {
    const monday = addDays(day, -((dayStart(day).getDay() + 6) % 7));
    const last = weeks.at(-1);
    if (last && addDays(last.to, 1) === day && mondayOf(last) === monday) {
      last.to = day;
      last.finished += finished;
    } else {
      weeks.push({ day, to: day, finished, isPart: false });
    }
  }
  return weeks.map((week) => ({ ...week, isPart: addDays(week.day, 6) !== week.to }));
}

const mondayOf = ({ day }: DayCount): string => addDays(day, -((dayStart(day).getDay() + 6) % 7));

export const singleDays = (days: readonly DayCount[]): Period[] =>
  days.map((one) => ({ ...one, to: one.day, isPart: false }));

export interface Frequency {
  finished: number;
  periods: number;
}

/** In how many periods so many were finished; those with none count, and so do numbers between that never came. */
export function distributionOf(periods: readonly Period[]): Frequency[] {
  const whole = periods.filter((period) => !period.isPart);
  const most = whole.reduce((greatest, { finished }) => Math.max(greatest, finished), 0);
  const found: Frequency[] = Array.from({ length: whole.length > 0 ? most + 1 : 0 }, (_, finished) => ({
    finished,
    periods: 0,
  }));
  for (const { finished } of whole) {
    const one = found[finished];
    if (one) {
      one.periods++;
    }
  }
  return found;
}
