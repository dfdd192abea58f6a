import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { readSession, type Session } from '../api/session';

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 300_000 });

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => dataOf(api.identity.GET('/identity/me')),
  staleTime: 300_000,
});

/** Who is signed in. Screens stand behind the sign-in, so there is somebody. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) {
    throw new Error('A screen was shown to nobody.');
  }
  return data;
}

/** The person with the names of teams and customers, which the session does not hold. */
export const useMe = () => useQuery(meQuery);

export interface Rights {
  isAdmin: boolean;
  has: (role: string) => boolean;
  isInTeam: (teamId: string) => boolean;
  isInSomeTeam: boolean;
  isLead: (teamId: string) => boolean;
  speaksFor: (customerId: string) => boolean;
}

/** What the page offers or leaves out. The services decide by themselves. */
export function useRights(): Rights {
  const session = useSession();
  return {
    isAdmin: session.roles.includes('admin'),
    has: (role) => session.roles.includes(role),
    isInTeam: (teamId) => session.teams.some((team) => team.teamId === teamId),
    isInSomeTeam: session.teams.length > 0,
    isLead: (teamId) => session.teams.some((team) => team.teamId === teamId && team.role === 'lead'),
    speaksFor: (customerId) =>
      session.customers.some((one) => one.customerId === customerId && one.role === 'stakeholder'),
  };
}
