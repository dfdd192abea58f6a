import { flowNavigation } from '../flow/navigation';
import { texts } from '../texts';

const t = texts.tour.steps;

/** What to look at first, in the order in which work goes. */
export const STEPS = [
  { to: '/my-work', ...t.myWork },
  { to: '/boards', ...t.board },
  { to: '/boards', ...t.card },
  { to: '/sessions', ...t.sessions },
  { to: '/changes', ...t.changes },
  ...flowNavigation.slice(0, 1).map(({ to }) => ({ to, ...t.flow })),
];
