import { texts } from '../../texts';
import type { Board, BoardCard, Column, Workflow } from '../types';
import { countOf, covers, type Limit, limitsOf } from './occupancy';

/** A refusal that is certain before anybody asks: the server would answer with this code. */
export interface Foreseen {
  code: string;
  text: string;
}

const CODES: Record<Limit['kind'], string> = {
  column: 'column-limit-reached',
  group: 'group-limit-reached',
  ceiling: 'category-ceiling-reached',
  class: 'class-limit-reached',
  expedite: 'expedite-limit-reached',
};

const t = texts.board.foresee;

function textOf(limit: Limit, count: number): string {
  switch (limit.kind) {
    case 'column':
      return count > limit.max ? t.columnOver(limit.name, count, limit.max) : t.column(limit.name, limit.max);
    case 'group':
      return t.group(limit.name, limit.max);
    case 'ceiling':
      return t.ceiling(texts.words.category[limit.category ?? 'Support'], limit.max);
    case 'class':
      return t.class(texts.words.class[limit.classOfService ?? 'Standard'], limit.max);
    default:
      return t.expedite(limit.max);
  }
}

function gates(board: Board, card: BoardCard, from: number, to: number): Foreseen[] {
  if (!card.isRegulated || card.hasApprovedChange || to <= from) {
    return [];
  }
  return board.columns
    .slice(Math.max(from, 0), to + 1)
    .filter(({ column }) => column.isGate)
    .map(({ column }) => ({ code: 'change-approval-required', text: t.gate(column.name) }));
}

/**
 * What certainly refuses a card in a column, from the limits that the board publishes and what everybody sees on it.
 * It holds no rule that the server does not tell: room kept for other categories, and avatars that stand on other
 * boards, are left to the server, which always has the last word.
 */
export function foresee(board: Board, workflow: Workflow, card: BoardCard, target: Column): Foreseen[] {
  const columnIds = board.columns.map((one) => one.column.id);
  const from = board.columns.findIndex((one) => one.cards.some((known) => known.id === card.id));
  const to = columnIds.indexOf(target.id);
  const fromId = columnIds[from];
  if (from === to) {
    return [];
  }
  if (card.finishedAt != null) {
    return [{ code: 'card-finished', text: t.finished }];
  }
  const refusals: Foreseen[] = [];
  if (card.isBlocked && to > from) {
    refusals.push({ code: 'card-blocked', text: t.blocked });
  }
  for (const limit of limitsOf(board, workflow)) {
    const enters = covers(limit, target.id, card) && !(fromId !== undefined && covers(limit, fromId, card));
    const count = enters ? countOf(board, limit) : 0;
    if (enters && count >= limit.max) {
      refusals.push({ code: CODES[limit.kind], text: textOf(limit, count) });
    }
  }
  return [...refusals, ...gates(board, card, from, to)];
}
