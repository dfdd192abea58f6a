import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { base, valueAxis } from '../chart/axes';
import { tip, tooltip } from '../chart/tip';
import { type Colours, causeColour } from '../chart/useColours';
import { formatLength } from '../model/length';
import type { Cause } from '../types';

const t = texts.flow.waste;

/** One bar that is the whole lead time, cut by cause. */
export function wasteOption(causes: readonly Cause[], colours: Colours) {
  const words = texts.words.blocker as Record<string, string>;
  return {
    ...base(colours),
    grid: { left: 2, right: 2, top: 4, bottom: 4, containLabel: true },
    tooltip: tooltip(colours, (given) => {
      const cause = causes[(given as { seriesIndex: number }).seriesIndex];
      if (!cause) {
        return '';
      }
      const name = texts.flow.causes[cause.class] ?? cause.class;
      const lines = [
        { name: t.share, value: formatPercent(cause.share), colour: causeColour(colours, cause.class) },
        { name: t.days, value: formatLength(cause.days) },
      ];
      return tip(cause.reason ? `${name}: ${words[cause.reason] ?? cause.reason}` : name, lines, t.hint);
    }),
    xAxis: valueAxis(colours, '', {
      min: 0,
      max: 1,
      axisLabel: { color: colours.muted, fontSize: 11.5, formatter: (value: number) => formatPercent(value) },
    }),
    yAxis: { type: 'category', data: [''], axisLine: { show: false }, axisTick: { show: false } },
    series: causes.map((cause) => ({
      type: 'bar',
      stack: 'lead time',
      barWidth: 40,
      data: [cause.share],
      cursor: 'pointer',
      itemStyle: { color: causeColour(colours, cause.class), borderColor: colours.surface, borderWidth: 1 },
    })),
  };
}
