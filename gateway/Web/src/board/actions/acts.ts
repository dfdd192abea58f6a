import { api, dataOf, done } from '../../api/client';
import type { BlockerReason, MoveRequest } from '../types';

/** What can be asked of the service about a card: one function an act, and nothing else. */
const at = (cardId: string) => ({ params: { path: { cardId } } });
const ifMatch = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });
type ForPerson = { personId?: string };

export const postMove = (cardId: string, version: number, body: MoveRequest) =>
  dataOf(api.board.POST('/board/cards/{cardId}/moves', { ...at(cardId), ...ifMatch(version), body }));

export const moveCards = (boardId: string, cardIds: string[], toColumnId: string) =>
  dataOf(
    api.board.POST('/board/boards/{boardId}/moves', {
      params: { path: { boardId } },
      body: { moves: cardIds.map((cardId) => ({ cardId, toColumnId })) },
    }),
  );

export const undoMove = (cardId: string) => dataOf(api.board.POST('/board/cards/{cardId}/moves:undo', at(cardId)));

export const ownCard = (cardId: string, body: ForPerson) =>
  dataOf(api.board.POST('/board/cards/{cardId}/owners', { ...at(cardId), body }));

export const disownCard = (cardId: string, query: ForPerson) =>
  dataOf(api.board.DELETE('/board/cards/{cardId}/owners', { params: { path: { cardId }, query } }));

export const takeOver = (cardId: string, fromPersonId: string) =>
  dataOf(api.board.POST('/board/cards/{cardId}:take-over', { ...at(cardId), body: { fromPersonId } }));

export const blockCard = (cardId: string, reason: BlockerReason, note: string) =>
  dataOf(api.board.POST('/board/cards/{cardId}/blockers', { ...at(cardId), body: { reason, note } }));

export const resolveBlocker = (cardId: string, blockerId: string, note: string) =>
  dataOf(
    api.board.POST('/board/cards/{cardId}/blockers/{blockerId}:resolve', {
      params: { path: { cardId, blockerId } },
      body: { note },
    }),
  );

export const abandonCard = (cardId: string, reason: string) =>
  dataOf(api.board.POST('/board/cards/{cardId}:abandon', { ...at(cardId), body: { reason } }));

export const reopenCard = (cardId: string, reason: string) =>
  dataOf(api.board.POST('/board/cards/{cardId}:reopen', { ...at(cardId), body: { reason } }));

export const archiveCard = (cardId: string) => dataOf(api.board.POST('/board/cards/{cardId}:archive', at(cardId)));
export const restoreCard = (cardId: string) => dataOf(api.board.POST('/board/cards/{cardId}:restore', at(cardId)));

export const splitCard = (cardId: string, titles: string[], toColumn: string | null) =>
  dataOf(
    api.board.POST('/board/cards/{cardId}:split', {
      ...at(cardId),
      body: { parts: titles.map((title) => ({ title })), toColumn },
    }),
  );

export const tagCard = (cardId: string, version: number, tags: string[]) =>
  dataOf(api.board.PUT('/board/cards/{cardId}/tags', { ...at(cardId), ...ifMatch(version), body: { tags } }));

export const setDueDate = (cardId: string, version: number, dueDate: string | null) =>
  dataOf(api.board.PUT('/board/cards/{cardId}/due-date', { ...at(cardId), ...ifMatch(version), body: { dueDate } }));

export const sayAiAssistance = (cardId: string, how: string | null) =>
  dataOf(api.board.PUT('/board/cards/{cardId}/ai-assistance', { ...at(cardId), body: { how } }));

export const watchCard = (cardId: string, isWatched: boolean) =>
  done(
    isWatched
      ? api.board.PUT('/board/cards/{cardId}/watch', at(cardId))
      : api.board.DELETE('/board/cards/{cardId}/watch', at(cardId)),
  );
