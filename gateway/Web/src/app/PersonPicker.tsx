import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';

interface PersonPickerProps {
  label: string;
  value: string | null;
  onChange: (personId: string | null) => void;
}

/** Finds a person by a part of the name. */
export function PersonPicker({ label, value, onChange }: PersonPickerProps) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 200);
  const query = useQuery({
    queryKey: ['people', 'pick', search],
    queryFn: () =>
      dataOf(api.identity.GET('/identity/people', { params: { query: { search, active: true, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  const data = (query.data?.items ?? []).map((person) => ({ value: person.id, label: person.name }));
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
    />
  );
}
