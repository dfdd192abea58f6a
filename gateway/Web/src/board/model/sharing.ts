import { replaceEqualDeep } from '@tanstack/react-query';
import type { Board, BoardCard, BoardColumn } from '../types';

function same<T>(before: T | undefined, after: T): T {
  return before === undefined ? after : replaceEqualDeep(before, after);
}

function shareColumn(before: BoardColumn | undefined, after: BoardColumn, known: ReadonlyMap<string, BoardCard>) {
  const cards = after.cards.map((card) => same(known.get(card.id), card));
  const column = same(before?.column, after.column);
  const isSame =
    before !== undefined &&
    before.column === column &&
    before.occupancy === after.occupancy &&
    before.cards.length === cards.length &&
    cards.every((card, index) => card === before.cards[index]);
  return isSame ? before : { ...after, column, cards };
}

/**
 * The board as it was read, made of the objects that are known already wherever nothing changed: by id, so that a card that
 * comes or goes makes no other one new. What stayed the same object is not drawn again.
 */
export function shareBoard(before: unknown, after: unknown): unknown {
  const [old, next] = [before as Board | undefined, after as Board];
  if (old === undefined || old === next) {
    return next;
  }
  const known = new Map(old.columns.flatMap((one) => one.cards.map((card) => [card.id, card])));
  const columns = next.columns.map((one) =>
    shareColumn(
      old.columns.find((other) => other.column.id === one.column.id),
      one,
      known,
    ),
  );
  return { ...next, columns };
}
