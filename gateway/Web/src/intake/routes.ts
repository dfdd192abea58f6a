/**
 * The screens of Intake (submit, own requests, triage, import, workload): lazily loaded routes under shellRoute.
 * app/router.tsx reads this list, app/navigation.ts reads the one of navigation.ts.
 */
export const intakeRoutes = [] as const;
