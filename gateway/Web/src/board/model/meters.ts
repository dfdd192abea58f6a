import type { Board, Category, Workflow } from '../types';
import { CATEGORIES } from '../types';

export interface Meter {
  category: Category;
  cards: number;
  floor: number;
  ceiling: number | null;
}

/** Cards in progress by category, beside the floor and the ceiling of the allocation. */
export function metersOf(board: Board, workflow: Workflow | undefined): Meter[] {
  return CATEGORIES.map((category) => {
    const cards = board.columns
      .filter((one) => one.column.kind === 'InProgress')
      .flatMap((one) => one.cards)
      .filter((card) => card.category === category && card.classOfService !== 'Expedite').length;
    const allocation = workflow?.allocations.find((a) => a.category === category && a.within === 'InProgress');
    return { category, cards, floor: allocation?.floor ?? 0, ceiling: allocation?.ceiling ?? null };
  });
}
