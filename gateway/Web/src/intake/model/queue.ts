/** What the keyboard asks for in the queue. */
export type TriageCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'accept'
  | 'acceptNow'
  | 'decline'
  | 'ask'
  | 'link'
  | 'select'
  | 'undo'
  | 'page'
  | 'filter';

const KEYS: Record<string, TriageCommand> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  a: 'accept',
  A: 'acceptNow',
  d: 'decline',
  q: 'ask',
  l: 'link',
  x: 'select',
  u: 'undo',
  o: 'page',
  '/': 'filter',
};

export const commandOf = (key: string): TriageCommand | undefined => KEYS[key];

/** The keys to be shown, in the order in which they are used. */
export const SHOWN_KEYS: readonly (readonly [string, Exclude<TriageCommand, 'first' | 'last'>])[] = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['a', 'accept'],
  ['Shift A', 'acceptNow'],
  ['d', 'decline'],
  ['q', 'ask'],
  ['l', 'link'],
  ['x', 'select'],
  ['u', 'undo'],
  ['o', 'page'],
  ['/', 'filter'],
];

/** Where a step leads; the ends hold. */
export function stepTo(ids: readonly string[], current: string | null, command: TriageCommand): string | null {
  const last = ids.length - 1;
  const place = current === null ? -1 : ids.indexOf(current);
  const to = command === 'next' ? place + 1 : command === 'previous' ? place - 1 : command === 'first' ? 0 : last;
  return ids[Math.max(0, Math.min(last, to))] ?? null;
}

/** Which one is looked at when the list is another: the same, else what stands in its place now. */
export function keepPlace(before: readonly string[], after: readonly string[], current: string | null): string | null {
  if (current !== null && after.includes(current)) {
    return current;
  }
  const place = current === null ? -1 : before.indexOf(current);
  if (place < 0) {
    return after[0] ?? null;
  }
  const left = new Set(after);
  const later = before.slice(place).find((id) => left.has(id));
  return later ?? after.at(-1) ?? null;
}

/** A selection with one more, or one less. */
export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) {
    next.add(id);
  }
  return next;
}
