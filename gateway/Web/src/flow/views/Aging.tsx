import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatWhole } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { agingOption, paceColour } from '../aging/agingOption';
import { ChartPanel } from '../chart/ChartPanel';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { useColours } from '../chart/useColours';
import { type AgingPoint, agingPoints } from '../model/aging';
import { formatLength } from '../model/length';
import { agingQuery, serviceLevelsQuery } from '../queries';
import type { AgingWip } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.aging;
const PACES = ['quick', 'usual', 'slow', 'late', 'unknown'] as const;

export default function Aging() {
  const { scope } = useFlow();
  const query = useQuery(agingQuery(scope));
  const levels = useQuery(serviceLevelsQuery(scope));
  const promised = levels.data?.expectations.find((one) => !one.category && !one.classOfService)?.days;
  return (
    <QueryState query={query} skeleton={<ChartSkeleton height={420} />}>
      {(answer) => <Diagram answer={answer} promised={promised} />}
    </QueryState>
  );
}

/** What is in progress, by the column it stands in and its age, against the pace of what was finished. */
function Diagram({ answer, promised }: { answer: AgingWip; promised: number | undefined }) {
  const colours = useColours();
  const { openCard } = useFlow();
  const isNarrow = useMediaQuery('(max-width: 640px)') ?? false;
  const points = useMemo(() => agingPoints(answer), [answer]);
  const option = useMemo(
    () => agingOption(answer, points, promised, colours, isNarrow),
    [answer, points, promised, colours, isNarrow],
  );
  const oldest = [...points].sort((one, other) => other.item.ageDays - one.item.ageDays);
  const late = points.filter((point) => point.pace === 'late' || point.pace === 'slow').length;
  const finished = Math.max(0, ...answer.columns.map((column) => column.pace.count));
  const shown = PACES.filter((pace) => points.some((point) => point.pace === pace));
  const open = (point: AgingPoint | undefined) => point && openCard(point.item.cardId);
  return (
    <ChartPanel
      name="aging"
      title={t.title}
      measure="aging"
      summary={
        oldest[0]
          ? t.summary(
              points.length,
              late,
              oldest[0].item.key,
              formatLength(oldest[0].item.ageDays),
              formatWhole(finished),
            )
          : ''
      }
      legend={shown.map((pace) => ({ name: t.paces[pace], colour: paceColour(colours, pace) }))}
      empty={t.empty}
      data={{
        rows: oldest,
        columns: [
          { name: t.key, value: ({ item }) => item.key },
          { name: t.column, value: ({ column }) => column },
          {
            name: t.age,
            value: ({ item }) => item.ageDays,
            show: ({ item }) => formatLength(item.ageDays),
            isNumber: true,
          },
          { name: t.pace, value: ({ pace }) => pace, show: ({ pace }) => t.paces[pace] },
          {
            name: t.category,
            value: ({ item }) => item.category,
            show: ({ item }) => texts.words.category[item.category],
          },
        ],
        open,
      }}
      drawing={{
        option,
        height: 440,
        onPoint: (series, index) => (series === 0 ? open(points[index]) : undefined),
        stops: {
          count: points.length,
          at: (index) => {
            const point = points[index] as AgingPoint;
            const { key, ageDays } = point.item;
            const text = t.point(key, point.column, formatLength(ageDays), t.paces[point.pace]);
            return { x: point.x, y: ageDays, text, open: () => open(point) };
          },
        },
      }}
    />
  );
}
