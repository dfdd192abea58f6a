import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { api, done } from '../api/client';
import { texts } from '../texts';
import { ReasonDialog } from '../ui/ReasonDialog';
import { type Room, roomQuery } from './queries';
import { useRoomAct } from './useRoom';

const t = texts.session;

/** What the facilitator steers; a vote is not among it. */
export function FacilitatorBar({ room }: { room: Room }) {
  const [isOpen, dialog] = useDisclosure(false);
  const client = useQueryClient();
  const path = { sessionId: room.id };
  const reveal = useRoomAct(room.id, () =>
    done(api.prioritisation.POST('/prioritisation/sessions/{sessionId}/reveal', { params: { path } })),
  );
  return (
    <>
      {room.state === 'Open' && (
        <Button variant="default" loading={reveal.isPending} onClick={() => reveal.mutate(undefined)}>
          {t.reveal}
        </Button>
      )}
      <Button variant="default" onClick={dialog.open}>
        {t.close}
      </Button>
      <ReasonDialog
        name={`close:${room.id}`}
        title={t.closeTitle}
        lead={t.closeLead}
        button={t.close}
        isDanger
        isOpen={isOpen}
        onClose={dialog.close}
        onSend={async (reason) => {
          await done(
            api.prioritisation.POST('/prioritisation/sessions/{sessionId}/close', {
              params: { path },
              body: { reason },
            }),
          );
          await client.invalidateQueries({ queryKey: roomQuery(room.id).queryKey });
        }}
      />
    </>
  );
}
