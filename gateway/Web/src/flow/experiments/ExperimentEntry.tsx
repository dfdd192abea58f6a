import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePersonName } from '../../app/directory';
import { texts } from '../../texts';
import { formatDay } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { Tag } from '../../ui/Tag';
import { experimentQuery } from '../queries';
import type { Experiment } from '../types';
import { useFlow } from '../useFlow';
import { DecisionDialog } from './DecisionDialog';
import { EvidencePanel } from './EvidencePanel';
import classes from './Experiment.module.css';
import { unitOf } from './units';

const t = texts.flow.experiments;
const TONES = { Running: 'accent', Kept: 'good', Discarded: 'neutral' } as const;

/** An experiment: what was believed, what the data say, and what the team decided. */
export function ExperimentEntry({ experiment, mayLead }: { experiment: Experiment; mayLead: boolean }) {
  const { boardId } = useFlow();
  const query = useQuery(experimentQuery(boardId, experiment.id));
  const [deciding, setDeciding] = useState<'keep' | 'discard' | null>(null);
  const isRunning = experiment.status === 'Running';
  const isOver = new Date(experiment.endsAt) <= new Date();
  return (
    <article className={classes.entry} aria-label={experiment.hypothesis}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <Title order={3} size="md" fw={600} className={classes.hypothesis ?? ''}>
            {experiment.hypothesis}
          </Title>
          <Text size="xs" c="dimmed">
            {t.aim(
              t.metrics[experiment.metric],
              t.directions[experiment.direction],
              unitOf(experiment.metric, experiment.smallestEffect),
            )}{' '}
            {texts.flow.between(formatDay(experiment.startsAt), formatDay(experiment.endsAt))}.{' '}
            {experiment.baseVersion === experiment.patchVersion
              ? t.noPatch
              : t.patch(experiment.baseVersion, experiment.patchVersion)}
          </Text>
        </div>
        <Tag tone={TONES[experiment.status]}>{t.status[experiment.status]}</Tag>
      </Group>
      <QueryState query={query}>
        {({ analysis }) => (
          <EvidencePanel analysis={analysis} metric={experiment.metric} direction={experiment.direction} />
        )}
      </QueryState>
      {experiment.reason && <Decision experiment={experiment} />}
      {isRunning && mayLead && (
        <Group gap="xs" mt="sm">
          <Button size="xs" disabled={!isOver} onClick={() => setDeciding('keep')}>
            {t.keep}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDeciding('discard')}>
            {t.discard}
          </Button>
          {!isOver && (
            <Text size="xs" c="dimmed">
              {t.notOver(formatDay(experiment.endsAt))}
            </Text>
          )}
        </Group>
      )}
      {deciding && <DecisionDialog experiment={experiment} decision={deciding} onClose={() => setDeciding(null)} />}
    </article>
  );
}

function Decision({ experiment }: { experiment: Experiment }) {
  const name = usePersonName(experiment.decidedBy);
  return (
    <blockquote className={classes.reason}>
      {experiment.reason}
      <footer>{t.decidedBy(name, formatDay(experiment.decidedAt ?? experiment.endsAt))}</footer>
    </blockquote>
  );
}
