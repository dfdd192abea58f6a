import type { Board, BoardCard, Category, ClassOfService, Workflow } from '../types';

/** A limit as the definition of workflow sets it, with what stands against it now. */
export interface Limit {
  kind: 'column' | 'group' | 'ceiling' | 'class' | 'expedite';
  name: string;
  max: number;
  columns: ReadonlySet<string>;
  category?: Category;
  classOfService?: ClassOfService;
}

/** Expedite cards run in a lane of their own: they count against its limit and against nothing else. */
export function covers(limit: Limit, columnId: string, card: BoardCard): boolean {
  return (
    (card.classOfService === 'Expedite') === (limit.kind === 'expedite') &&
    (limit.category === undefined || limit.category === card.category) &&
    (limit.classOfService === undefined || limit.classOfService === card.classOfService) &&
    limit.columns.has(columnId)
  );
}

export function countOf(board: Board, limit: Limit): number {
  let count = 0;
  for (const { column, cards } of board.columns) {
    if (limit.columns.has(column.id)) {
      for (const card of cards) {
        count += covers(limit, column.id, card) ? 1 : 0;
      }
    }
  }
  return count;
}

/** What counts against a column's own limit. */
export const countInColumn = (cards: readonly BoardCard[]): number =>
  cards.reduce((count, card) => count + (card.classOfService === 'Expedite' ? 0 : 1), 0);

export function limitsOf(board: Board, workflow: Workflow): Limit[] {
  const columns = board.columns.map((one) => one.column);
  const idsOf = (names: readonly string[]) => new Set(columns.filter((c) => names.includes(c.name)).map((c) => c.id));
  const ofKind = (kind: string) => new Set(columns.filter((c) => c.kind === kind).map((c) => c.id));
  const open = new Set(columns.filter((c) => c.kind !== 'Done').map((c) => c.id));
  const limits: Limit[] = [];
  for (const { id, name, wipLimit } of columns) {
    if (wipLimit != null) {
      limits.push({ kind: 'column', name, max: wipLimit, columns: new Set([id]) });
    }
  }
  for (const group of workflow.groups) {
    limits.push({ kind: 'group', name: group.name, max: group.wipLimit, columns: idsOf(group.columns) });
  }
  for (const { category, ceiling, within } of workflow.allocations) {
    if (ceiling != null) {
      limits.push({ kind: 'ceiling', name: category, max: ceiling, columns: ofKind(within), category });
    }
  }
  for (const { classOfService, wipLimit } of workflow.classLimits) {
    limits.push({ kind: 'class', name: classOfService, max: wipLimit, columns: open, classOfService });
  }
  limits.push({ kind: 'expedite', name: 'Expedite', max: workflow.expediteLimit, columns: open });
  return limits;
}
