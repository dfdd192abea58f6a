import type { NavigationItem } from '../app/navigation';

/** The entries of Flow in the main navigation; see routes.ts. */
export const flowNavigation: NavigationItem[] = [];
