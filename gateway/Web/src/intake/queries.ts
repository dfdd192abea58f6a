import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { RequestFilter } from './model/filter';
import { queryOf } from './model/filter';

const PAGE = 40;

export const requestKey = (requestId: string) => ['request', requestId] as const;

/** A list of requests, page after page by cursor. */
export const requestsQuery = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.intake.GET('/intake/requests', {
          params: { query: { ...queryOf(filter), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: requestKey(requestId),
    queryFn: ({ signal }) =>
      dataOf(api.intake.GET('/intake/requests/{requestId}', { params: { path: { requestId } }, signal })),
  });

export const commentsQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['comments', requestId, 'all'],
    queryFn: ({ signal }) =>
      dataOf(
        api.intake.GET('/intake/requests/{requestId}/comments', {
          params: { path: { requestId }, query: { limit: 200 } },
          signal,
        }),
      ),
  });

/** Who has the last word at each of these requests. */
export const lastCommentsQuery = (requestIds: readonly string[]) =>
  queryOptions({
    queryKey: ['comments', 'last', requestIds],
    queryFn: () =>
      dataOf(
        api.intake.GET('/intake/requests/last-comments', {
          params: { query: { requestId: requestIds.slice(0, 200) } },
        }),
      ),
    enabled: requestIds.length > 0,
    placeholderData: (before) => before,
  });

export const duplicatesQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['duplicates', requestId],
    queryFn: ({ signal }) =>
      dataOf(api.intake.GET('/intake/requests/{requestId}/duplicates', { params: { path: { requestId } }, signal })),
    staleTime: 60_000,
  });

export const draftDuplicatesQuery = (title: string) =>
  queryOptions({
    queryKey: ['duplicates', 'draft', title],
    queryFn: ({ signal }) =>
      dataOf(api.intake.GET('/intake/requests/duplicates', { params: { query: { title } }, signal })),
    enabled: title.length >= 4,
    placeholderData: (before) => (title.length >= 4 ? before : undefined),
  });

export const teamsQuery = queryOptions({
  queryKey: ['teams', 'names'],
  queryFn: () => dataOf(api.identity.GET('/identity/teams', { params: { query: { limit: 200 } } })),
  staleTime: 600_000,
});

export const workloadQuery = (asOf: string | undefined, weeks: number, timeZone: string) =>
  queryOptions({
    queryKey: ['workload', asOf ?? 'now', weeks, timeZone],
    queryFn: () =>
      dataOf(api.intake.GET('/intake/workload', { params: { query: { weeks, timeZone, ...(asOf ? { asOf } : {}) } } })),
    placeholderData: (before) => before,
    staleTime: 30_000,
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam }) =>
    dataOf(
      api.intake.GET('/intake/imports', {
        params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
});

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: () => dataOf(api.intake.GET('/intake/imports/{importId}', { params: { path: { importId } } })),
  });

export const rejectionsQuery = (importId: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', importId, 'rejections'],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.intake.GET('/intake/imports/{importId}/rejections', {
          params: { path: { importId }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
