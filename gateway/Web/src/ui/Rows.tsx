import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Rows.module.css';

/** A list whose rows lead somewhere. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

interface RowProps {
  to?: string;
  title: ReactNode;
  note?: ReactNode;
  side?: ReactNode;
  start?: ReactNode;
}

export function Row({ to, title, note, side, start }: RowProps) {
  const content = (
    <>
      {start && <span className={classes.start}>{start}</span>}
      <span className={classes.text}>
        <span className={classes.title}>{title}</span>
        {note && <span className={classes.note}>{note}</span>}
      </span>
      {side && <span className={classes.side}>{side}</span>}
    </>
  );
  return (
    <li>
      {to ? (
        <Link to={to} className={`${classes.row} ${classes.link}`}>
          {content}
        </Link>
      ) : (
        <div className={classes.row}>{content}</div>
      )}
    </li>
  );
}
