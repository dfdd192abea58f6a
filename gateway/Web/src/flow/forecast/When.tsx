import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatDate } from '../../ui/format';
import type { Forecast } from '../types';
import { Promises } from './Promises';

const t = texts.flow.forecast;

/** The surer one wants to be, the later the day. */
export function When({ answer, items }: { answer: Forecast; items: number }) {
  const promises = useMemo(
    () =>
      (answer.when ?? []).map((one) => ({
        ...one,
        height: one.days,
        said: formatDate(one.by),
        below: formatDate(one.by),
      })),
    [answer],
  );
  return (
    <Promises
      name="forecast-when"
      title={t.when(items)}
      measure="when"
      promises={promises}
      axis={t.daysAxis}
      summary={(usual) => t.whenSummary(formatDate(usual.by), items)}
      columns={[
        { name: t.by, value: (row) => row.by, show: (row) => formatDate(row.by) },
        { name: t.inDays, value: (row) => row.days, isNumber: true },
      ]}
    />
  );
}
