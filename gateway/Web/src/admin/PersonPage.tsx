import { Alert, Button, Checkbox, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { personQuery } from '../app/directory';
import { useRights } from '../app/person';
import { avatarsQuery } from '../board/queries';
import { texts } from '../texts';
import { Facts } from '../ui/Facts';
import { formatAgo, formatInstant } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { useAct } from './useAct';

const t = texts.admin;

export function PersonPage() {
  const { personId } = useParams({ from: '/shell/people/$personId' });
  const person = useQuery(personQuery(personId));
  const avatars = useQuery(avatarsQuery(personId));
  const { isAdmin } = useRights();
  return (
    <Page title={person.data?.name ?? t.people}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <QueryState query={person}>
          {(data) => (
            <Stack gap="md">
              <Panel title={t.people}>
                <Facts
                  facts={[
                    [t.email, data.email],
                    [t.function, data.function],
                    [t.leader, data.isLeader ? t.isLeader : null],
                    [t.roles, isAdmin ? null : data.roles.map((role) => t.roleNames[role] ?? role).join(', ')],
                  ]}
                />
              </Panel>
              {isAdmin && <Steering key={data.version} person={data} />}
            </Stack>
          )}
        </QueryState>
        <Panel title={t.avatars} isFlush>
          <QueryState query={avatars}>
            {({ placed }) =>
              placed.length === 0 ? (
                <EmptyState title={t.noAvatars} />
              ) : (
                <Rows>
                  {placed.map((one) => (
                    <Row
                      key={one.ordinal}
                      to={`/boards/${one.boardId}?card=${one.cardId}`}
                      title={`${one.key}  ${one.title}`}
                      side={formatAgo(one.placedAt)}
                    />
                  ))}
                </Rows>
              )
            }
          </QueryState>
        </Panel>
      </SimpleGrid>
    </Page>
  );
}

interface SteeringProps {
  person: { id: string; isActive: boolean; roles: string[] };
}

function Steering({ person }: SteeringProps) {
  const [roles, setRoles] = useState(person.roles);
  const params = { path: { personId: person.id } };
  const reads = ['person', 'people'];
  const assign = useAct(
    () => dataOf(api.identity.PUT('/identity/people/{personId}/roles', { params, body: { roles } })),
    reads,
    t.rolesSaved,
  );
  const toggle = useAct(
    () =>
      person.isActive
        ? dataOf(api.identity.POST('/identity/people/{personId}:deactivate', { params }))
        : dataOf(api.identity.POST('/identity/people/{personId}:reactivate', { params })),
    reads,
  );
  const reset = useAct(
    () => dataOf(api.identity.POST('/identity/people/{personId}/password-resets', { params })),
    [],
    null,
  );
  return (
    <Panel title={t.roles}>
      <Stack gap="sm">
        <Checkbox.Group value={roles} onChange={setRoles} aria-label={t.roles}>
          <Stack gap={8}>
            {Object.entries(t.roleNames).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group gap="xs">
          <Button size="xs" loading={assign.isPending} onClick={() => assign.mutate(undefined)}>
            {t.saveRoles}
          </Button>
          <Button size="xs" variant="default" onClick={() => toggle.mutate(undefined)}>
            {person.isActive ? t.deactivate : t.reactivate}
          </Button>
          <Button size="xs" variant="default" onClick={() => reset.mutate(undefined)}>
            {t.resetPassword}
          </Button>
        </Group>
        {reset.data && (
          <Alert role="note" color="orange">
            <Text size="sm">
              {t.resetIssued} {formatInstant(reset.data.expiresAt)}
            </Text>
            <Code block>{reset.data.token}</Code>
          </Alert>
        )}
      </Stack>
    </Panel>
  );
}
