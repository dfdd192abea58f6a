import { memo, useRef } from 'react';
import { texts } from '../texts';
import classes from './BoardView.module.css';
import { Cell } from './Cell';
import { ColumnHead } from './ColumnHead';
import type { CardFilter } from './model/filter';
import { countIn, type Lane, lanesOf } from './model/lanes';
import type { Board } from './types';
import { useBoardKeyboard } from './useBoardKeyboard';

interface BoardViewProps {
  board: Board;
  filter: CardFilter;
  areLanesShown: boolean;
}

/** Columns side by side; lanes, where there are several, one below the other. */
export const BoardView = memo(function BoardView({ board, filter, areLanesShown }: BoardViewProps) {
  const ref = useRef<HTMLElement>(null);
  useBoardKeyboard(ref);
  const lanes = lanesOf(board, areLanesShown);
  return (
    <section ref={ref} className={classes.board} aria-label={board.name} data-lanes={lanes.length > 1 || undefined}>
      <div className={classes.row}>
        {board.columns.map((column) => (
          <ColumnHead key={column.column.id} column={column} />
        ))}
      </div>
      {lanes.map((lane) => (
        <div key={lane.name} className={classes.lane} data-kind={lane.kind}>
          {lanes.length > 1 && <LaneHead board={board} lane={lane} />}
          <div className={`${classes.row} ${classes.cells}`}>
            {board.columns.map((column) => (
              <Cell key={column.column.id} column={column} lane={lane} filter={filter} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
});

function LaneHead({ board, lane }: { board: Board; lane: Lane }) {
  const count = countIn(board, lane);
  return (
    <div className={classes.laneHead}>
      <h3 className={classes.laneName}>{lane.name}</h3>
      {lane.kind === 'expedite' && (
        <span data-full={count >= board.expediteLimit || undefined}>
          {texts.board.ofLimit(count, board.expediteLimit)} · {texts.board.expediteNote}
        </span>
      )}
    </div>
  );
}
