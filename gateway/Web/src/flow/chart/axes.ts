import { formatNumber, formatShortDay, locale } from '../../ui/format';
import type { Colours } from './useColours';

const FONT = "'Inter Variable', system-ui, sans-serif";
const monthOf = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });

/** The frame that all charts share: no animation, so that what is shown is true at once. */
export const base = (colours: Colours) => ({
  animation: false,
  textStyle: { fontFamily: FONT, color: colours.muted },
  grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
});

const labels = (colours: Colours) => ({ color: colours.muted, fontSize: 11.5, hideOverlap: true });

/** Days of a calendar, one place each. */
export const dayAxis = (colours: Colours, days: readonly string[], isGapped = false) => ({
  type: 'category',
  data: days,
  boundaryGap: isGapped,
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { ...labels(colours), formatter: (day: string) => monthOf.format(new Date(`${day}T12:00:00`)) },
});

/** Instants. */
export const timeAxis = (colours: Colours, from: string, to: string) => ({
  type: 'time',
  min: new Date(from).getTime(),
  max: new Date(to).getTime(),
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { ...labels(colours), formatter: (at: number) => formatShortDay(new Date(at).toISOString()) },
});

export const nameAxis = (colours: Colours, names: readonly string[]) => ({
  type: 'category',
  data: names,
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { ...labels(colours), color: colours.text, interval: 0, hideOverlap: false },
});

export const valueAxis = (colours: Colours, name: string, more: Record<string, unknown> = {}) => ({
  type: 'value',
  name,
  nameLocation: 'end',
  nameGap: 12,
  nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -6], fontSize: 11.5 },
  axisLabel: { ...labels(colours), formatter: (value: number) => formatNumber(value) },
  splitLine: { lineStyle: { color: colours.grid } },
  ...more,
});

/** A dashed line across the plot at a value, with its name on a ground of its own. */
export const levelLine = (
  colours: Colours,
  value: number,
  name: string,
  colour: string,
  position: 'insideEndTop' | 'insideStartBottom' = 'insideEndTop',
) => ({
  yAxis: value,
  lineStyle: { color: colour, type: 'dashed', width: 1.3 },
  label: {
    formatter: name,
    position,
    color: colour,
    fontSize: 11.5,
    fontWeight: 600,
    backgroundColor: colours.surface,
    padding: [1, 4],
    borderRadius: 3,
  },
});
