type Listener = () => void;

/** A value that several parts of the board look at, without rendering the whole of it when it changes. */
export class Store<T> {
  private readonly listeners = new Set<Listener>();
  constructor(private value: T) {}

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): T => this.value;

  set(value: T): void {
    if (value !== this.value) {
      this.value = value;
      for (const listener of this.listeners) {
        listener();
      }
    }
  }
}

export type Dragged = { type: 'card'; cardId: string } | { type: 'avatar'; personId: string };

export const dragged = new Store<Dragged | null>(null);
export const selection = new Store<ReadonlySet<string>>(new Set());

/** The card that takes the keyboard's focus as soon as it is drawn, because it moved away from where it had it. */
export const toFocus = new Store<string | null>(null);

export interface MenuAnchor {
  cardId: string;
  x: number;
  y: number;
}
export const openMenu = new Store<MenuAnchor | null>(null);

export type DialogKind = 'block' | 'abandon' | 'reopen' | 'split';
export interface OpenDialog {
  kind: DialogKind;
  cardId: string;
}
export const openDialog = new Store<OpenDialog | null>(null);

export function toggleSelected(cardId: string): void {
  const next = new Set(selection.get());
  if (!next.delete(cardId)) {
    next.add(cardId);
  }
  selection.set(next);
}
