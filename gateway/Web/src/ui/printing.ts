import { useSyncExternalStore } from 'react';

const SCHEME = 'data-mantine-color-scheme';
let isPrinting = false;
let before: string | null = null;

/** Paper is light, whatever the screen is. */
window.addEventListener('beforeprint', () => {
  isPrinting = true;
  before = document.documentElement.getAttribute(SCHEME);
  document.documentElement.setAttribute(SCHEME, 'light');
});

window.addEventListener('afterprint', () => {
  isPrinting = false;
  if (before !== null) {
    document.documentElement.setAttribute(SCHEME, before);
  }
});

function subscribe(listener: () => void): () => void {
  window.addEventListener('beforeprint', listener);
  window.addEventListener('afterprint', listener);
  return () => {
    window.removeEventListener('beforeprint', listener);
    window.removeEventListener('afterprint', listener);
  };
}

/** While the page is printed, lists show all that is in them. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => isPrinting);
