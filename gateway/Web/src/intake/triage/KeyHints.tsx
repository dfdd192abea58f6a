import { Kbd } from '@mantine/core';
import { texts } from '../../texts';
import { SHOWN_KEYS } from '../model/queue';
import classes from './TriagePage.module.css';

const t = texts.triage;

/** What the letters do; nobody learns them from a manual. */
export function KeyHints() {
  return (
    <section className={classes.keys} aria-label={t.keys}>
      {SHOWN_KEYS.map(([key, command]) => (
        <span key={command} className={classes.key}>
          <Kbd size="xs">{key}</Kbd> {t.keyHelp[command]}
        </span>
      ))}
    </section>
  );
}
