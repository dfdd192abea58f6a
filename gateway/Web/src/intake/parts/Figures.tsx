import type { ReactNode } from 'react';
import classes from './Figures.module.css';

export interface Figure {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'danger' | 'good' | undefined;
}

/** A few figures side by side, each with its name. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ name, value, note, tone }) => (
        <div key={name} className={classes.figure}>
          <dt className={classes.name}>{name}</dt>
          <dd className={classes.value} data-tone={tone}>
            {value}
          </dd>
          {note && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
