import { DAY } from '../../ui/format';
import type { BoardCard, Workflow } from '../types';

/** The expectation that says most about a card: one that names its category or class goes first. Null: none fits. */
export function expectedDays(workflow: Workflow | undefined, card: BoardCard): number | null {
  const weight = (e: { category?: unknown; classOfService?: unknown }) =>
    (e.category == null ? 0 : 1) + (e.classOfService == null ? 0 : 1);
  const fitting = (workflow?.expectations ?? [])
    .filter((expected) => expected.category == null || expected.category === card.category)
    .filter((expected) => expected.classOfService == null || expected.classOfService === card.classOfService)
    .sort((a, b) => weight(b) - weight(a));
  return fitting[0]?.days ?? null;
}

/** Days since the card was started; null before that and after it is finished. */
export function ageDays(card: BoardCard, now: number): number | null {
  if (card.startedAt == null || card.finishedAt != null) {
    return null;
  }
  return Math.max(0, (now - new Date(card.startedAt).getTime()) / DAY);
}
