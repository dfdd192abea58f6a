import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';

export const myRequestsQuery = queryOptions({
  queryKey: ['requests', 'mine'],
  queryFn: () => dataOf(api.intake.GET('/intake/requests', { params: { query: { mine: true, limit: 20 } } })),
});

/** Changes of the person's teams that still wait for something. */
export const waitingChangesQuery = (teamIds: readonly string[]) =>
  queryOptions({
    queryKey: ['changes', 'waiting', teamIds],
    queryFn: async () => {
      const pages = await Promise.all(
        teamIds.map((TeamId) =>
          dataOf(api.changes.GET('/changes', { params: { query: { TeamId, Stage: 'Waiting', limit: 50 } } })),
        ),
      );
      return pages.flatMap((page) => page.items);
    },
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
