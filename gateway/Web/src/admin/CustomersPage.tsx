import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { usePeopleNames } from '../app/directory';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { AdminTabs } from './AdminTabs';

const t = texts.admin;

export function CustomersPage() {
  const [isOpen, dialog] = useDisclosure(false);
  const [name, setName] = useState('');
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['customers', 'all'],
    queryFn: () => dataOf(api.identity.GET('/identity/customers', { params: { query: { limit: 200 } } })),
  });
  const names = usePeopleNames((query.data?.items ?? []).flatMap((one) => one.representativeId ?? []));
  return (
    <Page
      title={t.title}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.addCustomer}
        </Button>
      }
    >
      <AdminTabs />
      <QueryState query={query}>
        {({ items }) => (
          <Panel isFlush>
            <Rows>
              {items.map((customer) => (
                <Row
                  key={customer.id}
                  to={`/customers/${customer.id}`}
                  title={customer.name}
                  note={
                    customer.representativeId && `${t.representative}: ${names.get(customer.representativeId) ?? ''}`
                  }
                  side={t.memberCount(customer.members)}
                />
              ))}
            </Rows>
          </Panel>
        )}
      </QueryState>
      <FormDialog
        title={t.addCustomer}
        button={t.addCustomer}
        isOpen={isOpen}
        onClose={dialog.close}
        onSend={async () => {
          await dataOf(api.identity.POST('/identity/customers', { body: { name } }));
          await client.invalidateQueries({ queryKey: ['customers'] });
        }}
      >
        <TextInput
          label={texts.common.name}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </FormDialog>
    </Page>
  );
}
