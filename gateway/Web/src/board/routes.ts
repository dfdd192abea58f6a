import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../app/person';
import { shellRoute } from '../app/root';
import { boardQuery, boardsQuery } from './queries';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Whoever has one board goes straight to it. */
export const boardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards',
  validateSearch: (search: Record<string, unknown>): { all?: boolean } => (search.all ? { all: true } : {}),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    const [session, boards] = await Promise.all([
      queryClient.ensureQueryData(sessionQuery),
      queryClient.fetchQuery(boardsQuery()).catch(() => null),
    ]);
    const mine = boards?.items.filter((board) => session?.teams.some((team) => team.teamId === board.teamId)) ?? [];
    if (!deps.all && mine.length === 1 && mine[0]) {
      throw redirect({ to: '/boards/$boardId', params: { boardId: mine[0].id } });
    }
  },
  component: lazyRouteComponent(() => import('./BoardsPage'), 'BoardsPage'),
});

export const boardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards/$boardId',
  validateSearch: (search: Record<string, unknown>): { card?: string } => {
    const card = text(search.card);
    return card ? { card } : {};
  },
  loader: ({ context: { queryClient }, params }) => void queryClient.prefetchQuery(boardQuery(params.boardId)),
  component: lazyRouteComponent(() => import('./BoardPage'), 'BoardPage'),
});

export const standupRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards/$boardId/standup',
  component: lazyRouteComponent(() => import('./standup/StandupPage'), 'StandupPage'),
});

export const workflowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards/$boardId/workflow',
  component: lazyRouteComponent(() => import('./workflow/WorkflowPage'), 'WorkflowPage'),
});

export const boardRoutes = [boardsRoute, boardRoute, standupRoute, workflowRoute] as const;
