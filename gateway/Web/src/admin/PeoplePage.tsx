import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { Face } from '../ui/Face';
import { FormDialog } from '../ui/FormDialog';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import { ErrorState, LoadingRows } from '../ui/states';
import { Tag } from '../ui/Tag';
import { AdminTabs } from './AdminTabs';
import { FunctionSelect } from './FunctionSelect';

const t = texts.admin;

export function PeoplePage() {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const [isOpen, dialog] = useDisclosure(false);
  const query = useInfiniteQuery({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.identity.GET('/identity/people', {
          params: { query: { limit: 50, ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t.title}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.addPerson}
        </Button>
      }
    >
      <AdminTabs />
      <TextInput
        w={280}
        maw="100%"
        aria-label={t.search}
        placeholder={t.search}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? (
        <LoadingRows />
      ) : (
        <Panel isFlush>
          <Rows>
            {people.map((person) => (
              <Row
                key={person.id}
                to={`/people/${person.id}`}
                start={<Face id={person.id} name={person.name} size={30} />}
                title={person.name}
                note={[person.function, person.email].filter(Boolean).join(' · ')}
                side={
                  <Group gap={6}>
                    {person.isLeader && <Tag>{t.leader}</Tag>}
                    {person.roles.map((role) => (
                      <Tag key={role} tone="accent">
                        {t.roleNames[role] ?? role}
                      </Tag>
                    ))}
                    {!person.isActive && <Tag tone="warn">{t.inactive}</Tag>}
                  </Group>
                }
              />
            ))}
          </Rows>
        </Panel>
      )}
      <MoreButton query={query} />
      <AddPerson isOpen={isOpen} onClose={dialog.close} />
    </Page>
  );
}

function AddPerson({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [person, setPerson] = useState({ name: '', email: '', function: null as string | null, isLeader: false });
  const set = (part: Partial<typeof person>) => setPerson({ ...person, ...part });
  return (
    <FormDialog
      title={t.addPerson}
      button={t.addPerson}
      isOpen={isOpen}
      onClose={onClose}
      onSend={async () => {
        await dataOf(api.identity.POST('/identity/people', { body: person }));
        await client.invalidateQueries({ queryKey: ['people'] });
      }}
    >
      <TextInput
        label={t.personName}
        required
        data-autofocus
        value={person.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.email}
        type="email"
        required
        value={person.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <FunctionSelect value={person.function} onChange={(value) => set({ function: value })} />
      <Checkbox
        label={t.isLeader}
        checked={person.isLeader}
        onChange={(event) => set({ isLeader: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
