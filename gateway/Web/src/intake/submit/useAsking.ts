import { useQuery } from '@tanstack/react-query';
import { customersQuery } from '../../app/directory';
import { useRights, useSession } from '../../app/person';
import type { Category } from '../types';

const TEAMS_OWN: readonly Category[] = ['TechnicalDebt', 'Project'];

/** On whose behalf the person may ask; members of a team ask for the team's own kinds of work too. */
export function useAsking() {
  const session = useSession();
  const rights = useRights();
  const { data } = useQuery(customersQuery);
  const own = new Set(session.customers.map((one) => one.customerId));
  const teams = session.teams.map((one) => one.teamId);
  const asksAll = rights.isAdmin || teams.length > 0;
  const customers = (data ?? []).filter((one) => one.isActive && (asksAll || own.has(one.id)));
  const isTeamsOwn = (customer: string, category: Category): boolean =>
    rights.isAdmin || own.has(customer) || TEAMS_OWN.includes(category);
  return { customers, isKnown: data !== undefined, isTeamsOwn, myTeam: teams[0], isCustomer: own.size > 0 };
}
