import { toFocus } from './stores';

/** Gives a card the keyboard's focus, and brings it into sight. */
export function focusCard(tile: Element | null | undefined): void {
  const button = tile?.querySelector<HTMLElement>('[data-card-button]');
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Gives a card that has just been drawn the focus that it took along; who is elsewhere by now is left there. */
export function focusIfAwaited(tile: HTMLElement | null, cardId: string): void {
  if (toFocus.get() === cardId) {
    toFocus.set(null);
    if (document.activeElement === null || document.activeElement === document.body) {
      focusCard(tile);
    }
  }
}
