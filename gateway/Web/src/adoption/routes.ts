import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';

const adoptionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/adoption',
  component: lazyRouteComponent(() => import('./AdoptionPage'), 'AdoptionPage'),
});

export const adoptionRoutes = [adoptionRoute] as const;
