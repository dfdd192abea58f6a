import type { BoardCard, Category } from '../types';

/** What is shown of a board. Limits count everything all the same. */
export interface CardFilter {
  text: string;
  category: Category | null;
  owner: string | null;
  isBlocked: boolean;
}

export const NO_FILTER: CardFilter = { text: '', category: null, owner: null, isBlocked: false };

export function passes(card: BoardCard, filter: CardFilter): boolean {
  const text = filter.text.trim().toLowerCase();
  return (
    (text === '' || card.key.toLowerCase().includes(text) || card.title.toLowerCase().includes(text)) &&
    (filter.category == null || card.category === filter.category) &&
    (filter.owner == null || card.owners.includes(filter.owner)) &&
    (!filter.isBlocked || card.isBlocked)
  );
}
