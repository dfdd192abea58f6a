import { SegmentedControl, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { texts } from '../../texts';
import { formatDay, formatPercent, formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { useColours } from '../chart/useColours';
import { ServiceLevels } from '../cycle/ServiceLevels';
import { scatterOption } from '../cycle/scatterOption';
import { TimeDistribution } from '../cycle/TimeDistribution';
import { formatLength } from '../model/length';
import { LEAST, scatterOf, type TimeKind } from '../model/scatter';
import { cycleTimeQuery, serviceLevelsQuery } from '../queries';
import type { CycleTimes, FinishedItem } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.cycleTime;

export default function CycleTime() {
  const { scope } = useFlow();
  const query = useQuery(cycleTimeQuery(scope));
  const levels = useQuery(serviceLevelsQuery(scope));
  const [kind, setKind] = useState<TimeKind>('cycleTimeDays');
  return (
    <QueryState query={query} skeleton={<ChartSkeleton height={400} />}>
      {(answer) => (
        <>
          <Scatter answer={answer} kind={kind} onKind={setKind} />
          <TimeDistribution answer={answer} kind={kind} />
          <QueryState query={levels}>{(sle) => <ServiceLevels levels={sle} />}</QueryState>
        </>
      )}
    </QueryState>
  );
}

interface ScatterProps {
  answer: CycleTimes;
  kind: TimeKind;
  onKind: (kind: TimeKind) => void;
}

/** Each finished item by the day it was finished and how long it took; percentiles across. */
function Scatter({ answer, kind, onKind }: ScatterProps) {
  const colours = useColours();
  const { openCard } = useFlow();
  const [isLogarithmic, setLogarithmic] = useState(false);
  const { items, window } = answer;
  const times = kind === 'cycleTimeDays' ? answer.cycleTime : answer.leadTime;
  const series = useMemo(() => scatterOf(items, kind, isLogarithmic), [items, kind, isLogarithmic]);
  const promised =
    kind === 'cycleTimeDays' ? answer.attainment.filter((one) => !one.category && !one.classOfService) : [];
  const option = useMemo(
    () => scatterOption({ series, times, window, colours, kind, isLogarithmic, promised: promised[0]?.days }),
    [series, times, window, colours, kind, isLogarithmic, promised[0]?.days],
  );
  const open = (item: FinishedItem | undefined) => item && openCard(item.cardId);
  const read = (item: FinishedItem) => t.point(item.key, formatLength(item[kind]), formatDay(item.finishedAt));
  return (
    <ChartPanel
      name={kind === 'cycleTimeDays' ? 'cycle-time' : 'lead-time'}
      title={t.titles[kind]}
      measure={kind === 'cycleTimeDays' ? 'cycleTime' : 'leadTime'}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t.kind}
            value={kind}
            onChange={(value) => onKind(value as TimeKind)}
            data={(['cycleTimeDays', 'leadTimeDays'] as const).map((value) => ({ value, label: t.kinds[value] }))}
          />
          <Switch
            size="xs"
            label={t.logarithmic}
            checked={isLogarithmic}
            onChange={(event) => setLogarithmic(event.currentTarget.checked)}
          />
        </>
      }
      summary={
        times.tooFew || times.p50Days == null || times.p85Days == null || times.p95Days == null
          ? t.tooFew(times.count)
          : t.summary(
              formatWhole(times.count),
              formatLength(times.p50Days),
              formatLength(times.p85Days),
              formatLength(times.p95Days),
            )
      }
      legend={series.map(({ category, items: own }) => ({
        name: texts.words.category[category],
        colour: colours[category],
        note: formatWhole(own.length),
      }))}
      empty={t.empty}
      data={{
        rows: items,
        columns: [
          { name: t.columns.key, value: (row) => row.key },
          { name: t.columns.category, value: (row) => row.category, show: (row) => texts.words.category[row.category] },
          {
            name: t.columns.class,
            value: (row) => row.classOfService,
            show: (row) => texts.words.class[row.classOfService],
          },
          { name: t.columns.finished, value: (row) => row.finishedAt, show: (row) => formatDay(row.finishedAt) },
          {
            name: t.columns.cycle,
            value: (row) => row.cycleTimeDays,
            show: (row) => formatLength(row.cycleTimeDays),
            isNumber: true,
          },
          {
            name: t.columns.lead,
            value: (row) => row.leadTimeDays,
            show: (row) => formatLength(row.leadTimeDays),
            isNumber: true,
          },
        ],
        open,
      }}
      drawing={{
        option,
        height: 400,
        onPoint: (place, index) => open(series[place]?.items[index]),
        stops: {
          count: items.length,
          at: (index) => {
            const item = items[index] as FinishedItem;
            const y = isLogarithmic ? Math.max(LEAST, item[kind]) : item[kind];
            return { x: Date.parse(item.finishedAt), y, text: read(item), open: () => open(item) };
          },
        },
      }}
    >
      {promised[0] && promised[0].attained != null && (
        <Text size="sm">
          {t.promise(
            formatLength(promised[0].days),
            formatPercent(promised[0].probability),
            formatPercent(promised[0].attained),
          )}
        </Text>
      )}
    </ChartPanel>
  );
}
