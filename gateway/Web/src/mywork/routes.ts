import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';

const myWorkRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/my-work',
  component: lazyRouteComponent(() => import('./MyWorkPage'), 'MyWorkPage'),
});

export const myWorkRoutes = [myWorkRoute] as const;
