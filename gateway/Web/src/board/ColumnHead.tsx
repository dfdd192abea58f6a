import { Tooltip } from '@mantine/core';
import { IconInfoCircle, IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { texts } from '../texts';
import classes from './ColumnHead.module.css';
import { countInColumn } from './model/occupancy';
import type { BoardColumn } from './types';

const t = texts.board;

/** The name of a column and its limit: how many stand there, how many may. */
export const ColumnHead = memo(function ColumnHead({ column: { column, cards } }: { column: BoardColumn }) {
  const count = countInColumn(cards);
  const { wipLimit } = column;
  const state = wipLimit == null ? 'free' : count > wipLimit ? 'over' : count === wipLimit ? 'full' : 'room';
  const words =
    state === 'over' ? t.over : state === 'full' ? t.full : wipLimit == null ? '' : t.room(wipLimit - count);
  return (
    <div className={classes.head} data-state={state}>
      <h2 className={classes.name}>
        {column.name}
        <span className="visually-hidden">
          , {wipLimit == null ? t.count(count) : t.ofLimit(count, wipLimit)}, {words}
        </span>
      </h2>
      {column.isGate && (
        <Tooltip label={t.gate}>
          <IconLock size={15} aria-label={t.gate} role="img" />
        </Tooltip>
      )}
      {column.entryPolicy && (
        <Tooltip label={`${t.policy}: ${column.entryPolicy}`}>
          <IconInfoCircle size={15} className={classes.policy ?? ''} aria-label={column.entryPolicy} role="img" />
        </Tooltip>
      )}
      <span className={classes.words} aria-hidden>
        {state === 'room' ? '' : words}
      </span>
      <span className={classes.count} aria-hidden>
        {count}
        {wipLimit != null && <span className={classes.limit}>/{wipLimit}</span>}
      </span>
    </div>
  );
});
