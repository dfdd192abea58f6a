import { useQueryClient } from '@tanstack/react-query';
import type { LiveState } from '../live/liveStream';
import { useLive } from '../live/useLive';
import { importsQuery, requestKey } from './queries';

/** Reads every list of requests anew when some request has changed, wherever that happened. */
export function useRequestsLive(isWanted = true): LiveState {
  const client = useQueryClient();
  return useLive(isWanted ? '/api/intake/requests/events' : null, ({ name }) => {
    if (name === 'changed') {
      void client.invalidateQueries({ queryKey: ['requests'] });
      void client.invalidateQueries({ queryKey: ['comments', 'last'] });
    }
  });
}

/** Reads a request, and what was said about it, anew when it has changed. */
export function useRequestLive(requestId: string): LiveState {
  const client = useQueryClient();
  return useLive(`/api/intake/requests/${requestId}/events`, ({ name }) => {
    if (name === 'changed') {
      void client.invalidateQueries({ queryKey: requestKey(requestId) });
      void client.invalidateQueries({ queryKey: ['comments', requestId] });
    }
  });
}

/** Reads the list of imports anew when one has begun, moved on or ended. */
export function useImportsLive(): LiveState {
  const client = useQueryClient();
  return useLive('/api/intake/imports/events', ({ name }) => {
    if (name === 'changed') {
      void client.invalidateQueries({ queryKey: importsQuery.queryKey });
    }
  });
}
