import { useEffect, useEffectEvent, useState } from 'react';
import type { LiveEvent } from './eventParser';
import { follow } from './liveHub';
import type { LiveState } from './liveStream';

/** Follows a stream of the gateway while the component is there; the state says whether it is live. */
export function useLive(url: string | null, onEvent: (event: LiveEvent) => void): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const tell = useEffectEvent(onEvent);
  useEffect(() => (url === null ? undefined : follow(url, (event) => tell(event), setState)), [url]);
  return state;
}

/** Follows several streams alike. */
export function useLives(urls: readonly string[], onEvent: (event: LiveEvent) => void): void {
  const tell = useEffectEvent(onEvent);
  const key = urls.join(' ');
  useEffect(() => {
    const ends = key
      .split(' ')
      .filter((url) => url !== '')
      .map((url) =>
        follow(
          url,
          (event) => tell(event),
          () => {},
        ),
      );
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }, [key]);
}
