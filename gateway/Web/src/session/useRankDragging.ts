import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/** Options are dragged into and within the ranking; a drop puts one before the option under it. */
export function useRankDragging(
  ranking: readonly string[],
  onPlace: (id: string, at: number) => void,
  onOver: (at: number | null) => void,
): RefObject<HTMLOListElement | null> {
  const ref = useRef<HTMLOListElement>(null);
  const place = useEffectEvent(onPlace);
  const over = useEffectEvent(onOver);
  const key = ranking.join();
  useEffect(() => {
    const list = ref.current;
    if (!list) {
      return;
    }
    const ids = key === '' ? [] : key.split(',');
    const at = (y: number): number => {
      const rows = [...list.querySelectorAll<HTMLElement>('[data-rank]')];
      const found = rows.findIndex((row) => y < row.getBoundingClientRect().top + row.offsetHeight / 2);
      return found < 0 ? rows.length : found;
    };
    const all = list.parentElement?.querySelectorAll<HTMLElement>('[data-rank]') ?? [];
    return combine(
      ...[...all].map((element) => draggable({ element, getInitialData: () => ({ rank: element.dataset.rank }) })),
      dropTargetForElements({
        element: list,
        canDrop: ({ source }) => typeof source.data.rank === 'string',
        onDrag: ({ location }) => over(at(location.current.input.clientY)),
        onDragLeave: () => over(null),
        onDrop: ({ source, location }) => {
          over(null);
          const id = String(source.data.rank);
          const target = at(location.current.input.clientY);
          const own = ids.indexOf(id);
          place(id, own >= 0 && own < target ? target - 1 : target);
        },
      }),
    );
  }, [key]);
  return ref;
}
