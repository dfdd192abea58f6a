import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../../app/person';
import { BoardCopy } from './BoardCopy';
import { CardActions } from './CardActions';

export function useCardActions(boardId: string): CardActions {
  const client = useQueryClient();
  const { personId } = useSession();
  return useMemo(() => new CardActions(new BoardCopy(client, boardId), personId), [client, boardId, personId]);
}
