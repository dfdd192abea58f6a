import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { boardKey } from '../../board/queries';
import type { Workflow } from '../../board/types';
import { draftOf, requestOf } from '../../board/workflow/draft';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { FormDialog } from '../../ui/FormDialog';
import { useDraft } from '../../ui/useDraft';
import { USUAL_DIRECTION } from '../model/experiments';
import { addDays, dayOf, dayStart } from '../model/window';
import { experimentsKey } from '../queries';
import type { Direction, Metric } from '../types';
import { useFlow } from '../useFlow';
import { LimitPatch } from './LimitPatch';

const t = texts.flow.experiments;
const METRICS = Object.keys(USUAL_DIRECTION) as Metric[];
const DIRECTIONS: Direction[] = ['Increase', 'Decrease'];

interface Draft {
  hypothesis: string;
  metric: Metric;
  direction: Direction;
  smallestEffect: number | '';
  end: string;
  /** By column: the limit to try; null is none. A column that is not named keeps its own. */
  limits: Record<string, number | null>;
}

const blank = (): Draft => ({
  hypothesis: '',
  metric: 'CycleTime',
  direction: 'Decrease',
  smallestEffect: 1,
  end: addDays(dayOf(new Date()), 28),
  limits: {},
});

/** Says what is believed, what would show it and what is tried; the limits are put in force at once. */
export function StartExperiment({
  isOpen,
  onClose,
  workflow,
}: {
  isOpen: boolean;
  onClose: () => void;
  workflow: Workflow;
}) {
  const { boardId } = useFlow();
  const client = useQueryClient();
  const [draft, setDraft, clear] = useDraft<Draft>(`experiment:start:${boardId}`, blank());
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const send = async () => {
    const { hypothesis, metric, direction, smallestEffect, end } = draft;
    const isPercent = metric === 'FlowEfficiency';
    const body = {
      boardId,
      hypothesis,
      metric,
      direction,
      smallestEffect: Number(smallestEffect) / (isPercent ? 100 : 1),
      endsAt: dayStart(end).toISOString(),
      ...patchOf(workflow, draft.limits),
    };
    await dataOf(api.board.POST('/board/experiments', { body }));
    clear();
    showDone(t.started);
    await Promise.all([
      client.invalidateQueries({ queryKey: experimentsKey(boardId) }),
      client.invalidateQueries({ queryKey: boardKey(boardId) }),
    ]);
  };
  return (
    <FormDialog isOpen={isOpen} onClose={onClose} onSend={send} title={t.startTitle} button={t.start}>
      <Textarea
        label={t.hypothesis}
        description={t.hypothesisNote}
        required
        minLength={3}
        maxLength={1000}
        autosize
        minRows={2}
        data-autofocus
        value={draft.hypothesis}
        onChange={(event) => change({ hypothesis: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t.metric}
          data={METRICS.map((value) => ({ value, label: t.metrics[value] }))}
          value={draft.metric}
          allowDeselect={false}
          onChange={(value) => value && change({ metric: value, direction: USUAL_DIRECTION[value] })}
        />
        <Select
          label={t.direction}
          data={DIRECTIONS.map((value) => ({ value, label: t.directions[value] }))}
          value={draft.direction}
          allowDeselect={false}
          onChange={(value) => value && change({ direction: value })}
        />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label={t.smallest}
          description={t.smallestNote(t.unitNames[draft.metric])}
          required
          min={0}
          value={draft.smallestEffect}
          onChange={(value) => change({ smallestEffect: value === '' ? '' : Number(value) })}
        />
        <TextInput
          type="date"
          label={t.end}
          description={t.endNote}
          required
          min={addDays(dayOf(new Date()), 1)}
          value={draft.end}
          onChange={(event) => change({ end: event.currentTarget.value })}
        />
      </Group>
      <LimitPatch workflow={workflow} limits={draft.limits} onChange={(limits) => change({ limits })} />
    </FormDialog>
  );
}

/** The definition of workflow with the limits to try; nothing where no limit is another one. */
function patchOf(workflow: Workflow, limits: Draft['limits']) {
  const draft = draftOf(workflow);
  const columns = draft.columns.map((column) => {
    const tried = limits[column.name ?? ''];
    return tried === undefined ? column : { ...column, wipLimit: tried };
  });
  const isOther = columns.some((column, place) => column.wipLimit !== draft.columns[place]?.wipLimit);
  return isOther ? { workflow: requestOf({ ...draft, columns }) } : {};
}
