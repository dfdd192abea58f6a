import { Button, Checkbox, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, done } from '../api/client';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { DAY, formatDate, formatDay } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import { SecretNotice } from './SecretNotice';
import { useAct } from './useAct';

const t = texts.tokens;
const AREAS = ['identity', 'intake', 'prioritisation', 'board', 'changes', 'ai'];
const SCOPES = ['all', ...AREAS.flatMap((area) => [`${area}:read`, `${area}:write`])];

/** Tokens for other programs. The page itself has none: a new one is shown once, to be carried elsewhere. */
export function TokensPage() {
  const [isOpen, dialog] = useDisclosure(false);
  const [secret, setSecret] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['tokens'],
    queryFn: () => dataOf(api.identity.GET('/identity/me/access-tokens', { params: { query: { limit: 100 } } })),
  });
  const revoke = useAct(
    (tokenId: string) =>
      done(api.identity.DELETE('/identity/me/access-tokens/{tokenId}', { params: { path: { tokenId } } })),
    ['tokens'],
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.create}
        </Button>
      }
    >
      {secret && <SecretNotice title={t.secret} values={[{ value: secret }]} onClose={() => setSecret(null)} />}
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none} icon={<IconKey size={40} stroke={1.4} />} />
          ) : (
            <Panel isFlush>
              <Rows>
                {items.map((token) => (
                  <Row
                    key={token.id}
                    title={token.name}
                    note={`${token.scopes.join(', ')} · ${t.until(formatDay(token.expiresAt))} · ${token.lastUsedOn ? t.lastUsed(formatDate(token.lastUsedOn)) : t.neverUsed}`}
                    side={
                      token.revokedAt ? (
                        <Tag>{t.revoked}</Tag>
                      ) : (
                        <Button size="xs" variant="default" onClick={() => revoke.mutate(token.id)}>
                          {t.revoke}
                        </Button>
                      )
                    }
                  />
                ))}
              </Rows>
            </Panel>
          )
        }
      </QueryState>
      <CreateToken isOpen={isOpen} onClose={dialog.close} onCreated={setSecret} />
    </Page>
  );
}

interface CreateTokenProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (secret: string) => void;
}

function CreateToken({ isOpen, onClose, onCreated }: CreateTokenProps) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['board:read']);
  const [days, setDays] = useState(90);
  return (
    <FormDialog
      title={t.create}
      button={t.create}
      isOpen={isOpen}
      onClose={onClose}
      onSend={async () => {
        const expiresAt = new Date(Date.now() + days * DAY).toISOString();
        const { secret } = await dataOf(
          api.identity.POST('/identity/me/access-tokens', { body: { name, scopes, expiresAt } }),
        );
        onCreated(secret);
        await client.invalidateQueries({ queryKey: ['tokens'] });
      }}
    >
      <TextInput
        label={texts.common.name}
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group label={t.scopes} description={t.scopesHint} value={scopes} onChange={setScopes}>
        <SimpleGrid cols={2} spacing="xs" mt="xs">
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <NumberInput label={t.expires} min={1} max={365} value={days} onChange={(value) => setDays(Number(value))} />
    </FormDialog>
  );
}
