import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveState } from '../live/liveStream';
import { useLive } from '../live/useLive';
import { showError } from '../ui/announce';
import { type Room, roomQuery } from './queries';

/** Without a live line the room is asked so often. */
const UNTIL_LIVE = 5000;

/** An act in the room: its refusal is explained, and the room is read anew afterwards. */
export function useRoomAct<T>(sessionId: string, act: (value: T) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => onDone?.(),
    onError: (error) => showError(error),
    onSettled: () => client.invalidateQueries({ queryKey: roomQuery(sessionId).queryKey }),
  });
}

/** Reads the room anew with each step of the session, as long as it is not at its end. */
export function useRoomLive(sessionId: string, room: Room | undefined): LiveState {
  const client = useQueryClient();
  const first = useRef<{ sessionId: string; version: number } | null>(null);
  if (room && first.current?.sessionId !== sessionId) {
    // The stream begins after what was read first, so that no step falls between the two.
    first.current = { sessionId, version: room.version };
  }
  const isOver = room === undefined || room.endedAt != null;
  const url = isOver ? null : `/api/prioritisation/sessions/${sessionId}/events?after=${first.current?.version ?? 0}`;
  const readAnew = () => void client.invalidateQueries({ queryKey: roomQuery(sessionId).queryKey });
  const state = useLive(url, (event) => event.name === 'changed' && readAnew());
  const isAsking = !isOver && state === 'lost';
  useEffect(() => {
    if (isAsking) {
      const key = roomQuery(sessionId).queryKey;
      const timer = setInterval(() => void client.invalidateQueries({ queryKey: key }), UNTIL_LIVE);
      return () => clearInterval(timer);
    }
  }, [isAsking, client, sessionId]);
  return state;
}
