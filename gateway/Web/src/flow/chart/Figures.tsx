import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Definition, type MeasureName } from './Definition';
import classes from './Figures.module.css';

export interface Figure {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'good' | 'warn' | 'danger' | undefined;
  measure?: MeasureName;
  open?: () => void;
  openLabel?: string;
}

/** Figures side by side; each says how it is measured, and opens to what is behind it. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map((figure) => (
        <div key={figure.name} className={classes.figure}>
          <dt className={classes.name}>
            {figure.name}
            {figure.measure && <Definition of={figure.measure} isSmall />}
          </dt>
          <dd className={classes.value} data-tone={figure.tone}>
            {figure.open ? (
              <UnstyledButton className={classes.open} onClick={figure.open} aria-label={figure.openLabel}>
                {figure.value}
              </UnstyledButton>
            ) : (
              figure.value
            )}
            {figure.note && <span className={classes.note}>{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
