import type { ReactNode } from 'react';
import classes from './ChartPanel.module.css';

/** What can be done with a panel, at the right of its heading. */
export function Tools({ children }: { children: ReactNode }) {
  return <div className={classes.tools}>{children}</div>;
}
