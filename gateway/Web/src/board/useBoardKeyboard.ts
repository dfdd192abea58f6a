import { type RefObject, useEffect } from 'react';
import { commands } from '../app/commands';
import { texts } from '../texts';
import { announce } from '../ui/announce';
import { useBoardScope } from './BoardContext';
import { focusCard } from './focus';
import { findCard } from './model/boardEdits';
import { foresee } from './model/foresight';
import { openMenu, toFocus, toggleSelected } from './stores';

function tileOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('[data-card]') : null;
}

function neighbour(board: HTMLElement, tile: HTMLElement, key: string): void {
  const list = tile.closest('[data-lane]');
  const tiles = [...(list?.querySelectorAll('[data-card]') ?? [])];
  const at = tiles.indexOf(tile);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    focusCard(tiles[at + (key === 'ArrowDown' ? 1 : -1)]);
    return;
  }
  const lists = [...board.querySelectorAll('[data-lane]')].filter((one) => one.querySelector('[data-card]') != null);
  const side = lists[lists.indexOf(list as Element) + (key === 'ArrowRight' ? 1 : -1)];
  const there = [...(side?.querySelectorAll('[data-card]') ?? [])];
  focusCard(there[Math.min(at, there.length - 1)]);
}

/** Everything that the mouse does: arrows walk, Shift with arrows moves, letters act on the card in focus. */
export function useBoardKeyboard(ref: RefObject<HTMLElement | null>): void {
  const { actions, workflow, mayWork } = useBoardScope();
  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return;
    }
    const moveBy = async (cardId: string, step: number) => {
      const board = actions.board();
      const found = findCard(board, cardId);
      const at = board && found ? board.columns.indexOf(found.column) : -1;
      const target = board?.columns[at + step]?.column;
      if (!board || !workflow || !found || !target) {
        return;
      }
      const refusals = foresee(board, workflow, found.card, target);
      if (refusals.length > 0) {
        announce(`${texts.board.refusedTitle(found.card.key, target.name)}. ${refusals.map((r) => r.text).join('. ')}`);
      }
      // Asked all the same: the server has the last word, and its answer names what takes the room.
      toFocus.set(cardId);
      if (!(await actions.move(cardId, target.id))) {
        // It goes back, and takes the focus along.
        toFocus.set(cardId);
      }
    };
    const act = (event: KeyboardEvent, tile: HTMLElement, cardId: string): boolean => {
      if (event.key.startsWith('Arrow') && !event.shiftKey) {
        neighbour(element, tile, event.key);
      } else if (mayWork && event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
        void moveBy(cardId, event.key === 'ArrowRight' ? 1 : -1);
      } else if (mayWork && event.key === 'o') {
        const owners = findCard(actions.board(), cardId)?.card.owners ?? [];
        void (owners.includes(actions.personId) ? actions.disown(cardId) : actions.own(cardId));
      } else if (mayWork && event.key === 'u') {
        void actions.undo(cardId);
      } else if (mayWork && event.key === 'x') {
        toggleSelected(cardId);
      } else if (event.key === '.' || event.key === 'ContextMenu') {
        const { left, bottom } = tile.getBoundingClientRect();
        openMenu.set({ cardId, x: left + 12, y: Math.min(bottom, window.innerHeight - 200) });
      } else {
        return event.key === 's' && commands.run('standup');
      }
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      const tile = tileOf(event.target);
      const cardId = tile?.dataset.card;
      toFocus.set(null);
      if (tile && cardId && !event.ctrlKey && !event.metaKey && !event.altKey && act(event, tile, cardId)) {
        event.preventDefault();
      }
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [ref, actions, workflow, mayWork]);
}
