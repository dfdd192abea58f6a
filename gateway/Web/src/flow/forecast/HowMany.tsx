import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatWhole } from '../../ui/format';
import type { Forecast } from '../types';
import { Promises } from './Promises';

const t = texts.flow.forecast;

/** The surer one wants to be, the fewer can be promised. */
export function HowMany({ answer, days }: { answer: Forecast; days: number }) {
  const promises = useMemo(
    () =>
      (answer.howMany ?? []).map((one) => ({
        ...one,
        height: one.items,
        said: t.atLeast(formatWhole(one.items), days),
      })),
    [answer, days],
  );
  return (
    <Promises
      name="forecast-how-many"
      title={t.howMany(days)}
      measure="howMany"
      promises={promises}
      axis={t.itemsAxis}
      summary={(usual) => t.howManySummary(formatWhole(usual.items), days)}
      columns={[{ name: t.itemsAxis, value: (row) => row.items, isNumber: true }]}
    />
  );
}
