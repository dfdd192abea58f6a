import { useMutation, useQueryClient } from '@tanstack/react-query';
import { showError } from '../ui/announce';
import { roomQuery } from './queries';

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
