import './colours.css';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo, useSyncExternalStore } from 'react';
import type { Category } from '../../board/types';

const NAMES = {
  text: 'text',
  muted: 'muted',
  surface: 'surface',
  line: 'line-strong',
  grid: 'chart-grid',
  done: 'chart-done',
  accent: 'accent',
  danger: 'danger',
  warn: 'warn',
  good: 'good',
  Enhancement: 'enhancement',
  Support: 'support',
  TechnicalDebt: 'debt',
  Project: 'project',
  Active: 'chart-active',
  Queue: 'chart-queue',
  Blocked: 'chart-blocked',
  WaitingForPerson: 'chart-person',
  WaitingForApproval: 'chart-approval',
  Reopened: 'chart-reopened',
} as const;

const STEPS = 7;

export type Colours = Record<keyof typeof NAMES, string> & { steps: string[] };

/** Paper is white, whatever the screen is. */
const printing = {
  is: false,
  listeners: new Set<() => void>(),
  subscribe(listener: () => void) {
    printing.listeners.add(listener);
    return () => printing.listeners.delete(listener);
  },
};

let before: string | null = null;

function print(is: boolean): void {
  const root = document.documentElement;
  if (is) {
    before = root.getAttribute('data-mantine-color-scheme');
  }
  root.setAttribute('data-mantine-color-scheme', is ? 'light' : (before ?? 'light'));
  printing.is = is;
  for (const listener of printing.listeners) {
    listener();
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => print(true));
  window.addEventListener('afterprint', () => print(false));
}

/** A canvas knows no variables: the colours of the scheme in force, read anew when it changes. */
export function useColours(): Colours {
  const scheme = useComputedColorScheme('light');
  const isPrinting = useSyncExternalStore(printing.subscribe, () => printing.is);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables change with the scheme.
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const read = (name: string) => style.getPropertyValue(`--fp-${name}`).trim();
    const named = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, read(name)]));
    const steps = Array.from({ length: STEPS }, (_, step) => read(`chart-${step + 1}`));
    return { ...named, steps } as Colours;
  }, [scheme, isPrinting]);
}

/** The colour of column k of n: the first is grey, the last is green, those between go from one to the other. */
export function stepColour(colours: Colours, k: number, of: number): string {
  const place = of < 2 ? 0 : Math.round((k * (STEPS - 1)) / (of - 1));
  return colours.steps[place] ?? colours.accent;
}

export const categoryColour = (colours: Colours, category: Category): string => colours[category];

export const causeColour = (colours: Colours, cause: string): string =>
  cause in NAMES ? colours[cause as keyof typeof NAMES] : colours.muted;
