import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';
import { Face } from '../../ui/Face';
import { formatDays } from '../../ui/format';
import { Tag, type Tone } from '../../ui/Tag';
import { cardQuery } from '../queries';
import type { Standup } from '../types';
import classes from './StandupPage.module.css';

const TONES: Record<Standup['walk'][number]['reason'], Tone> = {
  Blocked: 'danger',
  BeyondExpectation: 'danger',
  Stalled: 'warn',
  Unowned: 'warn',
  Flowing: 'good',
};

interface StepViewProps {
  step: Standup['walk'][number];
  boardId: string;
  names: ReadonlyMap<string, string>;
  count: string;
}

/** The card that is talked about, large enough for a wall. */
export function StepView({ step, boardId, names, count }: StepViewProps) {
  const detail = useQuery(cardQuery(step.cardId));
  const blockers = detail.data?.blockers.filter((blocker) => blocker.resolvedAt == null) ?? [];
  return (
    <>
      <Group gap="sm">
        <Tag tone={TONES[step.reason]}>{texts.standup.reasons[step.reason]}</Tag>
        <Text c="dimmed" size="sm">
          {step.column} · {count}
        </Text>
      </Group>
      <p className={classes.title}>
        <Link to="/boards/$boardId" params={{ boardId }} search={{ card: step.cardId }} className={classes.key}>
          {step.key}
        </Link>{' '}
        {step.title}
      </p>
      {blockers.map((blocker) => (
        <p key={blocker.id} className={classes.blocker}>
          <strong>{texts.words.blocker[blocker.reason]}</strong> {blocker.note}
        </p>
      ))}
      <Group gap="lg" mt="lg">
        <Text size="lg">{texts.card.age(formatDays(step.ageDays))}</Text>
        <Text size="lg" c="dimmed">
          {texts.standup.stillFor(formatDays(step.daysSinceChange))}
        </Text>
      </Group>
      <Group gap="md" mt="lg">
        {step.owners.length === 0 && <Text c="dimmed">{texts.card.notOwned}</Text>}
        {step.owners.map((owner) => (
          <Group key={owner} gap="xs">
            <Face id={owner} name={names.get(owner) ?? ''} size={40} />
            <Text size="lg">{names.get(owner)}</Text>
          </Group>
        ))}
      </Group>
    </>
  );
}
