import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done } from '../api/client';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { formatAgo } from '../ui/format';
import { Panel } from '../ui/Panel';
import { ReasonDialog } from '../ui/ReasonDialog';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { type Room, roomQuery } from './queries';
import { useRoomAct } from './useRoom';

const t = texts.session;

export function Objections({ room }: { room: Room }) {
  const [resolving, setResolving] = useState<string | null>(null);
  const me = useSession();
  const client = useQueryClient();
  const withdraw = useRoomAct(room.id, (objectionId: string) =>
    done(
      api.prioritisation.POST('/prioritisation/sessions/{sessionId}/objections/{objectionId}:withdraw', {
        params: { path: { sessionId: room.id, objectionId } },
      }),
    ),
  );
  const names = new Map(room.participants.map((one) => [one.customerId, one.customerName]));
  return (
    <Panel title={t.objections} isFlush>
      {room.objections.length === 0 && <EmptyState title={t.noObjections} />}
      <Rows>
        {room.objections.map((one) => (
          <Row
            key={one.id}
            title={one.reason}
            note={`${names.get(one.customerId) ?? ''}, ${formatAgo(one.raisedAt)}${one.resolution ? `: ${one.resolution}` : ''}`}
            side={
              one.isOpen && (
                <Group gap="xs">
                  {one.by === me.personId && (
                    <Button size="xs" variant="default" onClick={() => withdraw.mutate(one.id)}>
                      {t.withdraw}
                    </Button>
                  )}
                  {room.iAmFacilitator && (
                    <Button size="xs" variant="default" onClick={() => setResolving(one.id)}>
                      {t.resolve}
                    </Button>
                  )}
                </Group>
              )
            }
          />
        ))}
      </Rows>
      <ReasonDialog
        name={`resolve:${resolving}`}
        title={t.resolveTitle}
        button={t.resolve}
        isOpen={resolving !== null}
        onClose={() => setResolving(null)}
        onSend={async (resolution) => {
          const path = { sessionId: room.id, objectionId: resolving ?? '' };
          await done(
            api.prioritisation.POST('/prioritisation/sessions/{sessionId}/objections/{objectionId}:resolve', {
              params: { path },
              body: { resolution },
            }),
          );
          await client.invalidateQueries({ queryKey: roomQuery(room.id).queryKey });
        }}
      />
    </Panel>
  );
}
