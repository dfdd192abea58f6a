/**
 * The screens of Flow, the charts of a board's measures: lazily loaded routes under shellRoute. app/router.tsx reads
 * this list, app/navigation.ts reads the one of navigation.ts.
 */
export const flowRoutes = [] as const;
