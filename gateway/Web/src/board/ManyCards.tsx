import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect } from 'react';
import { CardTile } from './CardTile';
import classes from './Cell.module.css';
import { toFocus } from './stores';
import type { BoardCard, Column } from './types';

interface ManyCardsProps {
  cards: readonly BoardCard[];
  column: Column;
  scroll: RefObject<HTMLUListElement | null>;
  /** Before which card one would be dropped. */
  before: number | null;
}

/** A long list of cards, of which those in sight are in the page. */
export function ManyCards({ cards, column, scroll, before }: ManyCardsProps) {
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 96,
    overscan: 6,
    gap: 8,
    getItemKey: (index) => cards[index]?.id ?? index,
  });
  useLayoutEffect(() => {
    const at = cards.findIndex((card) => card.id === toFocus.get());
    if (at >= 0) {
      rows.scrollToIndex(at);
    }
  }, [cards, rows]);
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
                data-before={before === row.index || undefined}
                className={`${classes.item} ${classes.positioned}`}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <CardTile card={card} columnId={column.id} />
              </li>
            )
          );
        })}
      </ul>
    </li>
  );
}
