import { IconChartDots3 } from '@tabler/icons-react';
import type { NavigationItem } from '../app/navigation';
import { texts } from '../texts';

/** The entries of Flow in the main navigation; see routes.ts. */
export const flowNavigation: NavigationItem[] = [{ to: '/flow', label: texts.flow.title, icon: IconChartDots3 }];
