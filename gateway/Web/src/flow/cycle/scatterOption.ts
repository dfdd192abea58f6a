import { texts } from '../../texts';
import { formatDay } from '../../ui/format';
import { base, levelLine, timeAxis, valueAxis } from '../chart/axes';
import { tip, tooltip } from '../chart/tip';
import type { Colours } from '../chart/useColours';
import { formatLength } from '../model/length';
import type { ScatterSeries, TimeKind } from '../model/scatter';
import type { CycleTimes, Distribution } from '../types';

const t = texts.flow.cycleTime;

/** Beyond this many, points are drawn as one shape a colour: twenty thousand in a fraction of a second. */
const MANY = 1_500;

interface ScatterFacts {
  series: readonly ScatterSeries[];
  times: Distribution;
  window: CycleTimes['window'];
  colours: Colours;
  kind: TimeKind;
  isLogarithmic: boolean;
  promised: number | undefined;
}

export function scatterOption({ series, times, window, colours, kind, isLogarithmic, promised }: ScatterFacts) {
  const formatter = (given: unknown) => {
    const { seriesIndex, dataIndex } = given as { seriesIndex: number; dataIndex: number };
    const item = series[seriesIndex]?.items[dataIndex];
    if (!item) {
      return '';
    }
    const lines = [
      { name: t.columns.cycle, value: formatLength(item.cycleTimeDays) },
      { name: t.columns.lead, value: formatLength(item.leadTimeDays) },
      { name: t.columns.finished, value: formatDay(item.finishedAt) },
    ];
    return tip(`${item.key} · ${texts.words.category[item.category]}`, lines, texts.flow.chart.opens);
  };
  const isMany = series.reduce((sum, one) => sum + one.items.length, 0) > MANY;
  return {
    ...base(colours),
    tooltip: tooltip(colours, formatter),
    xAxis: timeAxis(colours, window.from, window.to),
    yAxis: isLogarithmic
      ? { ...valueAxis(colours, t.axis), type: 'log', logBase: 10 }
      : valueAxis(colours, t.axis, { min: 0 }),
    series: [
      ...series.map(({ category, points }) => ({
        type: 'scatter',
        name: category,
        data: points,
        dimensions: ['finished', kind],
        symbolSize: isMany ? 4 : 8,
        large: isMany,
        largeThreshold: MANY,
        progressive: 0,
        itemStyle: { color: colours[category], opacity: isMany ? 0.55 : 0.75 },
        emphasis: { disabled: isMany, itemStyle: { opacity: 1, borderColor: colours.text, borderWidth: 1.5 } },
      })),
      lines(times, colours, promised),
    ],
  };
}

/** Percentiles are real items: nearest rank. The expectation is the team's promise, not a measure. */
function lines(times: Distribution, colours: Colours, promised: number | undefined) {
  const levels: [number | null | undefined, string, string][] = [
    [times.p50Days, '50%', colours.good],
    [times.p85Days, '85%', colours.warn],
    [times.p95Days, '95%', colours.danger],
  ];
  const data = levels.flatMap(([value, name, colour]) =>
    value == null ? [] : [levelLine(colours, value, `${name} · ${formatLength(value)}`, colour)],
  );
  const promise =
    promised === undefined
      ? []
      : [levelLine(colours, promised, t.sle(formatLength(promised)), colours.accent, 'insideStartBottom')];
  return {
    type: 'scatter',
    data: [],
    silent: true,
    markLine: { symbol: 'none', z: 8, silent: true, data: [...data, ...promise], emphasis: { disabled: true } },
  };
}
