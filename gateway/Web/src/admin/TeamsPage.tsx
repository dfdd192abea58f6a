import { TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { Row } from '../ui/Rows';
import { Tag } from '../ui/Tag';
import { FunctionSelect } from './FunctionSelect';
import { ListPage } from './ListPage';

const t = texts.admin;

export function TeamsPage() {
  const query = useQuery({
    queryKey: ['teams', 'all'],
    queryFn: () => dataOf(api.identity.GET('/identity/teams', { params: { query: { limit: 200 } } })),
  });
  return (
    <ListPage
      query={query}
      add={t.addTeam}
      row={(team) => (
        <Row
          key={team.id}
          to={`/teams/${team.id}`}
          start={<Tag tone="accent">{team.key}</Tag>}
          title={team.name}
          note={team.function}
          side={team.isActive ? t.memberCount(team.members) : <Tag tone="warn">{t.inactive}</Tag>}
        />
      )}
      dialog={(isOpen, onClose) => <FormTeam isOpen={isOpen} onClose={onClose} />}
    />
  );
}

function FormTeam({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [team, setTeam] = useState({ key: '', name: '', function: null as string | null });
  const set = (part: Partial<typeof team>) => setTeam({ ...team, ...part });
  return (
    <FormDialog
      title={t.addTeam}
      button={t.addTeam}
      isOpen={isOpen}
      onClose={onClose}
      fields={['name', 'key']}
      onSend={async () => {
        await dataOf(api.identity.POST('/identity/teams', { body: team }));
        await client.invalidateQueries({ queryKey: ['teams'] });
      }}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={texts.common.name}
            required
            data-autofocus
            value={team.name}
            error={errorOf('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t.teamKey}
            description={t.teamKeyHint}
            required
            value={team.key}
            error={errorOf('key')}
            onChange={(event) => set({ key: event.currentTarget.value.toUpperCase() })}
          />
          <FunctionSelect value={team.function} onChange={(value) => set({ function: value })} />
        </>
      )}
    </FormDialog>
  );
}
