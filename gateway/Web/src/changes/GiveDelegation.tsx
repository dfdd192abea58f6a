import { MultiSelect, Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { PersonPicker } from '../app/PersonPicker';
import { useRights } from '../app/person';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { delegationsQuery, type RiskClass } from './queries';

const t = texts.delegations;
const CATEGORIES = ['Standard', 'Normal', 'Emergency'];
const RISKS: RiskClass[] = ['Low', 'Medium', 'High'];
const NOTHING = {
  deputyId: null as string | null,
  principalId: null as string | null,
  from: '',
  to: '',
  reason: '',
  categories: [] as string[],
  riskCeiling: null as RiskClass | null,
  systems: [] as string[],
};
const instantOf = (local: string) => (local === '' ? null : new Date(local).toISOString());

/** Hands one's authority to a deputy for a time; an administrator does it for somebody who is already away. */
export function GiveDelegation({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [form, setForm] = useState(NOTHING);
  const { isAdmin } = useRights();
  const client = useQueryClient();
  const set = (part: Partial<typeof NOTHING>) => setForm({ ...form, ...part });
  const give = async () => {
    const { deputyId, principalId, reason, categories, riskCeiling, systems } = form;
    const scope = { categories, systems, ...(riskCeiling ? { riskCeiling } : {}) };
    const body = { deputyId, principalId, reason, scope, from: instantOf(form.from), to: instantOf(form.to) };
    await dataOf(api.changes.POST('/changes/delegations', { body }));
    await client.invalidateQueries({ queryKey: delegationsQuery.queryKey });
    setForm(NOTHING);
  };
  return (
    <FormDialog
      title={t.give}
      lead={t.giveLead}
      button={t.give}
      size="lg"
      isOpen={isOpen}
      onClose={onClose}
      onSend={give}
    >
      {(errorOf) => (
        <>
          <PersonPicker label={t.deputy} value={form.deputyId} onChange={(deputyId) => set({ deputyId })} />
          {isAdmin && (
            <PersonPicker
              label={t.principal}
              value={form.principalId}
              onChange={(principalId) => set({ principalId })}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              type="datetime-local"
              label={t.from}
              required
              value={form.from}
              error={errorOf('from')}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <TextInput
              type="datetime-local"
              label={t.to}
              required
              value={form.to}
              error={errorOf('to')}
              onChange={(event) => set({ to: event.currentTarget.value })}
            />
            <MultiSelect
              label={t.categories}
              placeholder={form.categories.length === 0 ? t.everything : ''}
              data={CATEGORIES}
              value={form.categories}
              onChange={(categories) => set({ categories })}
            />
            <Select
              label={t.riskCeiling}
              placeholder={t.everything}
              clearable
              data={RISKS.map((value) => ({ value, label: texts.changes.risks[value] }))}
              value={form.riskCeiling}
              onChange={(riskCeiling) => set({ riskCeiling })}
            />
          </SimpleGrid>
          <TagsInput
            label={texts.changes.systems}
            placeholder={form.systems.length === 0 ? t.everything : ''}
            value={form.systems}
            onChange={(systems) => set({ systems })}
          />
          <Textarea
            label={texts.common.reason}
            required
            autosize
            minRows={2}
            value={form.reason}
            error={errorOf('reason')}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
