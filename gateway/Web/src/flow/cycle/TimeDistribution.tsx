import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatNumber, formatWhole } from '../../ui/format';
import { base, nameAxis, valueAxis } from '../chart/axes';
import { ChartPanel } from '../chart/ChartPanel';
import { tip, tooltip } from '../chart/tip';
import { useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import { type Bin, histogramOf, type TimeKind } from '../model/scatter';
import type { CycleTimes } from '../types';

const t = texts.flow.cycleTime;

/** How the times are spread: a few long ones make the mean say little. */
export function TimeDistribution({ answer, kind }: { answer: CycleTimes; kind: TimeKind }) {
  const colours = useColours();
  const bins = useMemo(() => histogramOf(answer.items.map((item) => item[kind])), [answer, kind]);
  const times = kind === 'cycleTimeDays' ? answer.cycleTime : answer.leadTime;
  const option = useMemo(() => {
    const names = bins.map((bin) => formatNumber(bin.from));
    return {
      ...base(colours),
      tooltip: tooltip(colours, (given) => {
        const bin = bins[(given as { dataIndex: number }).dataIndex];
        return bin ? tip(between(bin), [{ name: t.items, value: formatWhole(bin.count) }]) : '';
      }),
      xAxis: { ...nameAxis(colours, names), axisLabel: { color: colours.muted, fontSize: 11.5, hideOverlap: true } },
      yAxis: valueAxis(colours, t.items, { minInterval: 1 }),
      series: [
        {
          type: 'bar',
          data: bins.map((bin) => bin.count),
          barCategoryGap: '12%',
          itemStyle: { color: colours.steps[2], borderRadius: [3, 3, 0, 0] },
        },
      ],
    };
  }, [bins, colours]);
  if (answer.items.length === 0) {
    return null;
  }
  return (
    <ChartPanel
      name="time-distribution"
      title={t.spread[kind]}
      measure="percentile"
      summary={
        times.meanDays != null && times.p50Days != null
          ? t.spreadSummary(formatLength(times.p50Days), formatLength(times.meanDays))
          : t.tooFew(times.count)
      }
      data={{
        rows: bins,
        columns: [
          { name: t.fromDays, value: (bin) => bin.from, show: (bin) => formatNumber(bin.from), isNumber: true },
          { name: t.toDays, value: (bin) => bin.to, show: (bin) => formatNumber(bin.to), isNumber: true },
          { name: t.items, value: (bin) => bin.count, isNumber: true },
        ],
      }}
      drawing={{
        option,
        height: 220,
        stops: {
          count: bins.length,
          at: (index) => {
            const bin = bins[index] as Bin;
            return { x: index, y: bin.count, text: `${between(bin)}: ${formatWhole(bin.count)}` };
          },
        },
      }}
    />
  );
}

const between = (bin: Bin): string => t.between(formatNumber(bin.from), formatNumber(bin.to));
