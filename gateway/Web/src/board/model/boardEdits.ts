import type { Board, BoardCard, BoardColumn, Card } from '../types';

export interface Place {
  columnId: string;
  /** From 0; at the end when left out. */
  position?: number | undefined;
}

export function findCard(board: Board | undefined, cardId: string): { card: BoardCard; column: BoardColumn } | null {
  for (const column of board?.columns ?? []) {
    const card = column.cards.find((known) => known.id === cardId);
    if (card) {
      return { card, column };
    }
  }
  return null;
}

function without(column: BoardColumn, cardId: string): BoardColumn {
  const cards = column.cards.filter((card) => card.id !== cardId);
  return cards.length === column.cards.length ? column : { ...column, cards, occupancy: column.occupancy - 1 };
}

function withCard(column: BoardColumn, card: BoardCard, position: number | undefined): BoardColumn {
  const cards = [...column.cards];
  cards.splice(position ?? cards.length, 0, card);
  return { ...column, cards, occupancy: column.occupancy + 1 };
}

/** The board as it will be when a card has moved; columns that nothing happened to stay the same objects. */
export function moveCard(board: Board, cardId: string, place: Place, mover: string | null): Board {
  const found = findCard(board, cardId);
  const target = board.columns.find((one) => one.column.id === place.columnId);
  if (!found || !target) {
    return board;
  }
  const isOther = found.column.column.id !== place.columnId;
  const { kind, isQueue } = target.column;
  const pulls = isOther && mover != null && found.card.owners.length === 0 && kind === 'InProgress' && !isQueue;
  const now = new Date().toISOString();
  const card: BoardCard = isOther
    ? {
        ...found.card,
        owners: kind === 'Done' ? [] : pulls ? [mover] : found.card.owners,
        startedAt: kind === 'Committed' ? found.card.startedAt : (found.card.startedAt ?? now),
        finishedAt: kind === 'Done' ? now : null,
      }
    : found.card;
  const columns = board.columns.map((one) => {
    const left = without(one, cardId);
    return one === target ? withCard(left, card, place.position) : left;
  });
  return { ...board, columns };
}

/** The board with what the server answered about a card. */
export function takeAnswer(board: Board, answer: Card): Board {
  const found = findCard(board, answer.id);
  if (!found) {
    return board;
  }
  const card: BoardCard = {
    ...found.card,
    title: answer.title,
    category: answer.category,
    classOfService: answer.classOfService,
    dueDate: answer.dueDate,
    isRegulated: answer.isRegulated,
    isBlocked: answer.isBlocked,
    owners: answer.owners,
    tags: answer.tags,
    isAiAssisted: answer.aiAssistance != null,
    openParts: answer.openParts,
    startedAt: answer.startedAt,
    finishedAt: answer.finishedAt,
    version: answer.version,
  };
  const columns = board.columns.map((one) => {
    const isThere = one.cards.some((known) => known.id === answer.id);
    return isThere ? { ...one, cards: one.cards.map((known) => (known.id === answer.id ? card : known)) } : one;
  });
  return { ...board, columns };
}

export function changeOwners(board: Board, cardId: string, change: (owners: string[]) => string[]): Board {
  const columns = board.columns.map((one) =>
    one.cards.some((card) => card.id === cardId)
      ? { ...one, cards: one.cards.map((c) => (c.id === cardId ? { ...c, owners: change(c.owners) } : c)) }
      : one,
  );
  return { ...board, columns };
}
