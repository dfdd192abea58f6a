import { texts } from '../../texts';
import { formatPercent, formatShortDate, formatWhole } from '../../ui/format';
import { base, dayAxis, valueAxis } from '../chart/axes';
import { tip, tooltip } from '../chart/tip';
import type { Colours } from '../chart/useColours';
import type { Calibration } from '../types';

const t = texts.flow.forecast;

/** What would have been promised, from the surest to the boldest, as a band; and a dot for what happened. */
export function pastOption({ forecasts, bands }: Calibration, colours: Colours) {
  const least = forecasts.map((one) => Math.min(...one.promised));
  const most = forecasts.map((one) => Math.max(...one.promised));
  const formatter = (given: unknown) => {
    const one = forecasts[(given as { dataIndex: number }[])[0]?.dataIndex ?? 0];
    const promised = (one?.promised ?? []).map((items, place) => ({
      name: t.promisedAt(formatPercent(bands[place]?.confidence ?? 0)),
      value: formatWhole(items),
    }));
    const happened = { name: t.happened, value: formatWhole(one?.happened ?? 0), colour: colours.text };
    return tip(formatShortDate(one?.on ?? ''), [...promised, happened]);
  };
  const quiet = { type: 'line', symbol: 'none', lineStyle: { color: colours.accent, width: 1 }, stack: 'promised' };
  return {
    ...base(colours),
    tooltip: tooltip(colours, formatter, 'axis'),
    xAxis: dayAxis(
      colours,
      forecasts.map((one) => one.on),
      true,
    ),
    yAxis: valueAxis(colours, t.itemsAxis, { min: 0, minInterval: 1 }),
    series: [
      { ...quiet, data: least },
      {
        ...quiet,
        data: most.map((value, index) => value - (least[index] ?? 0)),
        areaStyle: { color: colours.accent, opacity: 0.16 },
      },
      {
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: colours.text, borderColor: colours.surface, borderWidth: 1 },
        data: forecasts.map((one) => one.happened),
        z: 5,
      },
    ],
  };
}
