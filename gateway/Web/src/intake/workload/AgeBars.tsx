import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';
import { formatWhole } from '../../ui/format';
import { behind } from '../model/pivot';
import type { Workload } from '../types';
import classes from './Bars.module.css';

const t = texts.workload;

/** Open work by age, as lying bars: the longer it lies, the darker. */
export function AgeBars({ workload, instant }: { workload: Workload; instant: string | undefined }) {
  const most = Math.max(1, ...workload.byAge.map((one) => one.open));
  return (
    <ul className={classes.bars}>
      {workload.byAge.map(({ name, open }, index) => {
        const label = t.ages[name] ?? name;
        const band = workload.ageBands.find((one) => one.name === name);
        const style = { '--share': `${(open / most) * 100}%`, '--age': index } as React.CSSProperties;
        const content = (
          <>
            <span className={classes.label}>{label}</span>
            <span className={classes.track}>{open > 0 && <span className={classes.fill} />}</span>
            <span className={classes.value}>{formatWhole(open)}</span>
          </>
        );
        return (
          <li key={name}>
            {open === 0 ? (
              <div className={classes.bar}>{content}</div>
            ) : (
              <Link to="/requests" search={behind(instant, band)} className={classes.bar} style={style}>
                {content}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
