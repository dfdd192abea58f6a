import { base, nameAxis, valueAxis } from './axes';
import { type TipLine, tip, tooltip } from './tip';
import type { Colours } from './useColours';

export interface Bar {
  name: string;
  value: number;
  colour: string;
  title?: string;
  lines?: TipLine[];
  isFaint?: boolean;
}

/** Upright bars with a name below each; a click opens what is behind one. */
export function barOption(bars: readonly Bar[], axis: string, colours: Colours, hint?: string) {
  return {
    ...base(colours),
    tooltip: tooltip(colours, (given) => {
      const bar = bars[(given as { dataIndex: number }).dataIndex];
      return bar ? tip(bar.title ?? bar.name, bar.lines ?? [{ name: axis, value: String(bar.value) }], hint) : '';
    }),
    xAxis: {
      ...nameAxis(
        colours,
        bars.map((bar) => bar.name),
      ),
      axisLabel: { color: colours.muted, fontSize: 11.5, lineHeight: 16, hideOverlap: true },
    },
    yAxis: valueAxis(colours, axis, { minInterval: 1 }),
    series: [
      {
        type: 'bar',
        barMaxWidth: 42,
        barCategoryGap: '18%',
        data: bars.map((bar) => ({
          value: bar.value,
          itemStyle: { color: bar.colour, opacity: bar.isFaint ? 0.45 : 1, borderRadius: [3, 3, 0, 0] },
        })),
      },
    ],
  };
}
