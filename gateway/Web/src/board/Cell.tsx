import { memo, useMemo, useRef } from 'react';
import { texts } from '../texts';
import { usePrinting } from '../ui/printing';
import { CardTile } from './CardTile';
import classes from './Cell.module.css';
import { ManyCards } from './ManyCards';
import { type CardFilter, passes } from './model/filter';
import type { Lane } from './model/lanes';
import type { BoardColumn } from './types';
import { useCellDrop } from './useCellDrop';

/** From so many cards on, only those in sight are in the page. */
const MANY = 40;

interface CellProps {
  column: BoardColumn;
  lane: Lane;
  filter: CardFilter;
}

/** The cards of one column in one lane. */
export const Cell = memo(function Cell({ column: { column, cards: all }, lane, filter }: CellProps) {
  const ref = useRef<HTMLUListElement>(null);
  const cards = useMemo(() => all.filter((card) => lane.has(card) && passes(card, filter)), [all, lane, filter]);
  const isPrinting = usePrinting();
  const drop = useCellDrop(ref, column, lane.kind === 'expedite');
  return (
    <div className={classes.cell} data-state={drop.state} data-lane={lane.name}>
      <ul
        ref={ref}
        className={classes.cards}
        aria-label={`${column.name}, ${lane.name}`}
        tabIndex={cards.length > 6 ? 0 : -1}
      >
        {cards.length > MANY && !isPrinting ? (
          <ManyCards cards={cards} column={column} scroll={ref} before={drop.index} />
        ) : (
          cards.map((card, index) => (
            <li
              key={card.id}
              className={classes.item}
              data-index={index}
              data-before={drop.index === index || undefined}
            >
              <CardTile card={card} columnId={column.id} />
            </li>
          ))
        )}
        {drop.index != null && drop.index >= cards.length && <li className={classes.last} aria-hidden />}
      </ul>
      {drop.state === 'refused' && (
        <div className={classes.reasons}>
          <strong>{texts.board.cannotDrop}</strong>
          {drop.reasons.map((reason) => (
            <span key={reason}>{reason}</span>
          ))}
        </div>
      )}
    </div>
  );
});
