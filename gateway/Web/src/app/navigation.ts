import type { Icon } from '@tabler/icons-react';
import {
  IconChecklist,
  IconClipboardCheck,
  IconLayoutKanban,
  IconSettings,
  IconSparkles,
  IconTimeline,
  IconUsersGroup,
} from '@tabler/icons-react';
import { flowNavigation } from '../flow/navigation';
import { intakeNavigation } from '../intake/navigation';
import { texts } from '../texts';
import type { Rights } from './person';

export interface NavigationItem {
  to: string;
  label: string;
  icon: Icon;
  /** Left out where it would only be refused. */
  isFor?: (rights: Rights) => boolean;
}

const mayAudit = (rights: Rights): boolean =>
  rights.isAdmin || rights.has('auditor') || rights.has('compliance-officer');

/** The screens in the order in which work goes through them. A screen folder adds its own with its routes. */
export const navigation: NavigationItem[] = [
  { to: '/my-work', label: texts.frame.myWork, icon: IconChecklist },
  ...intakeNavigation,
  { to: '/sessions', label: texts.frame.sessions, icon: IconUsersGroup },
  { to: '/boards', label: texts.frame.boards, icon: IconLayoutKanban },
  ...flowNavigation,
  { to: '/changes', label: texts.frame.changes, icon: IconClipboardCheck },
  { to: '/audit', label: texts.frame.audit, icon: IconTimeline, isFor: mayAudit },
  { to: '/adoption', label: texts.frame.adoption, icon: IconSparkles },
  { to: '/admin', label: texts.frame.admin, icon: IconSettings, isFor: (rights) => rights.isAdmin },
];
