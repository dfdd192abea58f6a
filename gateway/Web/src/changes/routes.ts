import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';

export const changesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/changes',
  validateSearch: (search: Record<string, unknown>): { raiseFor?: string } =>
    typeof search.raiseFor === 'string' ? { raiseFor: search.raiseFor } : {},
  component: lazyRouteComponent(() => import('./ChangesPage'), 'ChangesPage'),
});

export const changeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/changes/$changeId',
  component: lazyRouteComponent(() => import('./ChangePage'), 'ChangePage'),
});

export const delegationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/changes/delegations',
  component: lazyRouteComponent(() => import('./DelegationsPage'), 'DelegationsPage'),
});

export const changesRoutes = [changesRoute, delegationsRoute, changeRoute] as const;
