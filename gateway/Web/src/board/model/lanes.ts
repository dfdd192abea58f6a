import { texts } from '../../texts';
import type { Board, BoardCard, ClassOfService } from '../types';
import { CLASSES } from '../types';

/** A band across the board. Each is made once, so that what is in it is drawn anew only when its cards change. */
export interface Lane {
  name: string;
  kind: 'expedite' | 'usual';
  has: (card: BoardCard) => boolean;
}

const isExpedite = (card: BoardCard) => card.classOfService === 'Expedite';
const EXPEDITE: Lane = { name: texts.board.expediteLane, kind: 'expedite', has: isExpedite };
const ALL: Lane = { name: texts.words.class.Standard, kind: 'usual', has: (card) => !isExpedite(card) };
const OTHERS: Lane = { ...ALL, name: texts.board.usualLane };
const laneOf = (one: ClassOfService): Lane => ({
  name: texts.words.class[one],
  kind: 'usual',
  has: (card) => card.classOfService === one,
});
const BY_CLASS = [EXPEDITE, ...CLASSES.filter((one) => one !== 'Expedite').map(laneOf)];
const ALONE = [ALL];
const WITH_EXPEDITE = [EXPEDITE, OTHERS];

/** The expedite lane where something runs in it, then all others together; or a lane for each class. */
export function lanesOf(board: Board, isByClass: boolean): readonly Lane[] {
  if (isByClass) {
    return BY_CLASS;
  }
  return board.columns.some((one) => one.cards.some(isExpedite)) ? WITH_EXPEDITE : ALONE;
}

/** Open cards in a lane. */
export function countIn(board: Board, lane: Lane): number {
  const open = board.columns.filter((one) => one.column.kind !== 'Done');
  return open.reduce((sum, one) => sum + one.cards.filter(lane.has).length, 0);
}
