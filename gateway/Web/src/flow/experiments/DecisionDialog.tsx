import { Checkbox, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api/client';
import { boardKey } from '../../board/queries';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { FormDialog } from '../../ui/FormDialog';
import { useDraft } from '../../ui/useDraft';
import { experimentsKey } from '../queries';
import type { Experiment } from '../types';
import { useFlow } from '../useFlow';

const t = texts.flow.experiments;

interface DecisionDialogProps {
  experiment: Experiment;
  decision: 'keep' | 'discard';
  onClose: () => void;
}

/** The team decides, with its reason; discarding brings back the policy from before. */
export function DecisionDialog({ experiment, decision, onClose }: DecisionDialogProps) {
  const { boardId } = useFlow();
  const client = useQueryClient();
  const [reason, setReason, clear] = useDraft(`experiment:${decision}:${experiment.id}`, '');
  const [undo, setUndo] = useState(false);
  const isPatched = experiment.baseVersion !== experiment.patchVersion;
  const params = { params: { path: { experimentId: experiment.id } } };
  const send = async () => {
    await (decision === 'keep'
      ? dataOf(api.board.POST('/board/experiments/{experimentId}:keep', { ...params, body: { reason } }))
      : dataOf(
          api.board.POST('/board/experiments/{experimentId}:discard', {
            ...params,
            body: { reason, undoLaterChanges: undo },
          }),
        ));
    clear();
    showDone(decision === 'keep' ? t.kept : t.discarded);
    await Promise.all([
      client.invalidateQueries({ queryKey: experimentsKey(boardId) }),
      client.invalidateQueries({ queryKey: boardKey(boardId) }),
    ]);
  };
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      onSend={send}
      title={decision === 'keep' ? t.keepTitle : t.discardTitle}
      button={decision === 'keep' ? t.keep : t.discard}
    >
      <Text size="sm">{experiment.hypothesis}</Text>
      <Text size="sm" c="dimmed">
        {decision === 'keep' ? t.keepLead : isPatched ? t.discardPatched(experiment.baseVersion) : t.discardLead}
      </Text>
      <Textarea
        label={texts.common.reason}
        description={t.reasonNote}
        required
        minLength={3}
        maxLength={1000}
        autosize
        minRows={3}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decision === 'discard' && isPatched && (
        <Checkbox label={t.undo} checked={undo} onChange={(event) => setUndo(event.currentTarget.checked)} />
      )}
    </FormDialog>
  );
}
