import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useCustomerName } from '../../app/directory';
import { texts } from '../../texts';
import { showError } from '../../ui/announce';
import { Face } from '../../ui/Face';
import { Facts } from '../../ui/Facts';
import { formatAgo, formatDate, formatDays, formatInstant } from '../../ui/format';
import { useBoardScope } from '../BoardContext';
import { openDialog } from '../stores';
import type { CardDetail } from '../types';

const t = texts.card;
const instant = (iso: string | null | undefined) => (iso ? formatInstant(iso) : null);

export function DetailsTab({ detail }: { detail: CardDetail }) {
  const { card, blockers } = detail;
  const { actions, people, mayWork } = useBoardScope();
  const customer = useCustomerName(card.customerId);
  const isMine = card.owners.includes(actions.personId);
  const open = blockers.filter((blocker) => blocker.resolvedAt == null);
  const gate = !card.isRegulated ? null : detail.hasApprovedChange ? t.approved : t.needsApproval;
  return (
    <Stack gap="lg">
      {mayWork && card.finishedAt == null && card.abandonedAt == null && (
        <Group gap="xs">
          <Button size="xs" onClick={() => void (isMine ? actions.disown(card.id) : actions.own(card.id))}>
            {isMine ? t.disown : t.own}
          </Button>
          <Button size="xs" variant="default" onClick={() => openDialog.set({ kind: 'block', cardId: card.id })}>
            {t.block}
          </Button>
          <Button size="xs" variant="default" onClick={() => openDialog.set({ kind: 'abandon', cardId: card.id })}>
            {t.abandon}
          </Button>
        </Group>
      )}
      {mayWork && card.finishedAt != null && (
        <Group>
          <Button size="xs" variant="default" onClick={() => openDialog.set({ kind: 'reopen', cardId: card.id })}>
            {t.reopen}
          </Button>
        </Group>
      )}
      <Facts
        facts={[
          [
            t.owners,
            card.owners.length === 0 ? (
              <Text c="dimmed" size="sm">
                {t.unowned}
              </Text>
            ) : (
              <Group gap={6}>
                {card.owners.map((owner) => (
                  <Group key={owner} gap={6}>
                    <Face id={owner} name={people.get(owner) ?? ''} size={22} />
                    {people.get(owner)}
                  </Group>
                ))}
              </Group>
            ),
          ],
          [t.customer, customer],
          [t.category, texts.words.category[card.category]],
          [t.class, texts.words.class[card.classOfService]],
          [t.dueDate, card.dueDate ? formatDate(card.dueDate) : null],
          [t.regulated, gate],
          [t.accepted, instant(card.acceptedAt)],
          [t.committedAt, instant(card.committedAt)],
          [t.startedAt, instant(card.startedAt)],
          [t.finishedAt, instant(card.finishedAt)],
          [t.age('').trim(), detail.ageDays == null ? null : formatDays(detail.ageDays)],
        ]}
      />
      <div>
        <Title order={3} size="sm" mb={6}>
          {t.blockers}
        </Title>
        {open.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.noBlockers}
          </Text>
        )}
        {open.map((blocker) => (
          <Group key={blocker.id} justify="space-between" wrap="nowrap" py={6}>
            <div>
              <Text size="sm" fw={570}>
                {texts.words.blocker[blocker.reason]}
              </Text>
              <Text size="sm">{blocker.note}</Text>
              <Text size="xs" c="dimmed">
                {formatAgo(blocker.raisedAt)} {t.by(people.get(blocker.raisedBy) ?? '')}
              </Text>
            </div>
            {mayWork && (
              <Button
                size="xs"
                variant="light"
                onClick={() => void actions.resolve(card.id, blocker.id, '').catch((error) => showError(error))}
              >
                {t.resolve}
              </Button>
            )}
          </Group>
        ))}
      </div>
    </Stack>
  );
}
