import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatPercent, formatWhole } from '../../ui/format';
import { barOption } from '../chart/barOption';
import { ChartPanel } from '../chart/ChartPanel';
import { useColours } from '../chart/useColours';
import type { Forecast } from '../types';

const t = texts.flow.forecast;

/** The surer one wants to be, the fewer can be promised. */
export function HowMany({ answer, days }: { answer: Forecast; days: number }) {
  const colours = useColours();
  const promises = useMemo(() => answer.howMany ?? [], [answer]);
  const option = useMemo(
    () =>
      barOption(
        promises.map((one) => ({
          name: formatPercent(one.confidence),
          title: t.atLeast(formatWhole(one.items), days),
          value: one.items,
          colour: one.confidence === 0.85 ? colours.accent : (colours.steps[1] ?? colours.accent),
          lines: [{ name: t.confidence, value: formatPercent(one.confidence) }],
        })),
        t.itemsAxis,
        colours,
      ),
    [promises, days, colours],
  );
  const usual = promises.find((one) => one.confidence === 0.85);
  return (
    <ChartPanel
      name="forecast-how-many"
      title={t.howMany(days)}
      measure="howMany"
      summary={usual ? t.howManySummary(formatWhole(usual.items), days) : ''}
      data={{
        rows: promises,
        columns: [
          {
            name: t.confidence,
            value: (row) => row.confidence,
            show: (row) => formatPercent(row.confidence),
            isNumber: true,
          },
          { name: t.itemsAxis, value: (row) => row.items, isNumber: true },
        ],
      }}
      drawing={{
        option,
        height: 220,
        stops: {
          count: promises.length,
          at: (index) => {
            const one = promises[index] ?? { confidence: 0, items: 0 };
            return {
              x: index,
              y: one.items,
              text: `${formatPercent(one.confidence)}: ${t.atLeast(formatWhole(one.items), days)}`,
            };
          },
        },
      }}
    />
  );
}
