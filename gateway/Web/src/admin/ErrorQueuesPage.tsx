import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { components } from '../api/generated/board';
import { texts } from '../texts';
import { showDone } from '../ui/announce';
import { formatInstant } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import { EmptyState, ErrorState, LoadingRows } from '../ui/states';
import { AdminTabs } from './AdminTabs';
import { useAct } from './useAct';

const t = texts.admin;
type Queue = components['schemas']['ErrorQueue'];
type Resent = components['schemas']['ResentMessages'];

interface Service {
  name: string;
  list: () => Promise<Queue[]>;
  resend: (queue: string) => Promise<Resent>;
}

const at = (queue: string) => ({ params: { path: { queue } } });

const SERVICES: Service[] = [
  {
    name: 'Identity',
    list: () => dataOf(api.identity.GET('/identity/operations/errors')),
    resend: (queue) => dataOf(api.identity.POST('/identity/operations/errors/{queue}:resend', at(queue))),
  },
  {
    name: 'Intake',
    list: () => dataOf(api.intake.GET('/intake/operations/errors')),
    resend: (queue) => dataOf(api.intake.POST('/intake/operations/errors/{queue}:resend', at(queue))),
  },
  {
    name: 'Prioritisation',
    list: () => dataOf(api.prioritisation.GET('/prioritisation/operations/errors')),
    resend: (queue) => dataOf(api.prioritisation.POST('/prioritisation/operations/errors/{queue}:resend', at(queue))),
  },
  {
    name: 'Board',
    list: () => dataOf(api.board.GET('/board/operations/errors')),
    resend: (queue) => dataOf(api.board.POST('/board/operations/errors/{queue}:resend', at(queue))),
  },
  {
    name: 'Change approval',
    list: () => dataOf(api.changes.GET('/changes/operations/errors')),
    resend: (queue) => dataOf(api.changes.POST('/changes/operations/errors/{queue}:resend', at(queue))),
  },
  {
    name: 'AI adoption',
    list: () => dataOf(api.ai.GET('/ai/operations/errors')),
    resend: (queue) => dataOf(api.ai.POST('/ai/operations/errors/{queue}:resend', at(queue))),
  },
];

export function ErrorQueuesPage() {
  return (
    <Page title={t.title}>
      <AdminTabs />
      <Text c="dimmed" size="sm">
        {t.errorsNote}
      </Text>
      <Stack gap="md">
        {SERVICES.map((service) => (
          <Queues key={service.name} service={service} />
        ))}
      </Stack>
    </Page>
  );
}

function Queues({ service }: { service: Service }) {
  const key = `errors-${service.name}`;
  const query = useQuery({ queryKey: [key], queryFn: service.list, refetchInterval: 30_000 });
  const resend = useAct(service.resend, [key], null);
  const queues = (query.data ?? []).filter((queue) => queue.messages > 0);
  return (
    <Panel title={service.name} isFlush>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows rows={1} />}
      {query.data && queues.length === 0 && <EmptyState title={t.noErrors} />}
      <Rows>
        {queues.map((queue) => (
          <Row
            key={queue.queue}
            title={`${queue.queue} · ${t.messages(queue.messages)}`}
            note={queue.first
              .map((one) => `${one.type ?? ''}: ${one.reason ?? ''} ${one.failedAt ? formatInstant(one.failedAt) : ''}`)
              .join(' · ')}
            side={
              <Button
                size="xs"
                variant="default"
                loading={resend.isPending}
                onClick={() => resend.mutate(queue.queue, { onSuccess: (all) => showDone(t.resent(all.resent)) })}
              >
                {t.resend}
              </Button>
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}
