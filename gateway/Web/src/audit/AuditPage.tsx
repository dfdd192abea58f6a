import { Code, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { usePeopleNames } from '../app/directory';
import type { LogEntry } from '../changes/queries';
import { texts } from '../texts';
import { formatInstant } from '../ui/format';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { EmptyState, ErrorState, LoadingRows } from '../ui/states';
import { HeadPanel } from './HeadPanel';

const t = texts.audit;
const SERVICES = ['identity', 'intake', 'prioritisation', 'board', 'change-approval', 'ai'];

export function AuditPage() {
  const [subject, setSubject] = useState('');
  const [service, setService] = useState<string | null>(null);
  const [SubjectId] = useDebouncedValue(subject.trim(), 300);
  const filter = { ...(SubjectId ? { SubjectId } : {}), ...(service ? { Service: service } : {}) };
  const query = useInfiniteQuery({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.changes.GET('/audit/log/entries', {
          params: { query: { ...filter, Newest: true, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t.title} lead={t.lead}>
      <Stack gap="md">
        <HeadPanel entries={entries} />
        <Panel
          title={t.entries}
          note={t.newer}
          isFlush
          actions={
            <Group gap="xs">
              <TextInput
                size="xs"
                w={240}
                aria-label={t.filterSubject}
                placeholder={t.filterSubject}
                value={subject}
                onChange={(event) => setSubject(event.currentTarget.value)}
              />
              <Select
                size="xs"
                w={160}
                aria-label={t.filterService}
                placeholder={t.filterService}
                data={SERVICES}
                clearable
                value={service}
                onChange={setService}
              />
            </Group>
          }
        >
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {query.isPending && <LoadingRows />}
          {query.isSuccess && entries.length === 0 && <EmptyState title={t.none} />}
          {entries.length > 0 && <Entries entries={entries} />}
          {query.hasNextPage && (
            <Group justify="center" p="sm">
              <MoreButton query={query} size="xs" />
            </Group>
          )}
        </Panel>
      </Stack>
    </Page>
  );
}

function Entries({ entries }: { entries: LogEntry[] }) {
  const names = usePeopleNames([...new Set(entries.flatMap((entry) => entry.actor ?? []))]);
  return (
    <Table verticalSpacing={7} miw={760}>
      <Table.Thead>
        <Table.Tr>
          {['#', t.when, t.what, t.who, t.subject, t.reason].map((name) => (
            <Table.Th key={name}>{name}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.factId}>
            <Table.Td className="numbers">{entry.index}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatInstant(entry.occurredAt)}</Table.Td>
            <Table.Td>
              {entry.action}
              <Text size="xs" c="dimmed">
                {entry.service}
              </Text>
            </Table.Td>
            <Table.Td>{entry.actor ? names.get(entry.actor) : ''}</Table.Td>
            <Table.Td>
              {entry.subjectType} <Code>{entry.subjectId.slice(-12)}</Code>
            </Table.Td>
            <Table.Td>{entry.reason}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
