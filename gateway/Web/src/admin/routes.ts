import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';

const adminRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin',
  component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
});

const teamsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/teams',
  component: lazyRouteComponent(() => import('./TeamsPage'), 'TeamsPage'),
});

const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/customers',
  component: lazyRouteComponent(() => import('./CustomersPage'), 'CustomersPage'),
});

const errorsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/errors',
  component: lazyRouteComponent(() => import('./ErrorQueuesPage'), 'ErrorQueuesPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/webhooks',
  component: lazyRouteComponent(() => import('./SourcesPage'), 'SourcesPage'),
});

const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./PersonPage'), 'PersonPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/teams/$teamId',
  component: lazyRouteComponent(() => import('./TeamPage'), 'TeamPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./CustomerPage'), 'CustomerPage'),
});

const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./TokensPage'), 'TokensPage'),
});

export const adminRoutes = [
  adminRoute,
  teamsRoute,
  customersRoute,
  errorsRoute,
  sourcesRoute,
  personRoute,
  teamRoute,
  customerRoute,
  tokensRoute,
] as const;
