import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts';
import { sayAiAssistance } from '../actions/acts';
import { useBoardScope } from '../BoardContext';
import type { Card } from '../types';
import { LineForm } from './LineForm';
import { Section } from './Section';

const t = texts.card;

/** Whether AI helped, and how: what the comparison of assisted work with other work is computed from. */
export function AiAssistance({ card, mayWrite }: { card: Card; mayWrite: boolean }) {
  const { actions } = useBoardScope();
  const [isAsking, setAsking] = useState(false);
  if (isAsking && mayWrite) {
    return (
      <Section title={t.ai}>
        <LineForm
          label={t.aiHow}
          button={texts.common.save}
          initial={card.aiAssistance ?? ''}
          onSend={(how) => actions.after(sayAiAssistance(card.id, how)).then(() => setAsking(false))}
        />
      </Section>
    );
  }
  return (
    <Section title={t.ai}>
      <Group justify="space-between">
        <Text size="sm" {...(card.aiAssistance == null ? { c: 'dimmed' } : {})}>
          {card.aiAssistance ?? t.aiNone}
        </Text>
        {mayWrite && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {card.aiAssistance == null ? t.aiMark : texts.common.edit}
            </Button>
            {card.aiAssistance != null && (
              <Button size="xs" variant="subtle" onClick={() => void actions.tell(sayAiAssistance(card.id, null))}>
                {t.aiTakeBack}
              </Button>
            )}
          </Group>
        )}
      </Group>
    </Section>
  );
}
