import { Button, Group, Text } from '@mantine/core';
import { useCustomerName } from '../../app/directory';
import { texts } from '../../texts';
import { Face } from '../../ui/Face';
import { Facts } from '../../ui/Facts';
import { formatDate, formatDays, formatInstant } from '../../ui/format';
import { takeOver } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import type { Card, CardDetail } from '../types';
import { DueDate } from './DueDate';

const t = texts.card;
const instant = (iso: string | null | undefined) => (iso ? formatInstant(iso) : null);

export function CardFacts({ detail, mayWrite }: { detail: CardDetail; mayWrite: boolean }) {
  const { card } = detail;
  const customer = useCustomerName(card.customerId);
  const isOpen = card.finishedAt == null && card.abandonedAt == null;
  const gate = !card.isRegulated ? null : detail.hasApprovedChange ? t.approved : t.needsApproval;
  return (
    <Facts
      facts={[
        [t.owners, <Owners key="owners" card={card} mayWrite={mayWrite && isOpen} />],
        [
          t.dueDate,
          mayWrite && isOpen ? (
            <DueDate key={card.dueDate ?? ''} card={card} />
          ) : (
            card.dueDate && formatDate(card.dueDate)
          ),
        ],
        [t.customer, customer],
        [t.category, texts.words.category[card.category]],
        [t.class, texts.words.class[card.classOfService]],
        [t.regulated, gate],
        [t.accepted, instant(card.acceptedAt)],
        [t.committedAt, instant(card.committedAt)],
        [t.startedAt, instant(card.startedAt)],
        [t.finishedAt, instant(card.finishedAt)],
        [t.age('').trim(), detail.ageDays == null ? null : formatDays(detail.ageDays)],
      ]}
    />
  );
}

function Owners({ card, mayWrite }: { card: Card; mayWrite: boolean }) {
  const { people, absent, actions } = useBoardScope();
  if (card.owners.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {t.unowned}
      </Text>
    );
  }
  return (
    <Group gap={6}>
      {card.owners.map((owner) => {
        const name = people.get(owner) ?? '';
        return (
          <Group key={owner} gap={6}>
            <Face id={owner} name={name} size={22} isDecorative />
            {name}
            {absent.has(owner) && ` (${t.absent})`}
            {absent.has(owner) && mayWrite && owner !== actions.personId && (
              <Button
                size="compact-xs"
                variant="light"
                onClick={() => void actions.tell(takeOver(card.id, owner), t.takeOver(name))}
              >
                {t.takeOver(name)}
              </Button>
            )}
          </Group>
        );
      })}
    </Group>
  );
}
