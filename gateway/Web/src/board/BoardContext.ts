import { createContext, useContext } from 'react';
import type { CardActions } from './actions/CardActions';
import type { Workflow } from './types';

/** What all parts of a board need, and what does not change while cards move. */
export interface BoardScope {
  boardId: string;
  teamId: string;
  actions: CardActions;
  workflow: Workflow | undefined;
  people: ReadonlyMap<string, string>;
  absent: ReadonlySet<string>;
  mayWork: boolean;
  mayLead: boolean;
  openCard: (cardId: string | null) => void;
}

export const BoardContext = createContext<BoardScope | null>(null);

export function useBoardScope(): BoardScope {
  const scope = useContext(BoardContext);
  if (!scope) {
    throw new Error('Only within a board.');
  }
  return scope;
}
