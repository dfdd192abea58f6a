import { Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import type { components } from '../api/generated/intake';
import { customersQuery } from '../app/directory';
import { teamsQuery } from '../intake/queries';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';

type Source = components['schemas']['SourceResponse'];
type Profile = components['schemas']['ProfileName'];
const t = texts.sources;
const PROFILES: readonly Profile[] = ['GitHub', 'Jira', 'ServiceNow', 'Generic'];

interface ConnectSourceProps {
  isOpen: boolean;
  onClose: () => void;
  onConnected: (source: Source) => void;
}

/** Connects a ticket tool: how its messages are read, and for whom its requests are. */
export function ConnectSource({ isOpen, onClose, onConnected }: ConnectSourceProps) {
  const client = useQueryClient();
  const customers = useQuery(customersQuery).data ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const [profile, setProfile] = useState<Profile>('GitHub');
  const [customerId, setCustomer] = useState<string | null>(null);
  const [teamId, setTeam] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      title={t.add}
      lead={t.addLead}
      button={t.add}
      isOpen={isOpen}
      onClose={onClose}
      fields={['customerId', 'teamId', 'source', 'profile']}
      onSend={async () => {
        const body = { profile, customerId, teamId, source: source.trim() || null };
        onConnected(await dataOf(api.intake.POST('/intake/webhook-sources', { body })));
        await client.invalidateQueries({ queryKey: ['webhook-sources'] });
      }}
    >
      {(errorOf) => (
        <>
          <Select
            label={t.profile}
            description={t.signing[profile === 'GitHub' ? 'github' : 'generic']}
            required
            allowDeselect={false}
            data-autofocus
            data={PROFILES.map((value) => ({ value, label: t.profiles[value] }))}
            value={profile}
            error={errorOf('profile')}
            onChange={(value) => setProfile((value ?? 'GitHub') as Profile)}
          />
          <Select
            label={texts.request.fields.customer}
            required
            searchable
            data={named(customers)}
            value={customerId}
            error={errorOf('customerId')}
            onChange={setCustomer}
          />
          <Select
            label={texts.request.fields.team}
            clearable
            data={named(teams)}
            value={teamId}
            error={errorOf('teamId')}
            onChange={setTeam}
          />
          <TextInput
            label={t.source}
            description={t.sourceHint}
            value={source}
            error={errorOf('source')}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
