import { texts } from '../../texts';
import { formatShortDate, formatWhole } from '../../ui/format';
import type { Workload } from '../types';
import classes from './FlowBars.module.css';

const t = texts.workload;

/** What came and what went, week by week: two bars each, and the numbers as a table for those who read them. */
export function FlowBars({ weeks }: { weeks: Workload['weeks'] }) {
  const most = Math.max(1, ...weeks.flatMap((one) => [one.arrivals, one.departures + one.removals]));
  const every = Math.ceil(weeks.length / 13);
  return (
    <figure className={classes.figure}>
      <p className={classes.legend}>
        <span data-kind="came">{t.came}</span>
        <span data-kind="went">{t.went}</span>
        <span data-kind="removed">{t.removed}</span>
      </p>
      <div className={classes.chart} aria-hidden>
        {weeks.map((one, index) => (
          <div key={one.week} className={classes.week} data-last={index === weeks.length - 1 || undefined}>
            <div className={classes.pair} title={titleOf(one)}>
              <span className={classes.came} style={heightOf(one.arrivals, most)} />
              <span className={classes.gone} style={heightOf(one.departures + one.removals, most)}>
                <span className={classes.removed} style={{ flexGrow: one.removals }} />
                <span className={classes.went} style={{ flexGrow: one.departures }} />
              </span>
            </div>
            <span className={classes.day}>{index % every === 0 ? formatShortDate(one.week) : ''}</span>
          </div>
        ))}
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{t.flow}</caption>
          <thead>
            <tr>
              {[t.week, t.came, t.went, t.removed].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((one) => (
              <tr key={one.week}>
                <th scope="row">{formatShortDate(one.week)}</th>
                <td>{one.arrivals}</td>
                <td>{one.departures}</td>
                <td>{one.removals}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

const heightOf = (count: number, most: number) => ({ height: `${(count / most) * 100}%` });

function titleOf({ week, arrivals, departures, removals }: Workload['weeks'][number]): string {
  const parts: [string, number][] = [
    [t.came, arrivals],
    [t.went, departures],
    [t.removed, removals],
  ];
  return `${t.week} ${formatShortDate(week)}\n${parts.map(([name, count]) => `${name}: ${formatWhole(count)}`).join('\n')}`;
}
