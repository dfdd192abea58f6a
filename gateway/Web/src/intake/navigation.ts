import { IconGavel, IconInbox, IconStack2, IconTransferIn } from '@tabler/icons-react';
import type { NavigationItem } from '../app/navigation';
import { texts } from '../texts';

/** The entries of Intake in the main navigation; see routes.ts. */
export const intakeNavigation: NavigationItem[] = [
  { to: '/requests', label: texts.requests.title, icon: IconInbox },
  {
    to: '/triage',
    label: texts.triage.title,
    icon: IconGavel,
    isFor: (rights) => rights.isInSomeTeam || rights.isAdmin,
  },
  { to: '/workload', label: texts.workload.title, icon: IconStack2 },
  {
    to: '/imports',
    label: texts.imports.title,
    icon: IconTransferIn,
    isFor: (rights) => rights.isInSomeTeam || rights.isAdmin,
  },
];
