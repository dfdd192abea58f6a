import { Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { customersQuery } from '../../app/directory';
import { texts } from '../../texts';
import { Choice } from '../list/FilterBar';
import type { TriageSearch } from '../model/triageSearch';
import { teamsQuery } from '../queries';
import { CATEGORIES, type Category } from '../types';

const t = texts.triage;

interface TriageFilterProps {
  search: TriageSearch;
  onSearch: (search: TriageSearch) => void;
  firstRef: Ref<HTMLInputElement>;
}

/** What the queue is narrowed to. */
export function TriageFilter({ search, onSearch, firstRef }: TriageFilterProps) {
  const customers = useQuery(customersQuery);
  const teams = useQuery(teamsQuery);
  const set = (part: { [Name in keyof TriageSearch]?: TriageSearch[Name] | undefined }) => {
    const { request: _, ...rest } = { ...search, ...part };
    onSearch(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)));
  };
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t.state}
        data={[
          { value: 'Submitted', label: t.states.Submitted },
          { value: 'Triaged', label: t.states.Triaged },
        ]}
        value={search.state ?? 'Submitted'}
        onChange={(value) => set({ state: value === 'Triaged' ? 'Triaged' : undefined })}
      />
      <Select
        ref={firstRef}
        size="xs"
        w={158}
        aria-label={texts.requests.anyCustomer}
        placeholder={texts.requests.anyCustomer}
        clearable
        clearButtonProps={{ 'aria-label': texts.requests.anyCustomer }}
        data={(customers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.customer ?? null}
        onChange={(customer) => set({ customer: customer ?? undefined })}
      />
      <Choice
        label={texts.requests.anyCategory}
        value={search.category}
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        onValue={(category) => set({ category: category as Category | undefined })}
      />
      <Choice
        label={t.ageAny}
        value={search.age?.toString()}
        data={Object.entries(t.ages).map(([value, label]) => ({ value, label }))}
        onValue={(age) => set({ age: age ? Number(age) : undefined })}
      />
      <Choice
        label={t.anyTeam}
        value={search.team}
        data={(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(team) => set({ team })}
      />
    </Group>
  );
}
