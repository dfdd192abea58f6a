import { Button, Group } from '@mantine/core';
import { IconPresentation, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { commands } from '../app/commands';
import { useRights } from '../app/person';
import { useLive } from '../live/useLive';
import { texts } from '../texts';
import { LiveMark } from '../ui/LiveMark';
import { Page } from '../ui/Page';
import { ErrorState } from '../ui/states';
import { BatchBar } from './BatchBar';
import { BoardContext, type BoardScope } from './BoardContext';
import { BoardSkeleton } from './BoardSkeleton';
import { BoardView } from './BoardView';
import { CardDialogs } from './CardDialogs';
import { CardMenu } from './CardMenu';
import { Meters } from './Meters';
import { NO_FILTER } from './model/filter';
import { metersOf } from './model/meters';
import { boardQuery, standupQuery, workflowQuery } from './queries';
import { selection } from './stores';
import { TeamStrip } from './TeamStrip';
import { Toolbar } from './Toolbar';
import { useCardActions } from './useCardActions';

const CardPanel = lazy(() => import('./card/CardPanel').then((m) => ({ default: m.CardPanel })));
const t = texts.board;

export function BoardPage() {
  const { boardId } = useParams({ from: '/shell/boards/$boardId' });
  const { card: openCardId } = useSearch({ from: '/shell/boards/$boardId' });
  const navigate = useNavigate();
  const rights = useRights();
  const board = useQuery(boardQuery(boardId));
  const workflow = useQuery(workflowQuery(boardId, board.data?.workflowVersion));
  const standup = useQuery(standupQuery(boardId));
  const actions = useCardActions(boardId);
  const [filter, setFilter] = useState(NO_FILTER);
  const [areLanesShown, setLanes] = useState(false);
  const deferred = useDeferredValue(filter);
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
  const people = useMemo(() => new Map((team ?? []).map((one) => [one.personId, one.name ?? ''])), [team]);
  const scope = useMemo<BoardScope>(
    () => ({ boardId, teamId, actions, workflow: workflow.data, people, mayWork, mayLead, openCard }),
    [boardId, teamId, actions, workflow.data, people, mayWork, mayLead, openCard],
  );
  if (!board.data) {
    return board.isError ? (
      <Page title={t.title}>
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      </Page>
    ) : (
      <BoardSkeleton />
    );
  }
  const link = { params: { boardId } };
  return (
    <BoardContext value={scope}>
      <Page
        isWide
        title={board.data.name}
        lead={<LiveMark state={live} />}
        actions={
          <>
            {standup.data && <TeamStrip people={standup.data.people} limit={board.data.personalLimit} />}
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPresentation size={16} />}
              renderRoot={(props) => <Link to="/boards/$boardId/standup" {...link} {...props} />}
            >
              {t.standup}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconSettings size={16} />}
              renderRoot={(props) => <Link to="/boards/$boardId/workflow" {...link} {...props} />}
            >
              {t.definition}
            </Button>
          </>
        }
      >
        <Group justify="space-between" gap="sm">
          <Toolbar filter={filter} onFilter={setFilter} areLanesShown={areLanesShown} onLanes={setLanes} />
          <Meters meters={metersOf(board.data, workflow.data)} />
        </Group>
        <BoardView board={board.data} filter={deferred} areLanesShown={areLanesShown} />
      </Page>
      <CardMenu />
      <CardDialogs />
      <BatchBar board={board.data} />
      <Suspense fallback={null}>
        {openCardId && <CardPanel cardId={openCardId} onClose={() => openCard(null)} />}
      </Suspense>
    </BoardContext>
  );
}
