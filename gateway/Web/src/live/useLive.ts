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
