import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';

export const myRequestsQuery = queryOptions({
  queryKey: ['requests', 'mine'],
  queryFn: () => dataOf(api.intake.GET('/intake/requests', { params: { query: { mine: true, limit: 20 } } })),
});

/** Those of one's own requests about which somebody may ask. */
export const undecidedRequestsQuery = queryOptions({
  queryKey: ['requests', 'mine', 'undecided'],
  queryFn: () =>
    dataOf(
      api.intake.GET('/intake/requests', {
        params: { query: { mine: true, status: ['Submitted', 'Triaged'], limit: 200 } },
      }),
    ),
});

/** Changes that wait for a judgement which this person may give now, by themselves or as a deputy. */
export const waitingChangesQuery = queryOptions({
  queryKey: ['changes', 'waiting'],
  queryFn: () => dataOf(api.changes.GET('/changes/people/me/waiting', { params: { query: { limit: 50 } } })),
});

/** Sessions that are under way, each as this person sees it. */
export const runningSessionsQuery = queryOptions({
  queryKey: ['sessions', 'running'],
  queryFn: async () => {
    const pages = await Promise.all(
      (['Open', 'Deliberating'] as const).map((state) =>
        dataOf(api.prioritisation.GET('/prioritisation/sessions', { params: { query: { state, limit: 20 } } })),
      ),
    );
    return Promise.all(
      pages
        .flatMap((page) => page.items)
        .map(({ id: sessionId }) =>
          dataOf(api.prioritisation.GET('/prioritisation/sessions/{sessionId}', { params: { path: { sessionId } } })),
        ),
    );
  },
});

/** Read anew with one's boards. */
export const mentionsQuery = queryOptions({
  queryKey: ['mine', 'mentions'],
  queryFn: () => dataOf(api.board.GET('/board/people/me/mentions', { params: { query: { limit: 10 } } })),
});

export const watchedQuery = queryOptions({
  queryKey: ['mine', 'watched'],
  queryFn: () => dataOf(api.board.GET('/board/people/me/watched', { params: { query: { limit: 10 } } })),
});

/** On which board each of some cards stands. */
export const boardsOfCardsQuery = (cardIds: readonly string[]) =>
  queryOptions({
    queryKey: ['boards-of', ...cardIds],
    queryFn: async () => {
      const cards = await Promise.all(
        [...new Set(cardIds)].map((cardId) =>
          dataOf(api.board.GET('/board/cards/{cardId}', { params: { path: { cardId } } })),
        ),
      );
      return new Map(cards.map(({ card }) => [card.id, card.boardId]));
    },
    enabled: cardIds.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
