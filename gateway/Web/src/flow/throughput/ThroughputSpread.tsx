import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatWhole } from '../../ui/format';
import { barOption } from '../chart/barOption';
import { ChartPanel } from '../chart/ChartPanel';
import { useColours } from '../chart/useColours';
import { distributionOf, type Frequency, type Period } from '../model/throughput';

const t = texts.flow.throughput;

/** How often so many were finished: what forecasts are drawn from. */
export function ThroughputSpread({ periods, by }: { periods: Period[]; by: 'week' | 'day' }) {
  const colours = useColours();
  const spread = useMemo(() => distributionOf(periods), [periods]);
  const option = useMemo(
    () =>
      barOption(
        spread.map((one) => ({
          name: String(one.finished),
          title: t.finishedCount(one.finished),
          value: one.periods,
          colour: colours.steps[5] ?? colours.accent,
          lines: [{ name: t.periods[by], value: formatWhole(one.periods) }],
        })),
        t.periods[by],
        colours,
      ),
    [spread, by, colours],
  );
  if (spread.every((one) => one.finished === 0)) {
    return null;
  }
  const whole = spread.reduce((sum, one) => sum + one.periods, 0);
  const usual = [...spread].sort((one, other) => other.periods - one.periods)[0] as Frequency;
  return (
    <ChartPanel
      name="throughput-distribution"
      title={t.spread[by]}
      measure="throughput"
      summary={t.spreadSummary(whole, usual.finished, by)}
      data={{
        rows: spread,
        columns: [
          { name: t.finished, value: (row) => row.finished, isNumber: true },
          { name: t.periods[by], value: (row) => row.periods, isNumber: true },
        ],
      }}
      drawing={{
        option,
        height: 220,
        stops: {
          count: spread.length,
          at: (index) => {
            const one = spread[index] as Frequency;
            return {
              x: index,
              y: one.periods,
              text: `${t.finishedCount(one.finished)}: ${one.periods} ${t.periods[by]}`,
            };
          },
        },
      }}
    />
  );
}
