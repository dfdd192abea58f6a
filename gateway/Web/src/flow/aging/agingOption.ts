import { texts } from '../../texts';
import { base, levelLine, valueAxis } from '../chart/axes';
import { tip, tooltip } from '../chart/tip';
import type { Colours } from '../chart/useColours';
import type { AgingPoint } from '../model/aging';
import { formatLength } from '../model/length';
import type { AgingWip } from '../types';

const t = texts.flow.aging;

const PACES = { quick: 'good', usual: 'accent', slow: 'warn', late: 'danger', unknown: 'muted' } as const;

export const paceColour = (colours: Colours, pace: AgingPoint['pace']): string => colours[PACES[pace]];

const BANDS = [
  { of: 'p50Days', colour: 'good', name: '50%' },
  { of: 'p85Days', colour: 'warn', name: '85%' },
  { of: 'p95Days', colour: 'danger', name: '95%' },
] as const;

/** A ground a column, that changes where half, most and nearly all finished items had left it. */
export function agingOption(
  { columns }: AgingWip,
  points: readonly AgingPoint[],
  promised: number | undefined,
  colours: Colours,
  isNarrow: boolean,
) {
  const paces = columns.flatMap(({ pace }) => pace.p95Days ?? []);
  const greatest = Math.max(1, promised ?? 0, ...paces, ...points.map((point) => point.item.ageDays));
  const top = greatest > 5 ? Math.ceil((greatest * 1.05) / 5) * 5 : Math.ceil(greatest * 1.05);
  const axisLabel = {
    color: colours.muted,
    fontSize: 11.5,
    formatter: (days: number) => texts.common.days(String(days)),
  };
  const axis = {
    ...valueAxis(colours, ''),
    min: -0.5,
    max: columns.length - 0.5,
    interval: 1,
    splitLine: { show: false },
    axisLabel: { show: false },
    axisTick: { show: false },
    axisLine: { onZero: false, lineStyle: { color: colours.line } },
  };
  return {
    ...base(colours),
    grid: { left: 8, right: 16, top: 4, bottom: 4, containLabel: true },
    tooltip: tooltip(colours, (given) => {
      const point = points[(given as { dataIndex: number }).dataIndex];
      return point ? tipOf(point, colours) : '';
    }),
    xAxis: [axis, headings(columns, colours, isNarrow)],
    yAxis: {
      ...valueAxis(colours, '', { min: 0, max: top, axisLine: { show: false }, axisTick: { show: false } }),
      axisLabel,
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 13,
        data: points.map((point) => ({
          value: [point.x, point.item.ageDays],
          itemStyle: { color: paceColour(colours, point.pace) },
        })),
        itemStyle: { borderColor: colours.surface, borderWidth: 1.5 },
        z: 5,
        ...(promised === undefined
          ? {}
          : {
              markLine: {
                symbol: 'none',
                silent: true,
                data: [
                  levelLine(colours, promised, t.sle(formatLength(promised)), colours.accent, 'insideStartBottom'),
                ],
              },
            }),
      },
      ...columns.map((column, place) => grounds(column, place, top, colours)),
    ],
  };
}

function tipOf({ item, column, pace }: AgingPoint, colours: Colours) {
  const lines = [
    { name: t.age, value: formatLength(item.ageDays) },
    { name: t.column, value: column },
    { name: t.pace, value: t.paces[pace], colour: paceColour(colours, pace) },
  ];
  return tip(`${item.key} · ${texts.words.category[item.category]}`, lines, texts.flow.chart.opens);
}

/** The columns' names above, with how many stand there. */
const headings = (columns: AgingWip['columns'], colours: Colours, isNarrow: boolean) => ({
  type: 'category',
  position: 'top',
  data: columns.map(({ column, items }) => `${column}\n${t.cards(items.length)}`),
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: {
    color: colours.text,
    fontSize: isNarrow ? 10.5 : 12,
    lineHeight: isNarrow ? 13 : 16,
    interval: 0,
    overflow: isNarrow ? 'break' : 'truncate',
    width: isNarrow ? 46 : 110,
  },
});

function grounds({ pace }: AgingWip['columns'][number], place: number, top: number, colours: Colours) {
  let from = 0;
  const data = BANDS.flatMap(({ of, colour, name }) => {
    const to = pace[of];
    if (to == null) {
      return [];
    }
    const area = [
      { xAxis: place - 0.47, yAxis: from, itemStyle: { color: colours[colour], opacity: 0.13 } },
      { xAxis: place + 0.47, yAxis: to },
    ];
    const label = { show: true, position: 'insideTopRight', formatter: name, color: colours.muted, fontSize: 10.5 };
    from = to;
    return [[{ ...area[0], label }, area[1]]];
  });
  if (from > 0) {
    data.push([
      {
        xAxis: place - 0.47,
        yAxis: from,
        itemStyle: { color: colours.danger, opacity: 0.24 },
        label: { show: false } as never,
      },
      { xAxis: place + 0.47, yAxis: top },
    ]);
  }
  return { type: 'scatter', data: [], silent: true, markArea: { silent: true, data } };
}
