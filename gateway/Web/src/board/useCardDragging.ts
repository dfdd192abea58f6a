import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { useBoardScope } from './BoardContext';
import { dragged } from './stores';
import type { BoardCard } from './types';

/** A card can be dragged, and takes avatars. True while an avatar is held over it. */
export function useCardDragging(ref: RefObject<HTMLElement | null>, card: BoardCard, mayWork: boolean): boolean {
  const { actions } = useBoardScope();
  const [isOver, setOver] = useState(false);
  const { id, owners } = card;
  useEffect(() => {
    const element = ref.current;
    if (!element || !mayWork) {
      return;
    }
    return combine(
      draggable({
        element,
        getInitialData: () => ({ type: 'card', cardId: id }),
        onDragStart: () => {
          element.dataset.dragging = 'true';
          dragged.set({ type: 'card', cardId: id });
        },
        onDrop: () => {
          delete element.dataset.dragging;
          dragged.set(null);
        },
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.type === 'avatar' && !owners.includes(String(source.data.personId)),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          void actions.own(id, String(source.data.personId));
        },
      }),
    );
  }, [ref, id, owners, mayWork, actions]);
  return isOver;
}
