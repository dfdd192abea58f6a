import { Alert, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { workflowQuery } from '../../board/queries';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { QueryState } from '../../ui/QueryState';
import { ErrorState } from '../../ui/states';
import { Comparison } from '../simulator/Comparison';
import { LimitsForm, type WhatIf } from '../simulator/LimitsForm';
import { useFlow } from '../useFlow';

const t = texts.flow.simulator;

/** Replays history under other limits. It changes nothing, and says what it cannot know. */
export default function Simulator() {
  const { boardId, board, window, search } = useFlow();
  const workflow = useQuery(workflowQuery(boardId, board?.workflowVersion));
  const run = useMutation({
    mutationFn: ({ limits, people, personalLimit }: WhatIf) =>
      dataOf(
        api.board.POST('/board/boards/{boardId}/simulations', {
          params: { path: { boardId } },
          body: { ...window, limits, people, personalLimit },
        }),
      ),
  });
  return (
    <>
      <QueryState query={workflow}>
        {(definition) => (
          <LimitsForm
            key={definition.version}
            workflow={definition}
            isRunning={run.isPending}
            onRun={(whatIf) => run.mutate(whatIf)}
          />
        )}
      </QueryState>
      {(search.category || search.class) && (
        <Text size="sm" c="dimmed">
          {t.unfiltered}
        </Text>
      )}
      {run.isError && <ErrorState error={run.error} />}
      {run.data && <Comparison result={run.data} />}
      <Panel title={t.unknown}>
        {run.data ? (
          <List size="sm" spacing={6}>
            {run.data.unknown.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        ) : (
          <Alert role="note" variant="light" color="gray" icon={<IconInfoCircle size={20} />}>
            {t.unknownLead}
          </Alert>
        )}
      </Panel>
    </>
  );
}
