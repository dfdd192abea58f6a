import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../app/person';
import { workflowQuery } from '../../board/queries';
import { texts } from '../../texts';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { EmptyState } from '../../ui/states';
import { Definition } from '../chart/Definition';
import { ExperimentEntry } from '../experiments/ExperimentEntry';
import { StartExperiment } from '../experiments/StartExperiment';
import { retrospectivesOf } from '../model/experiments';
import { experimentsQuery } from '../queries';
import type { Experiment } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.experiments;

/** What a team tries, and what it decided on which evidence: the memory of its retrospectives. */
export default function Experiments() {
  const { boardId, board } = useFlow();
  const rights = useRights();
  const [isOpen, dialog] = useDisclosure(false);
  const query = useQuery(experimentsQuery(boardId));
  const workflow = useQuery(workflowQuery(boardId, board?.workflowVersion));
  const mayLead = board !== undefined && (rights.isLead(board.teamId) || rights.isAdmin);
  const start = mayLead && (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      {t.start}
    </Button>
  );
  return (
    <>
      <QueryState query={query}>
        {({ items }) => {
          const { due, running, decided } = retrospectivesOf(items, new Date());
          return items.length === 0 ? (
            <EmptyState title={t.none} icon={<IconFlask size={40} stroke={1.4} />} action={start}>
              {mayLead ? t.noneLead : t.noneMember}
            </EmptyState>
          ) : (
            <>
              <Group justify="space-between">
                <Text size="sm" c="dimmed" maw={560}>
                  {t.lead} {workflow.data && t.atOnce(running.length + due.length, workflow.data.experimentLimit)}
                </Text>
                <Group gap="xs">
                  <Definition of="experiment" />
                  {start}
                </Group>
              </Group>
              <Section title={t.due} note={t.dueNote} experiments={due} mayLead={mayLead} />
              <Section title={t.running} note={t.runningNote} experiments={running} mayLead={mayLead} />
              {decided.map(({ day, experiments }) => (
                <Section
                  key={day}
                  title={t.retrospective(formatDate(day))}
                  experiments={experiments}
                  mayLead={mayLead}
                />
              ))}
            </>
          );
        }}
      </QueryState>
      {workflow.data && <StartExperiment isOpen={isOpen} onClose={dialog.close} workflow={workflow.data} />}
    </>
  );
}

interface SectionProps {
  title: string;
  note?: string;
  experiments: readonly Experiment[];
  mayLead: boolean;
}

function Section({ title, note, experiments, mayLead }: SectionProps) {
  if (experiments.length === 0) {
    return null;
  }
  return (
    <Panel title={title} note={note}>
      <Stack gap="lg">
        {experiments.map((experiment) => (
          <ExperimentEntry key={experiment.id} experiment={experiment} mayLead={mayLead} />
        ))}
      </Stack>
    </Panel>
  );
}
