import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { ContentFields } from './ContentFields';
import { contentOf, draftOfContent } from './content';
import type { Change } from './queries';
import { useReadAnew } from './useReadAnew';

const t = texts.changes;

/** Writes the next revision. Approvals stay in force for what does not change. */
export function ReviseChange({ change, onClose }: { change: Change; onClose: () => void }) {
  const { id, teamId, version, key } = change.change;
  const [content, setContent] = useState(() => draftOfContent(change));
  const [reason, setReason] = useState('');
  const readAnew = useReadAnew(id);
  const revise = async () => {
    await dataOf(
      api.changes.POST('/changes/{id}/revisions', {
        params: { path: { id } },
        headers: { 'If-Match': `"${version}"` },
        body: { ...contentOf(content), reason: reason || null },
      }),
    );
    await readAnew();
  };
  return (
    <FormDialog
      title={`${t.revise}: ${key}`}
      lead={t.reviseLead}
      button={t.revise}
      size="lg"
      isOpen
      onClose={onClose}
      onSend={revise}
    >
      {(errorOf) => (
        <>
          <ContentFields teamId={teamId} content={content} onChange={setContent} errorOf={errorOf} />
          <Textarea
            label={texts.common.reason}
            description={texts.common.optional}
            autosize
            minRows={1}
            value={reason}
            error={errorOf('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
