import { texts } from '../../texts';
import { formatPercent, locale } from '../../ui/format';
import type { Metric } from '../types';

const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
const { units } = texts.flow.experiments;

/** A value of a metric with its unit; a ratio is told in percent. */
export const unitOf = (metric: Metric, value: number): string =>
  metric === 'FlowEfficiency' ? formatPercent(value) : units[metric](number.format(value));

export const signed = (metric: Metric, value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${unitOf(metric, Math.abs(value))}`;
