import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatShortDate } from '../../ui/format';
import { base, dayAxis, valueAxis } from '../chart/axes';
import { ChartPanel } from '../chart/ChartPanel';
import { tip, tooltip } from '../chart/tip';
import { useColours } from '../chart/useColours';
import type { CumulativeDay } from '../model/cumulative';
import { windowOfDay } from '../model/window';
import { useFlow } from '../useFlow';

const t = texts.flow.cumulative;

/** Moves backwards are a line of their own: the diagram counts first entries, and never falls. */
export function Backflow({ days }: { days: CumulativeDay[] }) {
  const colours = useColours();
  const { openItems } = useFlow();
  const moved = useMemo(() => days.filter((day) => day.backflow > 0), [days]);
  const option = useMemo(
    () => ({
      ...base(colours),
      tooltip: tooltip(
        colours,
        (given) => {
          const day = days[(given as { dataIndex: number }[])[0]?.dataIndex ?? 0];
          return tip(formatShortDate(day?.day ?? ''), [{ name: t.backflow, value: String(day?.backflow ?? 0) }]);
        },
        'axis',
      ),
      xAxis: dayAxis(
        colours,
        days.map((day) => day.day),
        true,
      ),
      yAxis: valueAxis(colours, t.backflowAxis, { minInterval: 1 }),
      series: [
        { type: 'bar', data: days.map((day) => day.backflow), itemStyle: { color: colours.warn }, barMaxWidth: 14 },
      ],
    }),
    [days, colours],
  );
  if (moved.length === 0) {
    return null;
  }
  const open = (day: CumulativeDay) =>
    openItems({ title: t.backOn(formatShortDate(day.day)), of: 'Backflow', ...windowOfDay(day.day, new Date()) });
  return (
    <ChartPanel
      name="backflow"
      title={t.backflow}
      measure="backflow"
      summary={t.backflowSummary(
        moved.reduce((sum, day) => sum + day.backflow, 0),
        moved.length,
      )}
      data={{
        rows: moved,
        columns: [
          { name: t.day, value: (row) => row.day, show: (row) => formatShortDate(row.day) },
          { name: t.backflow, value: (row) => row.backflow, isNumber: true },
        ],
        open,
      }}
      drawing={{
        option,
        height: 170,
        onPoint: (_series, index) => days[index] && open(days[index]),
        stops: {
          count: moved.length,
          at: (index) => {
            const day = moved[index] as CumulativeDay;
            const text = `${formatShortDate(day.day)}: ${day.backflow}`;
            return { x: day.index, y: day.backflow, text, open: () => open(day) };
          },
        },
      }}
    />
  );
}
