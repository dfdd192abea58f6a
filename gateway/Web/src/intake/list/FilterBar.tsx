import { Group, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { customersQuery } from '../../app/directory';
import { texts } from '../../texts';
import { formatDay } from '../../ui/format';
import type { RequestFilter } from '../model/filter';
import { CATEGORIES, PRACTICES, STATUSES } from '../types';

const t = texts.requests;

interface FilterBarProps {
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
}

/** What the list is narrowed to. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const customers = useQuery(customersQuery);
  const set = (part: Record<string, string | undefined>) => onFilter({ ...filter, ...part } as RequestFilter);
  return (
    <Group gap="xs" className="no-print">
      <SearchText text={filter.q ?? ''} onText={(q) => set({ q: q || undefined })} />
      <Choice
        label={t.anyStatus}
        value={filter.status}
        data={[
          { value: 'Open', label: t.open },
          ...STATUSES.map((value) => ({ value, label: texts.status[value] ?? value })),
        ]}
        onValue={(status) => set({ status })}
      />
      <Choice
        label={t.anyCustomer}
        value={filter.customer}
        data={(customers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(customer) => set({ customer })}
      />
      <Choice
        label={t.anyCategory}
        value={filter.category}
        data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
        onValue={(category) => set({ category })}
      />
      <Choice
        label={t.anyPractice}
        value={filter.practice}
        data={PRACTICES.map((value) => ({ value, label: texts.request.practice[value] }))}
        onValue={(practice) => set({ practice })}
      />
      <Instant iso={filter.openAt} text={t.openAt} onRemove={() => set({ openAt: undefined })} />
      <Instant iso={filter.from} text={t.from} onRemove={() => set({ from: undefined })} />
      <Instant iso={filter.before} text={t.before} onRemove={() => set({ before: undefined })} />
    </Group>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  onValue: (value: string | undefined) => void;
}

export function Choice({ label, value, data, onValue }: ChoiceProps) {
  return (
    <Select
      size="xs"
      w={158}
      aria-label={label}
      placeholder={label}
      clearable
      clearButtonProps={{ 'aria-label': label }}
      data={data}
      value={value ?? null}
      onChange={(next) => onValue(next ?? undefined)}
    />
  );
}

function SearchText({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const tell = useDebouncedCallback(onText, 250);
  useEffect(() => setTyped(text), [text]);
  return (
    <TextInput
      size="xs"
      w={220}
      leftSection={<IconSearch size={14} />}
      placeholder={t.text}
      aria-label={t.text}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}

function Instant(props: { iso: string | undefined; text: (day: string) => string; onRemove: () => void }) {
  return (
    props.iso && (
      <Pill
        withRemoveButton
        onRemove={props.onRemove}
        removeButtonProps={{ 'aria-label': texts.common.remove, 'aria-hidden': false, tabIndex: 0 }}
      >
        {props.text(formatDay(props.iso))}
      </Pill>
    )
  );
}
