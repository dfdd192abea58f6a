import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { Problem } from '../api/problem';
import { texts } from '../texts';

const LONG = 600_000;

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId],
    queryFn: () => dataOf(api.identity.GET('/identity/people/{personId}', { params: { path: { personId } } })),
    staleTime: LONG,
    retry: (failures, error) => failures < 1 && !(error instanceof Problem),
  });

export const customersQuery = queryOptions({
  queryKey: ['customers', 'names'],
  queryFn: () => dataOf(api.intake.GET('/intake/customers')),
  staleTime: LONG,
});

export const teamQuery = (teamId: string) =>
  queryOptions({
    queryKey: ['team', teamId],
    queryFn: () => dataOf(api.identity.GET('/identity/teams/{teamId}', { params: { path: { teamId } } })),
    staleTime: LONG,
  });

/** A person's name; an empty one until it is known. */
export function usePersonName(personId: string | null | undefined): string {
  const { data, isError } = useQuery({ ...personQuery(personId ?? ''), enabled: Boolean(personId) });
  return data?.name ?? (isError ? texts.common.unknownPerson : '');
}

/** Names of several people at once. */
export function usePeopleNames(personIds: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({
    queries: personIds.map((id) => personQuery(id)),
    combine: (results) => {
      const names = new Map<string, string>();
      for (const [index, { data }] of results.entries()) {
        const id = personIds[index];
        if (id && data) {
          names.set(id, data.name);
        }
      }
      return names;
    },
  });
}

export function useCustomerName(customerId: string | null | undefined): string {
  const { data } = useQuery(customersQuery);
  return data?.find((customer) => customer.id === customerId)?.name ?? '';
}
