import type { Board, BoardCard, Category, ClassOfService } from '../types';

/** What is shown of a board. Limits count everything all the same. */
export interface CardFilter {
  text: string;
  category: Category | null;
  classOfService: ClassOfService | null;
  tag: string | null;
  owner: string | null;
  isBlocked: boolean;
}

export const NO_FILTER: CardFilter = {
  text: '',
  category: null,
  classOfService: null,
  tag: null,
  owner: null,
  isBlocked: false,
};

export const isNarrow = (filter: CardFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.category != null ||
  filter.classOfService != null ||
  filter.tag != null ||
  filter.owner != null ||
  filter.isBlocked;

export function passes(card: BoardCard, filter: CardFilter): boolean {
  const text = filter.text.trim().toLowerCase();
  return (
    (text === '' || [card.key, card.title, ...card.tags].some((part) => part.toLowerCase().includes(text))) &&
    (filter.category == null || card.category === filter.category) &&
    (filter.classOfService == null || card.classOfService === filter.classOfService) &&
    (filter.tag == null || card.tags.includes(filter.tag)) &&
    (filter.owner == null || card.owners.includes(filter.owner)) &&
    (!filter.isBlocked || card.isBlocked)
  );
}

export function shownOf(board: Board, filter: CardFilter): { shown: number; all: number } {
  const cards = board.columns.flatMap((one) => one.cards);
  return { shown: cards.filter((card) => passes(card, filter)).length, all: cards.length };
}

/** The tags that cards of the board have, by name. */
export function tagsOf(board: Board | undefined): string[] {
  const tags = new Set(board?.columns.flatMap((one) => one.cards.flatMap((card) => card.tags)));
  return [...tags].sort((a, b) => a.localeCompare(b));
}
