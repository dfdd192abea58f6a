import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../api/client';
import { useRights } from '../../app/person';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { Page } from '../../ui/Page';
import { ErrorState, LoadingRows } from '../../ui/states';
import { boardKey, boardQuery, workflowQuery } from '../queries';
import type { Board, Workflow } from '../types';
import { AllocationsEditor } from './AllocationsEditor';
import { ColumnsEditor } from './ColumnsEditor';
import { draftOf, requestOf, type WorkflowDraft } from './draft';
import { ExpectationsEditor } from './ExpectationsEditor';
import { errorsAt } from './errorsAt';
import { GroupsEditor } from './GroupsEditor';
import { LanesEditor } from './LanesEditor';
import { Preview } from './Preview';

const t = texts.workflow;

export function WorkflowPage() {
  const { boardId } = useParams({ from: '/shell/boards/$boardId/workflow' });
  const board = useQuery(boardQuery(boardId));
  const workflow = useQuery(workflowQuery(boardId, board.data?.workflowVersion));
  const error = board.error ?? workflow.error;
  if (!board.data || !workflow.data) {
    return <Page title={t.title}>{error ? <ErrorState error={error} /> : <LoadingRows />}</Page>;
  }
  return <Editor key={workflow.data.version} board={board.data} saved={workflow.data} />;
}

function Editor({ board, saved }: { board: Board; saved: Workflow }) {
  const [draft, setDraft] = useState<WorkflowDraft>(() => draftOf(saved));
  const rights = useRights();
  const client = useQueryClient();
  const mayEdit = rights.isLead(board.teamId) || rights.isAdmin;
  const change = (part: Partial<WorkflowDraft>) => setDraft({ ...draft, ...part });
  const save = useMutation({
    mutationFn: () =>
      dataOf(
        api.board.PUT('/board/boards/{boardId}/workflow', {
          params: { path: { boardId: board.id } },
          headers: { 'If-Match': `"${saved.version}"` },
          body: requestOf(draft),
        }),
      ),
    onSuccess: async (next) => {
      client.setQueryData(workflowQuery(board.id, next.version).queryKey, next);
      await client.invalidateQueries({ queryKey: boardKey(board.id) });
      showDone(t.saved);
    },
  });
  const part = { draft, onChange: change, errorAt: errorsAt(save.error) };
  return (
    <Page
      title={`${board.name}: ${t.title}`}
      lead={mayEdit ? t.lead(saved.version) : t.readOnly}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/boards/$boardId" params={{ boardId: board.id }} {...props} />}
        >
          {texts.myWork.goToBoard}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <fieldset disabled={!mayEdit} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
          <Stack gap="md">
            <ColumnsEditor {...part} />
            <GroupsEditor {...part} />
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <AllocationsEditor within="Committed" allocations={draft.allocations} {...part} />
              <AllocationsEditor within="InProgress" allocations={draft.allocations} {...part} />
              <LanesEditor {...part} />
              <ExpectationsEditor expectations={draft.expectations} {...part} />
            </SimpleGrid>
            <Preview draft={draft} board={board} saved={saved} />
            {save.isError && <ErrorState error={save.error} />}
            {mayEdit && (
              <Group justify="flex-end">
                <Button
                  variant="default"
                  onClick={() => {
                    setDraft(draftOf(saved));
                    save.reset();
                  }}
                >
                  {t.dropped}
                </Button>
                <Button type="submit" loading={save.isPending}>
                  {t.save}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </Page>
  );
}
