import { Button, Stack } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../api/client';
import { useRights } from '../app/person';
import { texts } from '../texts';
import { showError } from '../ui/announce';
import { formatAgo } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import { roomsQuery, sessionsQuery } from './queries';
import { STATE_TONES } from './stateTones';

const t = texts.session;

export function SessionsPage() {
  const sessions = useQuery(sessionsQuery);
  const rooms = useQuery(roomsQuery);
  const rights = useRights();
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: (boardId: string) => dataOf(api.prioritisation.POST('/prioritisation/sessions', { body: { boardId } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['sessions'] });
      await navigate({ to: '/sessions/$sessionId', params: { sessionId: id } });
    },
    onError: (error) => showError(error),
  });
  const names = new Map((rooms.data ?? []).map((room) => [room.boardId, room.name]));
  const led = (rooms.data ?? []).filter((room) => rights.isLead(room.teamId) || rights.isAdmin);
  return (
    <Page title={t.title} lead={t.lead}>
      <Stack gap="md">
        {led.length > 0 && (
          <Panel title={t.rooms} isFlush>
            <Rows>
              {led.map((room) => (
                <Row
                  key={room.boardId}
                  title={room.name}
                  note={t.slots(room.freeSlots)}
                  side={
                    <Button
                      size="xs"
                      disabled={room.freeSlots === 0}
                      loading={open.isPending && open.variables === room.boardId}
                      onClick={() => open.mutate(room.boardId)}
                    >
                      {t.open}
                    </Button>
                  }
                />
              ))}
            </Rows>
          </Panel>
        )}
        <QueryState query={sessions}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t.none} icon={<IconUsersGroup size={40} stroke={1.4} />}>
                {t.noneLead}
              </EmptyState>
            ) : (
              <Panel isFlush title={t.title}>
                <Rows>
                  {items.map((one) => (
                    <Row
                      key={one.id}
                      to={`/sessions/${one.id}`}
                      start={<Tag tone={STATE_TONES[one.state]}>{t.states[one.state]}</Tag>}
                      title={names.get(one.boardId) ?? t.title}
                      note={t.slots(one.slots)}
                      side={t.opened(formatAgo(one.openedAt))}
                    />
                  ))}
                </Rows>
              </Panel>
            )
          }
        </QueryState>
      </Stack>
    </Page>
  );
}
