import type { LiveEvent } from './eventParser';
import { type LiveState, LiveStream } from './liveStream';

interface Shared {
  stream: LiveStream;
  state: LiveState;
  events: Set<(event: LiveEvent) => void>;
  states: Set<(state: LiveState) => void>;
}

const open = new Map<string, Shared>();

function start(url: string): Shared {
  const shared: Shared = {
    state: 'connecting',
    events: new Set(),
    states: new Set(),
    stream: new LiveStream({
      url,
      onEvent: (event) => {
        for (const listener of shared.events) {
          listener(event);
        }
      },
      onState: (state) => {
        if (state !== shared.state) {
          shared.state = state;
          for (const listener of shared.states) {
            listener(state);
          }
        }
      },
    }),
  };
  open.set(url, shared);
  return shared;
}

/** Several parts of the page follow the same stream over one line. */
export function follow(url: string, onEvent: (e: LiveEvent) => void, onState: (s: LiveState) => void): () => void {
  const shared = open.get(url) ?? start(url);
  shared.events.add(onEvent);
  shared.states.add(onState);
  onState(shared.state);
  return () => {
    shared.events.delete(onEvent);
    shared.states.delete(onState);
    if (shared.events.size === 0) {
      shared.stream.close();
      open.delete(url);
    }
  };
}
