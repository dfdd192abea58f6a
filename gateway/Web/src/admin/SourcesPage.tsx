import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, done } from '../api/client';
import type { components } from '../api/generated/intake';
import { customersQuery } from '../app/directory';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import { AdminTabs } from './AdminTabs';
import { ConnectSource } from './ConnectSource';
import { SecretNotice } from './SecretNotice';
import { useAct } from './useAct';

type Source = components['schemas']['SourceResponse'];
const t = texts.sources;
const addressOf = ({ path }: Source) => `${window.location.origin}/api${path}`;

/** Ticket tools that send their changes. What a tool signs with is shown once, when it is connected. */
export function SourcesPage() {
  const [isOpen, dialog] = useDisclosure(false);
  const [connected, setConnected] = useState<Source | null>(null);
  const query = useQuery({
    queryKey: ['webhook-sources'],
    queryFn: () => dataOf(api.intake.GET('/intake/webhook-sources')),
  });
  return (
    <Page
      title={texts.admin.title}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.add}
        </Button>
      }
    >
      <AdminTabs />
      {connected?.secret && (
        <SecretNotice
          title={t.connected(connected.source)}
          note={t.connectedNote}
          values={[
            { name: t.address, value: addressOf(connected) },
            { name: t.secret, value: connected.secret },
          ]}
          onClose={() => setConnected(null)}
        />
      )}
      <QueryState query={query}>
        {(sources) =>
          sources.length === 0 ? (
            <EmptyState title={t.none} icon={<IconWebhook size={40} stroke={1.4} />}>
              {t.noneLead}
            </EmptyState>
          ) : (
            <Panel isFlush>
              <Rows>
                {sources.map((source) => (
                  <SourceRow key={source.id} source={source} />
                ))}
              </Rows>
            </Panel>
          )
        }
      </QueryState>
      <ConnectSource isOpen={isOpen} onClose={dialog.close} onConnected={setConnected} />
    </Page>
  );
}

function SourceRow({ source }: { source: Source }) {
  const customers = useQuery(customersQuery).data ?? [];
  const revoke = useAct(
    (sourceId: string) =>
      done(api.intake.DELETE('/intake/webhook-sources/{sourceId}', { params: { path: { sourceId } } })),
    ['webhook-sources'],
  );
  const customer = customers.find((one) => one.id === source.customerId)?.name;
  return (
    <Row
      start={<Tag tone="accent">{t.profiles[source.profile]}</Tag>}
      title={source.source}
      note={[customer, addressOf(source)].filter(Boolean).join(' · ')}
      side={
        source.isActive ? (
          <Button
            size="xs"
            variant="default"
            aria-label={t.revokeNamed(source.source)}
            onClick={() => revoke.mutate(source.id)}
          >
            {texts.tokens.revoke}
          </Button>
        ) : (
          <Tag>{texts.tokens.revoked}</Tag>
        )
      }
    />
  );
}
