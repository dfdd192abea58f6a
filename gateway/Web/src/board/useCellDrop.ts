import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { useBoardScope } from './BoardContext';
import { findCard } from './model/boardEdits';
import { foresee } from './model/foresight';
import { dragged } from './stores';
import type { Column } from './types';

export interface CellDrop {
  state: 'idle' | 'open' | 'over' | 'refused';
  /** Before which card it would be dropped. */
  index: number | null;
  reasons: string[];
}

/** The place among the cards in sight that a height on the screen means. */
function indexAt(list: HTMLElement, y: number): number {
  let index = 0;
  for (const row of list.querySelectorAll<HTMLElement>('[data-index]')) {
    const { top, height } = row.getBoundingClientRect();
    const own = Number(row.dataset.index);
    if (y < top + height / 2) {
      return own;
    }
    index = own + 1;
  }
  return index;
}

/** A cell takes cards, and says before the drop why it will not. */
export function useCellDrop(ref: RefObject<HTMLElement | null>, column: Column, isExpedite: boolean): CellDrop {
  const { actions, workflow, mayWork } = useBoardScope();
  const [over, setOver] = useState<number | null>(null);
  const held = useSyncExternalStore(dragged.subscribe, dragged.get);
  const reasonsFor = (cardId: string): string[] | null => {
    const board = actions.board();
    const found = findCard(board, cardId);
    if (!board || !workflow || !found || (found.card.classOfService === 'Expedite') !== isExpedite) {
      return null;
    }
    return foresee(board, workflow, found.card, column).map((refusal) => refusal.text);
  };

  useEffect(() => {
    const element = ref.current;
    if (!element || !mayWork) {
      return;
    }
    const cardOf = (data: Record<string | symbol, unknown>) => (data.type === 'card' ? String(data.cardId) : null);
    return combine(
      autoScrollForElements({ element }),
      dropTargetForElements({
        element: element.parentElement ?? element,
        canDrop: ({ source }) => {
          const cardId = cardOf(source.data);
          const board = actions.board();
          const found = cardId == null ? null : findCard(board, cardId);
          return (
            board !== undefined &&
            workflow !== undefined &&
            found != null &&
            (found.card.classOfService === 'Expedite') === isExpedite &&
            foresee(board, workflow, found.card, column).length === 0
          );
        },
        onDrag: ({ location }) => setOver(indexAt(element, location.current.input.clientY)),
        onDragLeave: () => setOver(null),
        onDrop: ({ source, location }) => {
          setOver(null);
          const cardId = cardOf(source.data);
          const from = cardId == null ? null : findCard(actions.board(), cardId);
          if (cardId != null && from) {
            const place = indexAt(element, location.current.input.clientY);
            const own = from.column.cards.findIndex((card) => card.id === cardId);
            const isSame = from.column.column.id === column.id;
            const position = isSame && own < place ? place - 1 : place;
            if (!isSame || position !== own) {
              void actions.move(cardId, column.id, position);
            }
          }
        },
      }),
    );
  }, [ref, actions, workflow, column, isExpedite, mayWork]);

  const reasons = held?.type === 'card' ? reasonsFor(held.cardId) : null;
  if (reasons == null) {
    return { state: 'idle', index: null, reasons: [] };
  }
  if (reasons.length > 0) {
    return { state: 'refused', index: null, reasons };
  }
  return { state: over == null ? 'open' : 'over', index: over, reasons: [] };
}
