import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { Panel } from '../ui/Panel';
import { ReasonDialog } from '../ui/ReasonDialog';
import { Row, Rows } from '../ui/Rows';
import { Tag } from '../ui/Tag';
import { OptionNote } from './Options';
import { type Room, roomQuery } from './queries';
import { useRoomAct } from './useRoom';

const t = texts.session;

/** What is on the table, and the two answers to it. */
export function Proposal({ room }: { room: Room }) {
  const latest = room.proposals.at(-1);
  const [isOpen, dialog] = useDisclosure(false);
  const client = useQueryClient();
  const path = { sessionId: room.id };
  const consent = useRoomAct(room.id, (customerId: string) =>
    dataOf(
      api.prioritisation.POST('/prioritisation/sessions/{sessionId}/consents', {
        params: { path },
        body: { customerId, proposal: latest?.number ?? null },
      }),
    ),
  );
  if (!latest) {
    return null;
  }
  const names = new Map(room.participants.map((one) => [one.customerId, one.customerName]));
  const claim = latest.certificate.shortChanged;
  const mine = room.participants.filter((one) => room.iCanSpeakFor.includes(one.customerId));
  const empty = room.slots - latest.optionIds.length;
  return (
    <Panel title={t.proposal(latest.number)} note={latest.reason ?? t.byPlatform} isFlush>
      <Rows>
        {latest.optionIds.map((id, index) => {
          const option = room.options.find((one) => one.id === id);
          return (
            option && (
              <Row
                key={id}
                start={<Text fw={650}>{index + 1}</Text>}
                title={`${option.key}  ${option.title}`}
                note={<OptionNote option={option} />}
              />
            )
          );
        })}
      </Rows>
      <Stack gap="xs" p="md">
        <Group gap="xs">
          {claim ? (
            <Tag tone="warn">{t.unfair(claim.customers.map((id) => names.get(id) ?? '').join(', '))}</Tag>
          ) : (
            <Tag tone="good">{t.fair}</Tag>
          )}
          {empty > 0 && <Tag tone="warn">{t.emptySlots(empty)}</Tag>}
        </Group>
        {room.state === 'Deliberating' && (
          <Group gap="xs">
            {mine.map((one) => (
              <Button
                key={one.customerId}
                disabled={one.hasConsented}
                loading={consent.isPending}
                onClick={() => consent.mutate(one.customerId)}
              >
                {one.hasConsented ? t.consented : mine.length > 1 ? t.consentFor(one.customerName) : t.consent}
              </Button>
            ))}
            {mine.length > 0 && (
              <Button variant="default" onClick={dialog.open}>
                {t.object}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      <ReasonDialog
        name={`object:${room.id}`}
        title={t.objectTitle}
        button={t.object}
        isOpen={isOpen}
        onClose={dialog.close}
        onSend={async (reason) => {
          await dataOf(
            api.prioritisation.POST('/prioritisation/sessions/{sessionId}/objections', {
              params: { path },
              body: { reason, customerId: mine[0]?.customerId ?? null },
            }),
          );
          await client.invalidateQueries({ queryKey: roomQuery(room.id).queryKey });
        }}
      />
    </Panel>
  );
}
