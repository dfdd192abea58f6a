import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { Tag } from '../ui/Tag';
import { AdminTabs } from './AdminTabs';
import { FunctionSelect } from './FunctionSelect';

const t = texts.admin;

export function TeamsPage() {
  const [isOpen, dialog] = useDisclosure(false);
  const query = useQuery({
    queryKey: ['teams', 'all'],
    queryFn: () => dataOf(api.identity.GET('/identity/teams', { params: { query: { limit: 200 } } })),
  });
  return (
    <Page
      title={t.title}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.addTeam}
        </Button>
      }
    >
      <AdminTabs />
      <QueryState query={query}>
        {({ items }) => (
          <Panel isFlush>
            <Rows>
              {items.map((team) => (
                <Row
                  key={team.id}
                  to={`/teams/${team.id}`}
                  start={<Tag tone="accent">{team.key}</Tag>}
                  title={team.name}
                  note={team.function}
                  side={team.isActive ? t.memberCount(team.members) : <Tag tone="warn">{t.inactive}</Tag>}
                />
              ))}
            </Rows>
          </Panel>
        )}
      </QueryState>
      <AddTeam isOpen={isOpen} onClose={dialog.close} />
    </Page>
  );
}

function AddTeam({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [team, setTeam] = useState({ key: '', name: '', function: null as string | null });
  const set = (part: Partial<typeof team>) => setTeam({ ...team, ...part });
  return (
    <FormDialog
      title={t.addTeam}
      button={t.addTeam}
      isOpen={isOpen}
      onClose={onClose}
      onSend={async () => {
        await dataOf(api.identity.POST('/identity/teams', { body: team }));
        await client.invalidateQueries({ queryKey: ['teams'] });
      }}
    >
      <TextInput
        label={texts.common.name}
        required
        data-autofocus
        value={team.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.teamKey}
        description={t.teamKeyHint}
        required
        value={team.key}
        onChange={(event) => set({ key: event.currentTarget.value.toUpperCase() })}
      />
      <FunctionSelect value={team.function} onChange={(value) => set({ function: value })} />
    </FormDialog>
  );
}
