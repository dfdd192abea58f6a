import type { ReactNode } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the card's panel. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={classes.section}>
      {title && (
        <div className={classes.head}>
          <h3 className={classes.title}>{title}</h3>
          {aside && <span className={classes.aside}>{aside}</span>}
        </div>
      )}
      {children}
    </section>
  );
}
