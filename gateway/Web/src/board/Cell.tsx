import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { texts } from '../texts';
import { CardTile } from './CardTile';
import classes from './Cell.module.css';
import type { BoardCard, Column } from './types';
import { useCellDrop } from './useCellDrop';

/** From so many cards on, only those in sight are in the page. */
const MANY = 40;

interface CellProps {
  column: Column;
  cards: readonly BoardCard[];
  lane: string;
  isExpedite: boolean;
}

/** The cards of one column in one lane. */
export const Cell = memo(function Cell({ column, cards, lane, isExpedite }: CellProps) {
  const ref = useRef<HTMLUListElement>(null);
  const drop = useCellDrop(ref, column, isExpedite);
  return (
    <div className={classes.cell} data-state={drop.state} data-lane={lane}>
      <ul
        ref={ref}
        className={classes.cards}
        aria-label={`${column.name}, ${lane}`}
        tabIndex={cards.length > 6 ? 0 : -1}
      >
        {cards.length > MANY ? (
          <ManyCards cards={cards} column={column} scroll={ref} />
        ) : (
          cards.map((card, index) => (
            <li key={card.id} className={classes.item} data-before={drop.index === index || undefined}>
              <CardTile card={card} columnId={column.id} index={index} />
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

interface ManyCardsProps {
  cards: readonly BoardCard[];
  column: Column;
  scroll: React.RefObject<HTMLUListElement | null>;
}

function ManyCards({ cards, column, scroll }: ManyCardsProps) {
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 96,
    overscan: 6,
    gap: 8,
    getItemKey: (index) => cards[index]?.id ?? index,
  });
  return (
    <li className={classes.many} style={{ height: rows.getTotalSize() }}>
      <ul className={classes.manyList}>
        {rows.getVirtualItems().map((row) => {
          const card = cards[row.index];
          return (
            card && (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={classes.positioned}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <CardTile card={card} columnId={column.id} index={row.index} />
              </li>
            )
          );
        })}
      </ul>
    </li>
  );
}
