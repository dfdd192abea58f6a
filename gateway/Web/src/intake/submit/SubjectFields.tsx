import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import type { FieldErrors } from '../parts/KindFields';
import { DuplicateHints } from './DuplicateHints';
import type { Draft } from './draft';

const t = texts.submit;
const f = texts.request.fields;

interface SubjectFieldsProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  customers: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  isTeamNeeded: boolean;
  errors: FieldErrors;
}

/** What it is about, on whose behalf, and what is alike already. */
export function SubjectFields({ draft, onDraft, customers, teams, isTeamNeeded, errors }: SubjectFieldsProps) {
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  return (
    <Panel title={t.what} note={t.keptDraft}>
      <Stack gap="md">
        <TextInput
          label={f.title}
          description={t.titleHelp}
          required
          maxLength={300}
          data-autofocus
          value={draft.title}
          error={errors.title?.[0]}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <DuplicateHints title={draft.title} />
        <Textarea
          label={f.description}
          description={t.descriptionHelp}
          autosize
          minRows={5}
          maxRows={24}
          maxLength={20_000}
          value={draft.description}
          error={errors.description?.[0]}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <Select
            label={f.customer}
            description={t.customerHelp}
            required
            allowDeselect={false}
            data={customers.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.customer}
            error={errors.customerId?.[0]}
            onChange={(customer) => set({ customer: customer ?? '' })}
          />
          <Select
            label={f.team}
            description={t.teamHelp}
            clearable={!isTeamNeeded}
            placeholder={texts.request.noTeam}
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.team === '' ? null : draft.team}
            error={errors.teamId?.[0]}
            onChange={(team) => set({ team: team ?? '' })}
          />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
