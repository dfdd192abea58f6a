import { intervalOf, type Verdict } from '../model/experiments';
import type { Effect } from '../types';
import classes from './Experiment.module.css';

const percent = (share: number) => `${share * 100}%`;

/** A difference with its 95 % interval, against no difference at all. The words beside it say the same. */
export function IntervalBar({ effect, verdict }: { effect: Effect; verdict: Verdict }) {
  const { left, width, point, zero } = intervalOf(effect);
  return (
    <div className={classes.interval} data-verdict={verdict} aria-hidden>
      <span className={classes.zero} style={{ left: percent(zero) }} />
      <span className={classes.range} style={{ left: percent(left), width: percent(width) }} />
      <span className={classes.point} style={{ left: percent(point) }} />
    </div>
  );
}
