import { useQueryClient } from '@tanstack/react-query';
import { useLive } from '../live/useLive';
import { changeQuery } from './queries';

/** Reads every list of changes anew when one was raised or has moved on, wherever that happened. */
export function useChangesLive(isWanted = true): void {
  const client = useQueryClient();
  useLive(isWanted ? '/api/changes/events' : null, ({ name }) => {
    if (name === 'changed') {
      void client.invalidateQueries({ queryKey: ['changes'] });
    }
  });
}

/** Reads a change anew when somebody has acted on it. */
export function useChangeLive(id: string): void {
  const client = useQueryClient();
  useLive(`/api/changes/${id}/events`, ({ name }) => {
    if (name === 'changed') {
      void client.invalidateQueries({ queryKey: changeQuery(id).queryKey });
    }
  });
}
