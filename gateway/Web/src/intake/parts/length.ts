import { texts } from '../../texts';
import { formatDays, formatNumber } from '../../ui/format';

/** A length of time given in days, with hours and minutes where it is shorter than one. */
export function formatLength(days: number): string {
  const hours = days * 24;
  if (hours >= 24) {
    return formatDays(days);
  }
  return hours >= 1
    ? texts.request.hours(formatNumber(hours))
    : texts.request.minutes(formatNumber(Math.max(1, Math.round(hours * 60))));
}
