import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { components } from '../api/generated/prioritisation';

type Schemas = components['schemas'];
export type Room = Schemas['SessionView'];
export type Option = Schemas['OptionEvidenceView'];
export type SessionState = Schemas['SessionState'];

export const sessionsQuery = queryOptions({
  queryKey: ['sessions', 'list'],
  queryFn: () => dataOf(api.prioritisation.GET('/prioritisation/sessions', { params: { query: { limit: 50 } } })),
});

export const roomsQuery = queryOptions({
  queryKey: ['board-rooms'],
  queryFn: () => dataOf(api.prioritisation.GET('/prioritisation/boards')),
});

export const roomQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: () =>
      dataOf(api.prioritisation.GET('/prioritisation/sessions/{sessionId}', { params: { path: { sessionId } } })),
  });
