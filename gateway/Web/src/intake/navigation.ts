import type { NavigationItem } from '../app/navigation';

/** The entries of Intake in the main navigation; see routes.ts. */
export const intakeNavigation: NavigationItem[] = [];
