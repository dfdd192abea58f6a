import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { usePeopleNames } from '../app/directory';
import { useRights, useSession } from '../app/person';
import { texts } from '../texts';
import { showError } from '../ui/announce';
import { formatInstant } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import { ChangesTabs } from './ChangesTabs';
import { GiveDelegation } from './GiveDelegation';
import { type Delegation, delegationsQuery } from './queries';

const t = texts.delegations;

function scopeOf({ categories = [], riskCeiling, systems = [] }: Delegation['scope']): string {
  const risk = riskCeiling && riskCeiling !== 'High' ? t.upTo(texts.changes.risks[riskCeiling]) : '';
  return [...categories, ...systems, risk].filter(Boolean).join(', ') || t.everything;
}

/** Deputies: who may judge for whom, and until when. */
export function DelegationsPage() {
  const [isOpen, dialog] = useDisclosure(false);
  const query = useQuery(delegationsQuery);
  const client = useQueryClient();
  const { personId } = useSession();
  const { isAdmin } = useRights();
  const people = (query.data?.items ?? []).flatMap((one) => [one.principalId, one.deputyId]);
  const names = usePeopleNames([...new Set(people)]);
  const end = useMutation({
    mutationFn: (id: string) => dataOf(api.changes.POST('/changes/delegations/{id}:end', { params: { path: { id } } })),
    onError: (error) => showError(error),
    onSettled: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  });
  return (
    <Page
      title={texts.changes.title}
      lead={t.lead}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.give}
        </Button>
      }
    >
      <ChangesTabs />
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none} icon={<IconUsersGroup size={40} stroke={1.4} />}>
              {t.noneLead}
            </EmptyState>
          ) : (
            <Panel isFlush>
              <Rows>
                {items.map((one) => (
                  <Row
                    key={one.id}
                    start={<Tag tone={one.isActive ? 'good' : 'neutral'}>{one.isActive ? t.active : t.inactive}</Tag>}
                    title={t.forWhom(names.get(one.deputyId) ?? '', names.get(one.principalId) ?? '')}
                    note={`${formatInstant(one.from)} – ${formatInstant(one.endedAt ?? one.to)} · ${scopeOf(one.scope)} · ${one.reason}`}
                    side={
                      one.endedAt == null &&
                      new Date(one.to).getTime() > Date.now() &&
                      (one.principalId === personId || isAdmin) && (
                        <Button size="xs" variant="default" onClick={() => end.mutate(one.id)}>
                          {t.end}
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
      <GiveDelegation isOpen={isOpen} onClose={dialog.close} />
    </Page>
  );
}
