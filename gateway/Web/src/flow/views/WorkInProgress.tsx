import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatNumber, formatPercent, formatShortDate, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { base, dayAxis, levelLine, valueAxis } from '../chart/axes';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { Figures } from '../chart/Figures';
import { tip, tooltip } from '../chart/tip';
import { type Colours, useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import { windowOfDay } from '../model/window';
import { wipQuery } from '../queries';
import type { Wip } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.wip;
/** Beyond a tenth, the three sides are not of one steady flow. */
const NOTABLE = 0.1;

export default function WorkInProgress() {
  const { scope } = useFlow();
  const query = useQuery(wipQuery(scope));
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <LittlesLaw answer={answer} />
          <Run answer={answer} />
        </>
      )}
    </QueryState>
  );
}

/** Three figures, none computed from another; how far they are from each other is the check. */
function LittlesLaw({ answer }: { answer: Wip }) {
  const { openItems } = useFlow();
  const { averageWip, throughputPerDay, averageCycleTimeDays, relativeResidual } = answer.littlesLaw;
  const isOff = relativeResidual != null && Math.abs(relativeResidual) > NOTABLE;
  return (
    <Figures
      figures={[
        {
          name: t.now,
          value: formatWhole(answer.atEnd),
          note: t.nowNote,
          measure: 'wip',
          open: () => openItems({ title: t.now, of: 'InProgress' }),
          openLabel: t.openNow(answer.atEnd),
        },
        { name: t.average, value: formatNumber(averageWip), note: t.averageNote, measure: 'wip' },
        { name: t.throughput, value: formatNumber(throughputPerDay), note: t.perDay, measure: 'throughput' },
        { name: t.cycleTime, value: formatLength(averageCycleTimeDays), note: t.mean, measure: 'cycleTime' },
        {
          name: t.residual,
          value: relativeResidual == null ? '–' : formatPercent(relativeResidual),
          note: isOff ? t.unsteady : t.steady,
          tone: isOff ? 'warn' : undefined,
          measure: 'littlesLaw',
        },
      ]}
    />
  );
}

function Run({ answer }: { answer: Wip }) {
  const colours = useColours();
  const { openItems } = useFlow();
  const { days, average } = answer;
  const option = useMemo(() => optionOf(answer, colours), [answer, colours]);
  const most = days.reduce((greatest, day) => Math.max(greatest, day.wip), 0);
  const open = (day: Wip['days'][number] | undefined) => {
    if (day) {
      // The points are of the first instant of a day.
      const start = windowOfDay(day.day, new Date()).from;
      const from = new Date(Date.parse(start) - 1000).toISOString();
      openItems({ title: t.onDay(formatShortDate(day.day)), of: 'InProgress', from, to: start });
    }
  };
  return (
    <ChartPanel
      name="wip"
      title={t.title}
      measure="wip"
      summary={t.summary(formatNumber(average), formatWhole(most), formatWhole(answer.atEnd))}
      empty={t.empty}
      data={{
        rows: most === 0 ? [] : days,
        columns: [
          { name: t.day, value: (row) => row.day, show: (row) => formatShortDate(row.day) },
          { name: t.wip, value: (row) => row.wip, isNumber: true },
        ],
        open,
      }}
      drawing={{
        option,
        height: 320,
        onPlace: (x) => open(days[Math.round(x)]),
        stops: {
          count: days.length,
          at: (index) => {
            const day = days[index] as Wip['days'][number];
            const text = `${formatShortDate(day.day)}: ${formatWhole(day.wip)}`;
            return { x: index, y: day.wip, text, open: () => open(day) };
          },
        },
      }}
    />
  );
}

const optionOf = ({ days, average }: Wip, colours: Colours) => ({
  ...base(colours),
  tooltip: tooltip(
    colours,
    (given) => {
      const day = days[(given as { dataIndex: number }[])[0]?.dataIndex ?? 0];
      return tip(formatShortDate(day?.day ?? ''), [{ name: t.wip, value: formatWhole(day?.wip ?? 0) }], t.hint);
    },
    'axis',
  ),
  xAxis: dayAxis(
    colours,
    days.map((day) => day.day),
  ),
  yAxis: valueAxis(colours, t.axis, { min: 0, minInterval: 1 }),
  series: [
    {
      type: 'line',
      step: 'end',
      symbol: 'none',
      data: days.map((day) => day.wip),
      lineStyle: { color: colours.steps[2], width: 2 },
      areaStyle: { color: colours.steps[2], opacity: 0.14 },
      markLine: {
        symbol: 'none',
        silent: true,
        data: [levelLine(colours, average, `${t.average} ${formatNumber(average)}`, colours.muted)],
      },
    },
  ],
});
