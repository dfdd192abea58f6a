import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { LiveState } from './liveStream';
import { useLive } from './useLive';

/** Reads what stands under the keys anew whenever a stream says that its subject has changed. */
export function useChanged(url: string | null, ...stale: readonly QueryKey[]): LiveState {
  const client = useQueryClient();
  return useLive(url, ({ name }) => {
    if (name === 'changed') {
      for (const queryKey of stale) {
        void client.invalidateQueries({ queryKey });
      }
    }
  });
}
