import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { resolveBlocker } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import type { CardDetail } from '../types';
import { Section } from './Section';

const t = texts.card;

/** What stops the card now. */
export function Blockers({ detail, mayWrite }: { detail: CardDetail; mayWrite: boolean }) {
  const { actions, people } = useBoardScope();
  const [resolving, setResolving] = useState<string | null>(null);
  const open = detail.blockers.filter((blocker) => blocker.resolvedAt == null);
  return (
    <Section title={t.blockers}>
      {open.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.noBlockers}
        </Text>
      )}
      {open.map((blocker) => (
        <Group key={blocker.id} justify="space-between" wrap="nowrap" py={4}>
          <div>
            <Text size="sm" fw={570}>
              {texts.words.blocker[blocker.reason]}
            </Text>
            <Text size="sm">{blocker.note}</Text>
            <Text size="xs" c="dimmed">
              {formatAgo(blocker.raisedAt)} {t.by(people.get(blocker.raisedBy) ?? '')}
            </Text>
          </div>
          {mayWrite && (
            <Button size="xs" variant="light" onClick={() => setResolving(blocker.id)}>
              {t.resolve}
            </Button>
          )}
        </Group>
      ))}
      <ReasonDialog
        name={`resolve:${resolving}`}
        title={t.resolveNote}
        button={t.resolve}
        isOptional
        isOpen={resolving !== null}
        onClose={() => setResolving(null)}
        onSend={(note) => actions.after(resolveBlocker(detail.card.id, resolving ?? '', note))}
      />
    </Section>
  );
}
