import type { LiveState } from '../live/liveStream';
import { useChanged } from '../live/useChanged';
import { importsQuery, requestKey } from './queries';

/** Reads every list of requests anew when some request has changed, wherever that happened. */
export const useRequestsLive = (isWanted = true): LiveState =>
  useChanged(isWanted ? '/api/intake/requests/events' : null, ['requests'], ['comments', 'last']);

/** Reads a request, and what was said about it, anew when it has changed. */
export const useRequestLive = (requestId: string): LiveState =>
  useChanged(`/api/intake/requests/${requestId}/events`, requestKey(requestId), ['comments', requestId]);

/** Reads the list of imports anew when one has begun, moved on or ended. */
export const useImportsLive = (): LiveState => useChanged('/api/intake/imports/events', importsQuery.queryKey);
