import type { LiveState } from '../live/liveStream';
import { texts } from '../texts';
import classes from './LiveMark.module.css';

const WORDS = { live: texts.frame.live, connecting: texts.frame.connecting, lost: texts.frame.lost };

export function LiveMark({ state }: { state: LiveState }) {
  return (
    <span className={classes.mark} data-state={state} role="status">
      {WORDS[state]}
    </span>
  );
}
