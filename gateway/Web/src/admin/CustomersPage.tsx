import { TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { usePeopleNames } from '../app/directory';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { Row } from '../ui/Rows';
import { ListPage } from './ListPage';

const t = texts.admin;

export function CustomersPage() {
  const query = useQuery({
    queryKey: ['customers', 'all'],
    queryFn: () => dataOf(api.identity.GET('/identity/customers', { params: { query: { limit: 200 } } })),
  });
  const names = usePeopleNames((query.data?.items ?? []).flatMap((one) => one.representativeId ?? []));
  return (
    <ListPage
      query={query}
      add={t.addCustomer}
      row={(customer) => (
        <Row
          key={customer.id}
          to={`/customers/${customer.id}`}
          title={customer.name}
          note={customer.representativeId && `${t.representative}: ${names.get(customer.representativeId) ?? ''}`}
          side={t.memberCount(customer.members)}
        />
      )}
      dialog={(isOpen, onClose) => <RegisterCustomer isOpen={isOpen} onClose={onClose} />}
    />
  );
}

function RegisterCustomer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [name, setName] = useState('');
  const client = useQueryClient();
  return (
    <FormDialog
      title={t.addCustomer}
      button={t.addCustomer}
      isOpen={isOpen}
      onClose={onClose}
      fields={['name']}
      onSend={async () => {
        await dataOf(api.identity.POST('/identity/customers', { body: { name } }));
        await client.invalidateQueries({ queryKey: ['customers'] });
      }}
    >
      {(errorOf) => (
        <TextInput
          label={texts.common.name}
          required
          data-autofocus
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
