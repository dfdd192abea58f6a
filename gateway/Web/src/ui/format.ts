import { texts } from '../texts';

/** Dates and numbers as the person's browser writes them, in the person's time zone. */
export const locale = typeof navigator === 'undefined' ? 'en-GB' : (navigator.languages[0] ?? navigator.language);
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const plainDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const shortPlainDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

export const DAY = 86_400_000;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export const formatInstant = (iso: string): string => dateTime.format(new Date(iso));
export const formatDay = (iso: string): string => date.format(new Date(iso));
export const formatShortDay = (iso: string): string => shortDate.format(new Date(iso));
export const formatTime = (iso: string): string => time.format(new Date(iso));
export const formatPercent = (share: number): string => percent.format(share);
export const formatWhole = (value: number): string => whole.format(value);
export const formatNumber = (value: number): string => oneDigit.format(value);

/** A day without a time, such as a due date: it is the same day everywhere. */
export const formatDate = (day: string): string => plainDate.format(new Date(`${day}T00:00:00Z`));
export const formatShortDate = (day: string): string => shortPlainDate.format(new Date(`${day}T00:00:00Z`));

/** "3 hours ago"; days at most, because weeks are hard to compare. */
export function formatAgo(iso: string, now: number = Date.now()): string {
  const distance = new Date(iso).getTime() - now;
  for (const [unit, length] of STEPS) {
    if (Math.abs(distance) >= length) {
      return relative.format(Math.round(distance / length), unit);
    }
  }
  return relative.format(0, 'second');
}

/** A length of time in days, short: "3.5 d", "today" below a tenth. */
export function formatDays(days: number): string {
  if (days < 0.1) {
    return texts.common.today;
  }
  return texts.common.days(days < 10 ? oneDigit.format(days) : whole.format(days));
}

export const initialsOf = (name: string): string => {
  const parts = name.trim().split(/\s+/);
  const first = parts[0]?.[0] ?? '?';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
};
