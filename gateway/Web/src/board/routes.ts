import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';

/** Whoever has one board goes straight to it. */
export const boardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards',
  validateSearch: (search: Record<string, unknown>): { all?: boolean } => (search.all ? { all: true } : {}),
  component: lazyRouteComponent(() => import('./BoardsPage'), 'BoardsPage'),
});

export const boardRoutes = [boardsRoute] as const;
