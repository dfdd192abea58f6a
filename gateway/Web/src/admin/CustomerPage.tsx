import { Button, Select, Stack } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import type { components } from '../api/generated/identity';
import { useRights } from '../app/person';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { MembersPanel } from './MembersPanel';
import { useAct } from './useAct';

const t = texts.admin;
const ROLES = { requester: t.requester, stakeholder: t.stakeholder };

const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId],
    queryFn: () => dataOf(api.identity.GET('/identity/customers/{customerId}', { params: { path: { customerId } } })),
  });

export function CustomerPage() {
  const { customerId } = useParams({ from: '/shell/customers/$customerId' });
  const query = useQuery(customerQuery(customerId));
  const path = (personId: string) => ({ params: { path: { customerId, personId } } });
  return (
    <Page title={query.data?.name ?? t.customers}>
      <QueryState query={query}>
        {(customer) => (
          <Stack gap="md">
            <Mandate key={customer.version} customer={customer} />
            <MembersPanel
              members={customer.members}
              roles={ROLES}
              reads={['customer', 'customers']}
              onAppoint={(personId, role) =>
                dataOf(
                  api.identity.PUT('/identity/customers/{customerId}/members/{personId}', {
                    ...path(personId),
                    body: { role },
                  }),
                )
              }
              onRelease={(personId) =>
                dataOf(api.identity.DELETE('/identity/customers/{customerId}/members/{personId}', path(personId)))
              }
            />
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

function Mandate({ customer }: { customer: components['schemas']['CustomerResponse'] }) {
  const { isAdmin } = useRights();
  const [representativeId, setRepresentative] = useState(customer.representativeId ?? null);
  const [deputyId, setDeputy] = useState(customer.deputyId ?? null);
  const data = customer.members
    .filter((member) => member.role === 'stakeholder')
    .map((member) => ({ value: member.personId, label: member.name }));
  const save = useAct(
    () =>
      dataOf(
        api.identity.PUT('/identity/customers/{customerId}/representative', {
          params: { path: { customerId: customer.id } },
          body: { representativeId, deputyId },
        }),
      ),
    ['customer', 'customers'],
  );
  return (
    <Panel title={t.representative} note={t.mandateNote}>
      <Stack gap="sm" maw={360}>
        <Select
          label={t.representative}
          data={data}
          value={representativeId}
          clearable
          disabled={!isAdmin}
          onChange={setRepresentative}
        />
        <Select label={t.deputy} data={data} value={deputyId} clearable disabled={!isAdmin} onChange={setDeputy} />
        {isAdmin && (
          <Button w="fit-content" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {texts.common.save}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
