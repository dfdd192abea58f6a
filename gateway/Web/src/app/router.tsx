import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { adminRoutes } from '../admin/routes';
import { adoptionRoutes } from '../adoption/routes';
import { auditRoutes } from '../audit/routes';
import { boardRoutes } from '../board/routes';
import { changesRoutes } from '../changes/routes';
import { flowRoutes } from '../flow/routes';
import { intakeRoutes } from '../intake/routes';
import { myWorkRoutes } from '../mywork/routes';
import { sessionRoutes } from '../session/routes';
import { LoadingRows } from '../ui/states';
import { queryClient } from './queries';
import { rootRoute, shellRoute } from './root';
import { NotFoundScreen, ScreenError } from './ScreenError';

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/my-work' });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('../signin/SignInPage'), 'SignInPage'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  shellRoute.addChildren([
    ...myWorkRoutes,
    ...boardRoutes,
    ...flowRoutes,
    ...intakeRoutes,
    ...sessionRoutes,
    ...changesRoutes,
    ...auditRoutes,
    ...adoptionRoutes,
    ...adminRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: ScreenError,
  defaultNotFoundComponent: NotFoundScreen,
  defaultPendingComponent: () => <LoadingRows />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
