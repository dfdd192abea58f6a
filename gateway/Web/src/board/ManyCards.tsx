import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
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

/** Of a card that was never in sight. */
const USUAL_HEIGHT = 96;

/** How tall each card was when it was last laid out, in whichever column. */
const heights = new Map<string, number>();

const heightOf = (cardId: string | undefined) => heights.get(cardId ?? '') ?? USUAL_HEIGHT;

/**
 * The height of a card in the page as the browser's own layout tells it, before the paint. To ask for it as soon as the card enters would
 * lay the board out once more for each move.
 */
function measure(
  element: HTMLLIElement,
  entry: ResizeObserverEntry | undefined,
  rows: Virtualizer<HTMLUListElement, HTMLLIElement>,
): number {
  const cardId = String(rows.options.getItemKey(rows.indexFromElement(element)));
  const height = entry?.borderBoxSize[0]?.blockSize;
  if (height) {
    heights.set(cardId, Math.round(height));
  }
  return heightOf(cardId);
}

/** A long list of cards, of which those in sight are in the page. */
export function ManyCards({ cards, column, scroll, before }: ManyCardsProps) {
  const rows = useVirtualizer<HTMLUListElement, HTMLLIElement>({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => heightOf(cards[index]?.id),
    measureElement: measure,
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
