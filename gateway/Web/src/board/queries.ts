import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { shareBoard } from './model/sharing';

export const boardsQuery = (teamId?: string) =>
  queryOptions({
    queryKey: ['boards', teamId ?? 'all'],
    queryFn: () =>
      dataOf(api.board.GET('/board/boards', { params: { query: { limit: 200, ...(teamId ? { teamId } : {}) } } })),
    staleTime: 60_000,
  });

export const boardKey = (boardId: string) => ['board', boardId] as const;

export const boardQuery = (boardId: string) =>
  queryOptions({
    queryKey: boardKey(boardId),
    queryFn: ({ signal }) =>
      dataOf(api.board.GET('/board/boards/{boardId}', { params: { path: { boardId } }, signal })),
    structuralSharing: shareBoard,
  });

/** A definition of workflow never changes at a version, so it is read once. */
export const workflowQuery = (boardId: string, version: number | undefined) =>
  queryOptions({
    queryKey: ['workflow', boardId, version ?? 'none'],
    queryFn: () =>
      dataOf(api.board.GET('/board/boards/{boardId}/workflow', { params: { path: { boardId }, query: { version } } })),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const cardQuery = (cardId: string) =>
  queryOptions({
    queryKey: ['card', cardId],
    queryFn: () => dataOf(api.board.GET('/board/cards/{cardId}', { params: { path: { cardId } } })),
  });

/** What needs somebody's attention is read anew with the board. */
const attention = (boardId: string, what: string) => ['standup', boardId, what] as const;

export const refusedWorkQuery = (boardId: string) =>
  queryOptions({
    queryKey: attention(boardId, 'refused-work'),
    queryFn: () => dataOf(api.board.GET('/board/boards/{boardId}/refused-work', { params: { path: { boardId } } })),
  });

export const handOversQuery = (boardId: string) =>
  queryOptions({
    queryKey: attention(boardId, 'hand-overs'),
    queryFn: () => dataOf(api.board.GET('/board/boards/{boardId}/hand-overs', { params: { path: { boardId } } })),
  });

export const standupQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['standup', boardId],
    queryFn: () => dataOf(api.board.GET('/board/boards/{boardId}/standup', { params: { path: { boardId } } })),
  });

export const limitsQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['limits', boardId],
    queryFn: () => dataOf(api.board.GET('/board/boards/{boardId}/limits', { params: { path: { boardId } } })),
  });

export const avatarsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['avatars', personId],
    queryFn: () => dataOf(api.board.GET('/board/people/{personId}/avatars', { params: { path: { personId } } })),
  });
