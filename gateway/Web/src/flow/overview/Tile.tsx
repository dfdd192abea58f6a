import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { wordsOf } from '../../api/problem';
import { texts } from '../../texts';
import { useFlow } from '../useFlow';
import classes from './Overview.module.css';

export interface TileContent {
  value: string;
  note?: string;
  tone?: 'good' | 'warn' | 'danger' | undefined;
  picture?: ReactNode;
}

interface TileProps<T> {
  name: string;
  view: string;
  query: UseQueryResult<T>;
  children: (data: T) => TileContent;
}

/** A figure that leads to its page. One that could not be read says so, and the others stay. */
export function Tile<T>({ name, view, query, children }: TileProps<T>) {
  const { boardId } = useFlow();
  const content = query.data === undefined ? null : children(query.data);
  return (
    <li>
      <Link to="/flow/$boardId/$view" params={{ boardId, view }} search={(now) => now} className={classes.tile}>
        <span className={classes.name}>{name}</span>
        {content && (
          <>
            <span className={classes.value} data-tone={content.tone}>
              {content.value}
            </span>
            {content.note && <span className={classes.note}>{content.note}</span>}
            {content.picture}
          </>
        )}
        {query.isPending && (
          <span role="status" aria-busy="true" aria-label={texts.common.loading}>
            <Skeleton height={28} width="50%" mt={8} />
            <Skeleton height={12} width="80%" mt={10} />
          </span>
        )}
        {query.isError && <span className={classes.note}>{wordsOf(query.error).title}</span>}
      </Link>
    </li>
  );
}

/** A course of numbers without axes; the words beside it say what matters. */
export function Spark({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const points = values.map(
    (value, at) => `${(at / Math.max(1, values.length - 1)) * 100},${24 - (value / most) * 22}`,
  );
  return (
    <svg className={classes.spark} viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden>
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function ShareMeter({ parts }: { parts: readonly { share: number; colour: string }[] }) {
  return (
    <span className={classes.meter} aria-hidden>
      {parts
        .filter((part) => part.share > 0)
        .map((part) => (
          <span key={part.colour} style={{ '--share': part.share, '--colour': part.colour } as React.CSSProperties} />
        ))}
    </span>
  );
}
