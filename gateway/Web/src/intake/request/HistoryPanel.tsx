import { usePeopleNames } from '../../app/directory';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import type { RequestDetail } from '../types';
import classes from './HistoryPanel.module.css';

const t = texts.requestPage;
const STATES: Record<string, string> = { ...texts.status, ...t.historyStates };

/** Every state that it went through, the newest first. */
export function HistoryPanel({ history }: { history: RequestDetail['history'] }) {
  const people = [...new Set(history.flatMap((one) => one.by ?? []))];
  const names = usePeopleNames(people);
  return (
    <Panel title={t.history}>
      <ol className={classes.list}>
        {history.toReversed().map((one) => (
          <li key={`${one.state}${one.at}`} className={classes.entry}>
            <div className={classes.state}>{STATES[one.state] ?? one.state}</div>
            <div className={classes.note}>
              {[formatInstant(one.at), one.isImported ? t.imported : one.by ? names.get(one.by) : null]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {one.note && <div className={classes.reason}>{one.note}</div>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
