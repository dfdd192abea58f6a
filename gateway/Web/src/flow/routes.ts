import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../app/person';
import { shellRoute } from '../app/root';
import { boardsQuery } from '../board/queries';
import { lastBoard } from './model/lastBoard';
import { searchOf } from './model/window';

/** The board that was looked at last, else, of the person's own teams or of all, the one on which most has happened. */
const flowIndexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flow',
  loader: async ({ context: { queryClient } }) => {
    const [session, boards] = await Promise.all([
      queryClient.ensureQueryData(sessionQuery),
      queryClient.fetchQuery(boardsQuery()),
    ]);
    const former = lastBoard.read();
    const busiest = boards.items.toSorted((one, other) => other.version - one.version);
    const board =
      boards.items.find((one) => one.id === former) ??
      busiest.find((one) => session?.teams.some((team) => team.teamId === one.teamId)) ??
      busiest[0];
    if (board) {
      throw redirect({ to: '/flow/$boardId/$view', params: { boardId: board.id, view: 'overview' }, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('./NoBoardPage'), 'NoBoardPage'),
});

const flowBoardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flow/$boardId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/flow/$boardId/$view', params: { ...params, view: 'overview' }, replace: true });
  },
});

const flowViewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flow/$boardId/$view',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./FlowPage'), 'FlowPage'),
});

/**
 * The screens of Flow, the charts of a board's measures: lazily loaded routes under shellRoute. app/router.tsx reads
 * this list, app/navigation.ts reads the one of navigation.ts.
 */
export const flowRoutes = [flowIndexRoute, flowBoardRoute, flowViewRoute] as const;
