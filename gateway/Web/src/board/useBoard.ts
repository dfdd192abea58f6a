import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { commands } from '../app/commands';
import { useRights } from '../app/person';
import { useLive } from '../live/useLive';
import { useCardActions } from './actions/useCardActions';
import type { BoardScope } from './BoardContext';
import { boardQuery, standupQuery, workflowQuery } from './queries';
import { selection } from './stores';
import type { Standup } from './types';

/** Who is in the team. It stays the same object while avatars come and go, so that no card is drawn anew for those. */
const whoOf = ({ people }: Standup) =>
  people.map(({ personId, name, isAbsent }) => ({ personId, name: name ?? '', isAbsent }));

/** Reads a board, follows it live, and gathers what its parts need. */
export function useBoard(boardId: string) {
  const navigate = useNavigate();
  const rights = useRights();
  const board = useQuery(boardQuery(boardId));
  const workflow = useQuery(workflowQuery(boardId, board.data?.workflowVersion));
  const standup = useQuery(standupQuery(boardId));
  const actions = useCardActions(boardId);
  const live = useLive(`/api/board/boards/${boardId}/events`, (event) => {
    if (event.name !== 'heartbeat') {
      actions.refresh();
    }
  });
  const openCard = useCallback(
    (card: string | null) =>
      void navigate({ to: '/boards/$boardId', params: { boardId }, search: card ? { card } : {}, resetScroll: false }),
    [navigate, boardId],
  );
  useEffect(() => () => selection.set(new Set()), []);
  useEffect(
    () => commands.register('standup', () => void navigate({ to: '/boards/$boardId/standup', params: { boardId } })),
    [navigate, boardId],
  );
  const teamId = board.data?.teamId ?? '';
  const [mayWork, mayLead] = [rights.isInTeam(teamId), rights.isLead(teamId)];
  const team = standup.data?.people;
  const who = useQuery({ ...standupQuery(boardId), select: whoOf }).data;
  const people = useMemo(() => new Map(who?.map((one) => [one.personId, one.name])), [who]);
  const absent = useMemo(() => new Set(who?.filter((one) => one.isAbsent).map((one) => one.personId)), [who]);
  const scope = useMemo<BoardScope>(
    () => ({ boardId, teamId, actions, workflow: workflow.data, people, absent, mayWork, mayLead, openCard }),
    [boardId, teamId, actions, workflow.data, people, absent, mayWork, mayLead, openCard],
  );
  return { board, workflow: workflow.data, team, live, scope };
}
