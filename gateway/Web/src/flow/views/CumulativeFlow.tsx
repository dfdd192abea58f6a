import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatShortDate, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { base, dayAxis, valueAxis } from '../chart/axes';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { tip, tooltip } from '../chart/tip';
import { type Colours, stepColour, useColours } from '../chart/useColours';
import type { ChartData } from '../model/csv';
import { bandAt, baselineOf, type CumulativeDay, daysOfFlow, summaryOf } from '../model/cumulative';
import { windowOfDay } from '../model/window';
import { cfdQuery } from '../queries';
import type { CumulativeFlow as Answer } from '../types';
import { useFlow } from '../useFlow';
import { Backflow } from './Backflow';

const t = texts.flow.cumulative;

export default function CumulativeFlow() {
  const { scope } = useFlow();
  const query = useQuery(cfdQuery(scope));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <Diagram answer={answer} />
          <Backflow days={daysOfFlow(answer)} />
        </>
      )}
    </QueryState>
  );
}

function Diagram({ answer }: { answer: Answer }) {
  const colours = useColours();
  const open = useOpenBand(answer);
  const days = useMemo(() => daysOfFlow(answer), [answer]);
  const option = useMemo(() => optionOf(answer, days, colours), [answer, days, colours]);
  const { arrived, departed, onBoard, onBoardBefore } = summaryOf(days);
  const names = answer.lines.map((line) => line.column);
  const read = (day: CumulativeDay) => names.map((name, k) => `${name} ${formatWhole(day.inside[k] ?? 0)}`).join(', ');
  const isEmpty = days.every((day) => day.entered[0] === 0);
  return (
    <ChartPanel
      name="cumulative-flow"
      title={t.title}
      measure="cumulative"
      summary={t.summary(arrived, departed, onBoardBefore, onBoard)}
      legend={names.map((name, k) => ({ name, colour: stepColour(colours, k, names.length) }))}
      empty={t.empty}
      data={isEmpty ? { ...dataOf(names, days), rows: [] } : dataOf(names, days)}
      drawing={{
        option,
        height: 400,
        onPlace: (x, y) => {
          const day = days[Math.round(x)];
          const band = day ? bandAt(day, y) : -1;
          if (day && band >= 0) {
            open(day, band);
          }
        },
        stops: {
          count: days.length,
          at: (index) => {
            const day = days[index] as CumulativeDay;
            const text = `${formatShortDate(day.day)}: ${read(day)}`;
            return { x: index, y: day.entered[0] ?? 0, text, open: () => open(day, null) };
          },
        },
      }}
    />
  );
}

/** A band opens to the cards that stood in its column at the end of that day; the last one to what had been finished. */
function useOpenBand({ lines }: Answer) {
  const { openItems, window } = useFlow();
  return (day: CumulativeDay, band: number | null) => {
    const { from, to } = windowOfDay(day.day, new Date());
    const name = band === null ? null : lines[band]?.column;
    const when = formatShortDate(day.day);
    if (band !== null && band === lines.length - 1) {
      openItems({ title: t.finishedBy(when), of: 'Finished', from: window.from, to });
    } else {
      openItems({
        title: t.standing(name ?? t.theBoard, when),
        of: 'OnBoard',
        from,
        to,
        ...(name ? { column: name } : {}),
      });
    }
  };
}

const dataOf = (names: string[], days: CumulativeDay[]): ChartData<CumulativeDay> => ({
  rows: days,
  columns: [
    { name: t.day, value: (row) => row.day, show: (row) => formatShortDate(row.day) },
    ...names.map((name, k) => ({ name, value: (row: CumulativeDay) => row.entered[k] ?? 0, isNumber: true })),
    { name: t.backflow, value: (row) => row.backflow, isNumber: true },
  ],
});

function optionOf({ lines, days: dates }: Answer, days: CumulativeDay[], colours: Colours) {
  const hint = t.hint;
  const formatter = (given: unknown) => {
    const day = days[(given as { dataIndex: number }[])[0]?.dataIndex ?? 0] as CumulativeDay;
    const rows = lines.map(({ column }, k) => ({
      name: column,
      value: formatWhole(day.inside[k] ?? 0),
      colour: stepColour(colours, k, lines.length),
    }));
    return tip(formatShortDate(day.day), rows, hint);
  };
  return {
    ...base(colours),
    tooltip: tooltip(colours, formatter, 'axis'),
    xAxis: dayAxis(colours, dates),
    yAxis: valueAxis(colours, t.axis, { min: baselineOf(days), minInterval: 1 }),
    series: lines.map((line, k) => ({
      type: 'line',
      name: line.column,
      data: line.values,
      symbol: 'none',
      cursor: 'pointer',
      step: false,
      lineStyle: { width: 1, color: stepColour(colours, k, lines.length) },
      itemStyle: { color: stepColour(colours, k, lines.length) },
      // What is done is the ground that the rest stands on.
      areaStyle: {
        color: k === lines.length - 1 ? colours.done : stepColour(colours, k, lines.length),
        origin: 'start',
        opacity: 1,
      },
      emphasis: { disabled: true },
      z: k + 2,
    })),
  };
}
