import type { LiveState } from '../live/liveStream';
import { useChanged } from '../live/useChanged';
import { changeQuery } from './queries';

/** Reads every list of changes anew when one was raised or has moved on, wherever that happened. */
export const useChangesLive = (isWanted = true): LiveState =>
  useChanged(isWanted ? '/api/changes/events' : null, ['changes']);

/** Reads a change anew when somebody has acted on it. */
export const useChangeLive = (id: string): LiveState =>
  useChanged(`/api/changes/${id}/events`, changeQuery(id).queryKey);
