import { Alert, Button, Code, Group, Stack } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { LogEntry, TreeHead } from '../changes/queries';
import { texts } from '../texts';
import { showError } from '../ui/announce';
import { Facts } from '../ui/Facts';
import { formatInstant, formatWhole } from '../ui/format';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';
import { canVerify, isSigned, rootOf } from './verify';

const t = texts.audit;
const HEADS = ['audit', 'heads'];
const MOST_PROOFS = 50;

/** Checks the head and the entries in this browser: nobody has to take the server's word for it. */
async function verify(head: TreeHead, entries: readonly LogEntry[]): Promise<number> {
  if (!canVerify()) {
    throw new Error(t.unsupported);
  }
  if (!(await isSigned(head))) {
    throw new Error(t.wrongSignature);
  }
  const checked = entries.filter((entry) => entry.index < head.size).slice(0, MOST_PROOFS);
  for (const entry of checked) {
    const proof = await dataOf(
      api.changes.GET('/audit/log/inclusion', { params: { query: { factId: entry.factId, size: head.size } } }),
    );
    const root = await rootOf({ ...proof, leafHash: entry.leafHash, leafIndex: entry.index, size: head.size });
    if (root !== head.rootHash) {
      throw new Error(t.wrongProof(entry.action));
    }
  }
  return checked.length;
}

export function HeadPanel({ entries }: { entries: LogEntry[] }) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: HEADS,
    queryFn: () => dataOf(api.changes.GET('/audit/log/heads', { params: { query: { limit: 1 } } })),
  });
  const sign = useMutation({
    mutationFn: () => dataOf(api.changes.POST('/audit/log/heads')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
    onError: (error) => showError(error),
  });
  const head = query.data?.items[0];
  const check = useMutation({ mutationFn: (one: TreeHead) => verify(one, entries) });
  return (
    <Panel
      title={t.head}
      actions={
        <Group gap="xs">
          <Button size="xs" variant="default" loading={sign.isPending} onClick={() => sign.mutate()}>
            {t.sign}
          </Button>
          <Button size="xs" disabled={!head} loading={check.isPending} onClick={() => head && check.mutate(head)}>
            {t.verify}
          </Button>
        </Group>
      }
    >
      <QueryState query={query}>
        {() =>
          head ? (
            <Stack gap="sm">
              <Facts
                facts={[
                  [t.size, formatWhole(head.size)],
                  [t.root, <Code key="root">{head.rootHash}</Code>],
                  [t.signed, formatInstant(head.signedAt)],
                  [t.key, <Code key="key">{head.keyId}</Code>],
                ]}
              />
              <div aria-live="polite">
                {check.isSuccess && (
                  <Alert role="status" color="green" icon={<IconShieldCheck />} title={t.valid}>
                    {t.validNote(check.data)}
                  </Alert>
                )}
                {check.isError && (
                  <Alert color="red" icon={<IconShieldX />} title={t.invalid}>
                    {check.error.message}
                  </Alert>
                )}
              </div>
            </Stack>
          ) : (
            <EmptyState title={t.noHead} />
          )
        }
      </QueryState>
    </Panel>
  );
}
