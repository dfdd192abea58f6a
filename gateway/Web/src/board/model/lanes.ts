import { texts } from '../../texts';
import type { Board, BoardCard } from '../types';
import { CLASSES } from '../types';

export interface Lane {
  name: string;
  kind: 'expedite' | 'usual';
  count: number;
  has: (card: BoardCard) => boolean;
}

/** The expedite lane where something runs in it, then all others together; or a lane for each class. */
export function lanesOf(board: Board, isByClass: boolean): Lane[] {
  const open = board.columns.filter((one) => one.column.kind !== 'Done').flatMap((one) => one.cards);
  const countOf = (has: (card: BoardCard) => boolean) => open.filter(has).length;
  const isExpedite = (card: BoardCard) => card.classOfService === 'Expedite';
  const expedite: Lane = {
    name: texts.board.expediteLane,
    kind: 'expedite',
    count: countOf(isExpedite),
    has: isExpedite,
  };
  if (isByClass) {
    const others = CLASSES.filter((one) => one !== 'Expedite').map((one): Lane => {
      const has = (card: BoardCard) => card.classOfService === one;
      return { name: texts.words.class[one], kind: 'usual', count: countOf(has), has };
    });
    return [expedite, ...others];
  }
  const usual: Lane = {
    name: texts.words.class.Standard,
    kind: 'usual',
    count: countOf((card) => !isExpedite(card)),
    has: (card) => !isExpedite(card),
  };
  const runs = board.columns.some((one) => one.cards.some(isExpedite));
  return runs ? [expedite, { ...usual, name: texts.board.usualLane }] : [usual];
}
