import { texts } from '../../texts';
import type { Board, BoardCard, Workflow } from '../types';
import type { Within, WorkflowDraft } from './draft';

export interface Consequence {
  text: string;
  tone: 'good' | 'neutral' | 'warn' | 'danger';
}

const t = texts.workflow.consequences;
const WITHIN: Within[] = ['Committed', 'InProgress'];
const toneOf = (cards: number, limit: number) => (cards > limit ? ('warn' as const) : ('neutral' as const));

/** Cards that a limit counts: expedite ones run in their own lane. */
function countOf(board: Board, columns: ReadonlySet<string | null>, has: (card: BoardCard) => boolean): number {
  return board.columns
    .filter((one) => columns.has(one.column.id))
    .flatMap((one) => one.cards)
    .filter((card) => card.classOfService !== 'Expedite' && has(card)).length;
}

function ofGroups(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  return draft.groups.flatMap((group): Consequence[] => {
    const columns = draft.columns.filter((one) => group.columns.includes(one.key));
    const before = saved.groups.find((known) => known.name === group.name);
    const isSame = before?.wipLimit === group.wipLimit && before?.columns.join() === columns.map((c) => c.name).join();
    if (group.wipLimit == null || isSame) {
      return [];
    }
    const cards = countOf(board, new Set(columns.map((one) => one.id)), () => true);
    return [{ text: t.group(group.name, cards, group.wipLimit), tone: toneOf(cards, group.wipLimit) }];
  });
}

function ofCeilings(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  return draft.allocations.flatMap(({ within, category, ceiling }): Consequence[] => {
    const before = saved.allocations.find((known) => known.within === within && known.category === category);
    if (ceiling == null || before?.ceiling === ceiling) {
      return [];
    }
    const columns = new Set(draft.columns.filter((one) => one.kind === within).map((one) => one.id));
    const cards = countOf(board, columns, (card) => card.category === category);
    const text = t.ceiling(texts.words.kind[within], texts.words.category[category], cards, ceiling);
    return [{ text, tone: toneOf(cards, ceiling) }];
  });
}

function ofLanes(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  const open = new Set(draft.columns.filter((one) => one.kind !== 'Done').map((one) => one.id));
  return draft.classLimits.flatMap(({ classOfService, wipLimit }): Consequence[] => {
    const before = saved.classLimits.find((known) => known.classOfService === classOfService);
    if (wipLimit == null || classOfService == null || before?.wipLimit === wipLimit) {
      return [];
    }
    const cards = countOf(board, open, (card) => card.classOfService === classOfService);
    return [{ text: t.lane(texts.words.class[classOfService], cards, wipLimit), tone: toneOf(cards, wipLimit) }];
  });
}

function ofFloors(draft: WorkflowDraft, saved: Workflow): Consequence[] {
  return WITHIN.flatMap((within): Consequence[] => {
    const sumOf = (all: { within?: unknown; floor?: number | null }[]) =>
      all.reduce((sum, one) => sum + (one.within === within ? (one.floor ?? 0) : 0), 0);
    const sum = sumOf(draft.allocations);
    const columns = draft.columns.filter((column) => column.kind === within && column.halfOf === null);
    if (sum === 0 || columns.some((column) => column.wipLimit == null)) {
      return [];
    }
    const room = columns.reduce((all, column) => all + (column.wipLimit ?? 0), 0);
    const isNews = sum > room || sum !== sumOf(saved.allocations);
    const text = t.floors(texts.words.kind[within], sum, room);
    return isNews ? [{ text, tone: sum > room ? 'danger' : 'neutral' }] : [];
  });
}

/** What changed limits of groups, categories and lanes mean for the cards that are there. */
export function ofRooms(draft: WorkflowDraft, board: Board, saved: Workflow): Consequence[] {
  return [
    ...ofGroups(draft, board, saved),
    ...ofCeilings(draft, board, saved),
    ...ofLanes(draft, board, saved),
    ...ofFloors(draft, saved),
  ];
}
