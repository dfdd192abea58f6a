import { texts } from '../../texts';
import { formatNumber, formatWhole } from '../../ui/format';
import { changeOf } from '../model/pivot';
import { Figures } from '../parts/Figures';
import type { Workload } from '../types';

const t = texts.workload;

/** How much there is, and whether it grows. */
export function Rates({ workload: { open, timeToClear, weeks } }: { workload: Workload }) {
  const whole = Math.max(0, weeks.length - 1);
  const change = changeOf(timeToClear);
  const said = { grows: t.growing, shrinks: t.shrinking, steady: () => t.steady }[change.kind](formatNumber(change.by));
  const clear =
    open === 0 ? t.clearNone : timeToClear.weeks == null ? t.clearNever : t.clearWeeks(formatNumber(timeToClear.weeks));
  return (
    <Figures
      figures={[
        {
          name: t.open,
          value: formatWhole(open),
          note: said,
          tone: change.kind === 'grows' ? 'danger' : change.kind === 'shrinks' ? 'good' : undefined,
        },
        { name: t.arrivals, value: formatNumber(timeToClear.arrivalsPerWeek), note: t.rateHelp(whole) },
        { name: t.departures, value: formatNumber(timeToClear.departuresPerWeek), note: t.rateHelp(whole) },
        { name: t.clear, value: clear, note: t.clearHelp },
      ]}
    />
  );
}
