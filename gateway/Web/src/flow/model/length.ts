import { texts } from '../../texts';
import { formatDays, formatNumber } from '../../ui/format';

const [HOURS, MINUTES] = [24, 1440];

/** A length of time as people say it: days, and below one day hours or minutes. */
export function formatLength(days: number): string {
  if (days >= 1 || days <= 0) {
    return days === 0 ? texts.common.days('0') : formatDays(days);
  }
  return days * HOURS >= 1
    ? texts.flow.hours(formatNumber(days * HOURS))
    : texts.flow.minutes(formatNumber(Math.max(1, Math.round(days * MINUTES))));
}
