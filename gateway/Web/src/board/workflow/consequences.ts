import { texts } from '../../texts';
import { countInColumn } from '../model/occupancy';
import type { Board, BoardCard, Workflow } from '../types';
import { type Consequence, ofRooms } from './consequencesOfRooms';
import type { WorkflowDraft } from './draft';

const t = texts.workflow.consequences;
const capacity = (limit: number | null | undefined, cards: number): number => Math.max(0, (limit ?? cards) - cards);

function ofLimits(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  return draft.columns.flatMap((column): Consequence[] => {
    const before = saved.columns.find((known) => known.id === column.id);
    const there = board.columns.find((one) => one.column.id === column.id);
    const { name, wipLimit: limit } = column;
    if (!before) {
      const whole = draft.columns.find((one) => one.key === column.halfOf);
      return [{ text: whole ? t.splitInto(whole.name) : t.added(name), tone: 'neutral' }];
    }
    if (limit == null || limit === before.wipLimit) {
      return [];
    }
    const cards = countInColumn(there?.cards ?? []);
    if (cards > limit) {
      return [{ text: t.over(name, cards, limit), tone: 'warn' }];
    }
    return [
      cards === limit
        ? { text: t.full(name, limit), tone: 'neutral' }
        : { text: t.room(name, limit - cards), tone: 'good' },
    ];
  });
}

function ofRemoved(draft: WorkflowDraft, board: Board): Consequence[] {
  return board.columns
    .filter(({ column }) => !draft.columns.some((kept) => kept.id === column.id))
    .map(({ column, occupancy }) =>
      occupancy > 0
        ? { text: t.notEmpty(column.name, occupancy), tone: 'danger' as const }
        : { text: t.removed(column.name), tone: 'neutral' as const },
    );
}

function ofGates(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  const isUnapproved = (card: BoardCard) => card.isRegulated && !card.hasApprovedChange;
  return draft.columns.flatMap((column, index): Consequence[] => {
    const wasGate = saved.columns.find((known) => known.id === column.id)?.isGate ?? false;
    if (!column.isGate || wasGate) {
      return [];
    }
    const before = new Set(draft.columns.slice(0, index).map((one) => one.id));
    const cards = board.columns
      .filter((one) => before.has(one.column.id))
      .flatMap((one) => one.cards)
      .filter(isUnapproved).length;
    return [{ text: t.gate(column.name, cards), tone: cards > 0 ? 'warn' : 'neutral' }];
  });
}

/** What saving will mean for the cards that are there. The server checks the definition itself. */
export function consequencesOf(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  const [old, next] = [saved.columns[0], draft.columns[0]];
  const waiting = countInColumn(board.columns[0]?.cards ?? []);
  const [before, after] = [capacity(old?.wipLimit, waiting), capacity(next?.wipLimit, waiting)];
  return [
    ...ofLimits(draft, board, saved),
    ...ofRemoved(draft, board),
    ...ofGates(draft, board, saved),
    ...ofRooms(draft, board, saved),
    ...(before === after ? [] : [{ text: t.capacity(before, after), tone: 'neutral' as const }]),
  ];
}
