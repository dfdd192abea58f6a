import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { usePeopleNames } from '../../app/directory';
import { useSession } from '../../app/person';
import { cardQuery } from '../../board/queries';
import { changesOfQuery } from '../../changes/queries';
import { useLive } from '../../live/useLive';
import type { Around } from '../model/why';
import { commentsQuery } from '../queries';
import type { RequestDetail } from '../types';

/** Asked for while one is awaited: the lines of this screen are taken by the request and its board. */
const FOLLOW = 10_000;

/** Sessions of the board's team that are under way. */
const openSessionsQuery = {
  queryKey: ['sessions', 'open'],
  queryFn: async () => {
    const ask = (state: 'Open' | 'Deliberating') =>
      dataOf(api.prioritisation.GET('/prioritisation/sessions', { params: { query: { state, limit: 50 } } }));
    const pages = await Promise.all([ask('Open'), ask('Deliberating')]);
    return pages.flatMap((page) => page.items);
  },
};

const forecastQuery = (boardId: string, cardId: string) => ({
  queryKey: ['forecast', boardId, cardId],
  queryFn: () =>
    dataOf(
      api.board.GET('/board/boards/{boardId}/metrics/forecast/cards/{cardId}', {
        params: { path: { boardId, cardId } },
      }),
    ),
  staleTime: 300_000,
  retry: false,
});

/** Everything that other services know about a request. What they do not tell this person is left out of the picture. */
export function useAround(detail: RequestDetail) {
  const { request } = detail;
  const session = useSession();
  const client = useQueryClient();
  const isOnBoard = request.status === 'Committed' || request.status === 'InProgress';
  const comments = useQuery(commentsQuery(request.id));
  const sessions = useQuery({ ...openSessionsQuery, enabled: request.status === 'Triaged', refetchInterval: FOLLOW });
  const boardId = isOnBoard ? request.card?.boardId : undefined;
  const card = useQuery({ ...cardQuery(request.id), enabled: boardId !== undefined });
  useLive(boardId ? `/api/board/boards/${boardId}/events` : null, ({ name, data }) => {
    if (name !== 'heartbeat' && data.includes(request.id)) {
      void client.invalidateQueries({ queryKey: cardQuery(request.id).queryKey });
    }
  });
  const changes = useQuery({
    ...changesOfQuery(request.id),
    enabled: request.isRegulated && request.card != null,
    refetchInterval: FOLLOW,
  });
  const forecast = useQuery({
    ...forecastQuery(request.card?.boardId ?? '', request.id),
    enabled: isOnBoard && request.card != null,
  });
  const owners = card.data?.card.owners;
  const names = usePeopleNames(owners ?? []);
  const last = comments.data?.items.at(-1);
  const isAsked = last !== undefined && last.by !== request.requesterId;
  const change = changes.data?.items[0];
  const around: Around = {
    teamName: detail.teamName,
    question: isAsked ? { byName: last.byName } : undefined,
    hasAnswer: last !== undefined && !isAsked,
    isRequester: session.personId === request.requesterId,
    requesterName: detail.requesterName,
    isSessionOpen: (sessions.data ?? []).some((one) => !request.teamId || one.teamId === request.teamId),
    owners: owners?.map((id) => names.get(id) ?? ''),
    waitingChange: change?.stage === 'Waiting' ? change : undefined,
  };
  const promise = forecast.data?.done?.find((one) => one.confidence >= 0.85) ?? forecast.data?.done?.at(-1);
  return { around, change, promise, isAtTheGate: isOnBoard && change?.stage === 'Waiting' };
}
