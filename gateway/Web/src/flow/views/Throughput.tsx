import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { texts } from '../../texts';
import { formatNumber, formatShortDate, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { barOption } from '../chart/barOption';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { useColours } from '../chart/useColours';
import { type Period, singleDays, weeksOf } from '../model/throughput';
import { windowOfDay } from '../model/window';
import { throughputQuery } from '../queries';
import { Rates } from '../throughput/Rates';
import { ThroughputSpread } from '../throughput/ThroughputSpread';
import type { Throughput as Answer } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.throughput;

export default function Throughput() {
  const { scope } = useFlow();
  const query = useQuery(throughputQuery(scope));
  const [by, setBy] = useState<'week' | 'day'>('week');
  return (
    <QueryState query={query} skeleton={<ChartSkeleton />}>
      {(answer) => (
        <>
          <Rates answer={answer} />
          <Run answer={answer} by={by} onBy={setBy} />
          <ThroughputSpread periods={by === 'week' ? weeksOf(answer.days) : singleDays(answer.days)} by={by} />
        </>
      )}
    </QueryState>
  );
}

interface RunProps {
  answer: Answer;
  by: 'week' | 'day';
  onBy: (by: 'week' | 'day') => void;
}

const nameOf = (period: Period): string =>
  period.day === period.to
    ? formatShortDate(period.day)
    : texts.flow.between(formatShortDate(period.day), formatShortDate(period.to));

function Run({ answer, by, onBy }: RunProps) {
  const colours = useColours();
  const { openItems } = useFlow();
  const periods = useMemo(() => (by === 'week' ? weeksOf(answer.days) : singleDays(answer.days)), [answer, by]);
  const option = useMemo(
    () =>
      barOption(
        periods.map((period) => ({
          name: formatShortDate(period.day),
          title: nameOf(period),
          value: period.finished,
          colour: colours.steps[2] ?? colours.accent,
          isFaint: period.isPart,
          lines: [{ name: t.finished, value: formatWhole(period.finished) }],
        })),
        t.axis,
        colours,
        t.hint,
      ),
    [periods, colours],
  );
  const open = (period: Period | undefined) => {
    if (period) {
      const now = new Date();
      const [from, to] = [windowOfDay(period.day, now).from, windowOfDay(period.to, now).to];
      openItems({ title: t.finishedIn(nameOf(period)), of: 'Finished', from, to });
    }
  };
  const most = periods.reduce((best, one) => Math.max(best, one.finished), 0);
  const none = periods.filter((one) => one.finished === 0 && !one.isPart).length;
  return (
    <ChartPanel
      name="throughput"
      title={t.titles[by]}
      measure="throughput"
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t.by}
          value={by}
          onChange={(value) => onBy(value === 'day' ? 'day' : 'week')}
          data={[
            { value: 'week', label: t.week },
            { value: 'day', label: t.day },
          ]}
        />
      }
      summary={t.summary(answer.total, formatNumber(answer.perDay * 7), most, none, by)}
      empty={t.empty}
      data={{
        rows: answer.total === 0 ? [] : periods,
        columns: [
          { name: texts.flow.filter.from, value: (row) => row.day, show: (row) => formatShortDate(row.day) },
          { name: texts.flow.filter.to, value: (row) => row.to, show: (row) => formatShortDate(row.to) },
          { name: t.finished, value: (row) => row.finished, isNumber: true },
        ],
        open,
      }}
      drawing={{
        option,
        height: 300,
        onPoint: (_series, index) => open(periods[index]),
        stops: {
          count: periods.length,
          at: (index) => {
            const period = periods[index] as Period;
            const text = `${nameOf(period)}: ${formatWhole(period.finished)}`;
            return { x: index, y: period.finished, text, open: () => open(period) };
          },
        },
      }}
    />
  );
}
