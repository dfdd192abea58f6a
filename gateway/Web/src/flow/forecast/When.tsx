import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatDate, formatPercent, formatWhole } from '../../ui/format';
import { barOption } from '../chart/barOption';
import { ChartPanel } from '../chart/ChartPanel';
import { useColours } from '../chart/useColours';
import type { Forecast } from '../types';

const t = texts.flow.forecast;

/** The surer one wants to be, the later the day. */
export function When({ answer, items }: { answer: Forecast; items: number }) {
  const colours = useColours();
  const promises = useMemo(() => answer.when ?? [], [answer]);
  const option = useMemo(
    () =>
      barOption(
        promises.map((one) => ({
          name: `${formatPercent(one.confidence)}\n${formatDate(one.by)}`,
          title: formatDate(one.by),
          value: one.days,
          colour: one.confidence === 0.85 ? colours.accent : (colours.steps[1] ?? colours.accent),
          lines: [
            { name: t.confidence, value: formatPercent(one.confidence) },
            { name: t.inDays, value: formatWhole(one.days) },
          ],
        })),
        t.daysAxis,
        colours,
      ),
    [promises, colours],
  );
  const usual = promises.find((one) => one.confidence === 0.85);
  return (
    <ChartPanel
      name="forecast-when"
      title={t.when(items)}
      measure="when"
      summary={usual ? t.whenSummary(formatDate(usual.by), items) : ''}
      data={{
        rows: promises,
        columns: [
          {
            name: t.confidence,
            value: (row) => row.confidence,
            show: (row) => formatPercent(row.confidence),
            isNumber: true,
          },
          { name: t.by, value: (row) => row.by, show: (row) => formatDate(row.by) },
          { name: t.inDays, value: (row) => row.days, isNumber: true },
        ],
      }}
      drawing={{
        option,
        height: 240,
        stops: {
          count: promises.length,
          at: (index) => {
            const one = promises[index] ?? { confidence: 0, days: 0, by: '' };
            return { x: index, y: one.days, text: `${formatPercent(one.confidence)}: ${one.by && formatDate(one.by)}` };
          },
        },
      }}
    />
  );
}
