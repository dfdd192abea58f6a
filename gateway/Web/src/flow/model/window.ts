import { CATEGORIES, type Category, CLASSES, type ClassOfService } from '../../board/types';

/** What the address says: the last so many days, or two days of the person's calendar, both included. */
export interface FlowSearch {
  days?: number;
  from?: string;
  to?: string;
  category?: Category;
  class?: ClassOfService;
}

/** The half-open window that is asked for, in instants; without an end it ends now. */
export interface FlowWindow {
  from: string;
  to?: string;
}

export const PRESETS = [30, 90, 180, 365];
export const USUAL_DAYS = 90;
const MOST_DAYS = 3650;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(dayStart(value).getTime());

/** Keeps what makes sense of an address that anybody may have typed. */
export function searchOf(raw: Record<string, unknown>): FlowSearch {
  const search: FlowSearch = {};
  const days = Number(raw.days);
  if (isDay(raw.from) && isDay(raw.to) && raw.from <= raw.to) {
    search.from = raw.from;
    search.to = raw.to;
  } else if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS && days !== USUAL_DAYS) {
    search.days = days;
  }
  const category = CATEGORIES.find((one) => one === raw.category);
  const classOfService = CLASSES.find((one) => one === raw.class);
  return { ...search, ...(category ? { category } : {}), ...(classOfService ? { class: classOfService } : {}) };
}

/** The first instant of a day of the person's own calendar. */
export function dayStart(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The day, by the person's own calendar, so many days later. */
export function addDays(day: string, count: number): string {
  const start = dayStart(day);
  return dayOf(new Date(start.getFullYear(), start.getMonth(), start.getDate() + count));
}

export function dayOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The days that the window covers, both included. */
export function daysOf(search: FlowSearch, now: Date): { from: string; to: string } {
  const today = dayOf(now);
  return search.from && search.to
    ? { from: search.from, to: search.to }
    : { from: addDays(today, 1 - (search.days ?? USUAL_DAYS)), to: today };
}

/** A window that reaches today ends now, not tonight: nothing has happened after that. */
export function windowOf(search: FlowSearch, now: Date): FlowWindow {
  const { from, to } = daysOf(search, now);
  const start = dayStart(from).toISOString();
  return to >= dayOf(now) ? { from: start } : { from: start, to: dayStart(addDays(to, 1)).toISOString() };
}

/** One day as a window, cut at its end and, today, at this moment. */
export function windowOfDay(day: string, now: Date): Required<FlowWindow> {
  const [start, end] = [dayStart(day), dayStart(addDays(day, 1))];
  return { from: start.toISOString(), to: (end > now && start < now ? now : end).toISOString() };
}
