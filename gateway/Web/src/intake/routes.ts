import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root';
import { filterFrom, type RequestFilter } from './model/filter';
import { type TriageSearch, triageSearchFrom } from './model/triageSearch';
import { type WorkloadSearch, workloadSearchFrom } from './model/workloadSearch';

const requestsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requests',
  validateSearch: (search: Record<string, unknown>): RequestFilter => filterFrom(search),
  component: lazyRouteComponent(() => import('./list/RequestsPage'), 'RequestsPage'),
});

const submitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requests/new',
  component: lazyRouteComponent(() => import('./submit/SubmitPage'), 'SubmitPage'),
});

const requestRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./request/RequestPage'), 'RequestPage'),
});

const triageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/triage',
  validateSearch: (search: Record<string, unknown>): TriageSearch => triageSearchFrom(search),
  component: lazyRouteComponent(() => import('./triage/TriagePage'), 'TriagePage'),
});

const workloadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workload',
  validateSearch: (search: Record<string, unknown>): WorkloadSearch => workloadSearchFrom(search),
  component: lazyRouteComponent(() => import('./workload/WorkloadPage'), 'WorkloadPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/ImportsPage'), 'ImportsPage'),
});

const wizardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./imports/WizardPage'), 'WizardPage'),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./imports/ImportPage'), 'ImportPage'),
});

/** The screens of Intake. app/router.tsx reads this list, app/navigation.ts reads the one of navigation.ts. */
export const intakeRoutes = [
  requestsRoute,
  submitRoute,
  requestRoute,
  triageRoute,
  workloadRoute,
  importsRoute,
  wizardRoute,
  importRoute,
] as const;
