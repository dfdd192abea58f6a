import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';

interface FunctionSelectProps {
  value: string | null;
  onChange: (value: string | null) => void;
}

export function FunctionSelect({ value, onChange }: FunctionSelectProps) {
  const query = useQuery({
    queryKey: ['functions'],
    queryFn: () => dataOf(api.identity.GET('/identity/functions', { params: { query: { limit: 200 } } })),
  });
  const data = (query.data?.items ?? []).map((one) => one.name);
  return <Select label={texts.admin.function} data={data} value={value} onChange={onChange} searchable clearable />;
}
