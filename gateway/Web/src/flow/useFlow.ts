import { createContext, useContext } from 'react';
import type { Board } from '../board/types';
import type { FlowSearch, FlowWindow } from './model/window';
import type { ItemsQuestion, MeasureScope } from './queries';

/** What every view of Flow ranges over, and what a figure can open. */
export interface Flow {
  boardId: string;
  boardName: string;
  board: Board | undefined;
  search: FlowSearch;
  /** The window in the days of the person's calendar, both included. */
  days: { from: string; to: string };
  window: FlowWindow;
  zone: string;
  /** What the measures are asked with. */
  scope: MeasureScope;
  openCard: (cardId: string) => void;
  openItems: (question: ItemsQuestion) => void;
}

export const FlowContext = createContext<Flow | null>(null);

export function useFlow(): Flow {
  const flow = useContext(FlowContext);
  if (!flow) {
    throw new Error('Only within Flow.');
  }
  return flow;
}
