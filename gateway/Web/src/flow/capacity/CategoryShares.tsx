import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatPercent, formatWhole } from '../../ui/format';
import { base, nameAxis, valueAxis } from '../chart/axes';
import { ChartPanel } from '../chart/ChartPanel';
import { tip, tooltip } from '../chart/tip';
import { type Colours, useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import type { CategoryShares as Answer } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.categories;
type Row = Answer['categories'][number];
const nameOf = ({ category }: Row): string => texts.words.category[category];
const share = (value: number | null | undefined) => (value == null ? '–' : formatPercent(value));

/** Where the capacity went, by what was finished and by time in progress, against what was wished. */
export function CategoryShares({ answer }: { answer: Answer }) {
  const colours = useColours();
  const { openItems } = useFlow();
  const { categories } = answer;
  const option = useMemo(() => optionOf(categories, colours), [categories, colours]);
  const open = (row: Row | undefined) =>
    row && openItems({ title: t.finishedOf(nameOf(row)), of: 'Finished', category: row.category });
  const largest = [...categories].sort((one, other) => (other.share ?? 0) - (one.share ?? 0))[0];
  const isEmpty = categories.every((row) => row.finished === 0 && !row.wipShare);
  return (
    <ChartPanel
      name="categories"
      title={t.title}
      measure="categoryShare"
      summary={largest?.share == null ? t.nothing : t.summary(nameOf(largest), formatPercent(largest.share))}
      legend={[
        { name: t.finishedShare, colour: colours.steps[3] ?? '' },
        { name: t.wipShare, colour: colours.steps[1] ?? '' },
        { name: t.target, colour: colours.text, isLine: true },
      ]}
      empty={t.empty}
      data={{
        rows: isEmpty ? [] : categories,
        columns: [
          { name: t.category, value: (row) => row.category, show: nameOf },
          { name: t.finished, value: (row) => row.finished, isNumber: true },
          { name: t.finishedShare, value: (row) => row.share, show: (row) => share(row.share), isNumber: true },
          { name: t.wipShare, value: (row) => row.wipShare, show: (row) => share(row.wipShare), isNumber: true },
          { name: t.target, value: (row) => row.targetShare, show: (row) => share(row.targetShare), isNumber: true },
          {
            name: t.longestWait,
            value: (row) => row.longestWaitDays,
            show: (row) => (row.longestWaitDays == null ? '–' : formatLength(row.longestWaitDays)),
            isNumber: true,
          },
          { name: t.withoutEntry, value: (row) => row.longestWithoutEntry, isNumber: true },
        ],
        open,
      }}
      drawing={{
        option,
        height: 300,
        onPoint: (_series, index) => open(categories[index]),
        stops: {
          count: categories.length,
          at: (index) => {
            const row = categories[index] as Row;
            const text = t.point(nameOf(row), formatWhole(row.finished), share(row.share), share(row.targetShare));
            return { x: index, y: row.share ?? 0, text, open: () => open(row) };
          },
        },
      }}
    />
  );
}

function optionOf(rows: readonly Row[], colours: Colours) {
  const bar = (name: string, colour: string | undefined, value: (row: Row) => number | null | undefined) => ({
    type: 'bar',
    name,
    barMaxWidth: 34,
    itemStyle: { color: colour, borderRadius: [3, 3, 0, 0] },
    data: rows.map((row) => value(row) ?? 0),
  });
  return {
    ...base(colours),
    tooltip: tooltip(colours, (given) => {
      const row = rows[(given as { dataIndex: number }).dataIndex];
      const lines = row && [
        { name: t.finishedShare, value: share(row.share), colour: colours.steps[3] ?? '' },
        { name: t.wipShare, value: share(row.wipShare), colour: colours.steps[1] ?? '' },
        { name: t.target, value: share(row.targetShare) },
      ];
      return row && lines ? tip(nameOf(row), lines, t.hint) : '';
    }),
    xAxis: nameAxis(colours, rows.map(nameOf)),
    yAxis: valueAxis(colours, '', {
      min: 0,
      axisLabel: { color: colours.muted, formatter: (value: number) => formatPercent(value) },
    }),
    series: [
      bar(t.finishedShare, colours.steps[3], (row) => row.share),
      bar(t.wipShare, colours.steps[1], (row) => row.wipShare),
      {
        type: 'scatter',
        name: t.target,
        symbol: 'rect',
        symbolSize: [78, 3],
        z: 5,
        itemStyle: { color: colours.text },
        data: rows.flatMap((row, index) => (row.targetShare == null ? [] : [[index, row.targetShare]])),
      },
    ],
  };
}
