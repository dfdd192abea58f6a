import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';

export const sessionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sessions',
  component: lazyRouteComponent(() => import('./SessionsPage'), 'SessionsPage'),
});

export const sessionRoomRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./SessionPage'), 'SessionPage'),
});

export const sessionRoutes = [sessionsRoute, sessionRoomRoute] as const;
