import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done } from '../api/client';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { showError } from '../ui/announce';
import { FormDialog } from '../ui/FormDialog';

const t = texts.myWork;

/** Says that one is away, so that the team takes one's cards over, or back again. */
export function Absence({ isAbsent }: { isAbsent: boolean }) {
  const { personId } = useSession();
  const client = useQueryClient();
  const [isOpen, dialog] = useDisclosure(false);
  const [until, setUntil] = useState('');
  const params = { path: { personId } };
  const readAnew = () => client.invalidateQueries({ queryKey: ['avatars'] });
  const comeBack = () =>
    done(api.board.DELETE('/board/people/{personId}/absence', { params })).then(readAnew, showError);
  if (isAbsent) {
    return (
      <Button size="xs" variant="light" onClick={() => void comeBack()}>
        {t.back}
      </Button>
    );
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t.goAway}
      </Button>
      <FormDialog
        title={t.awayTitle}
        lead={t.awayLead}
        button={t.goAway}
        isOpen={isOpen}
        onClose={dialog.close}
        fields={['until']}
        onSend={async () => {
          const body = { until: until === '' ? null : new Date(`${until}T00:00`).toISOString() };
          await done(api.board.PUT('/board/people/{personId}/absence', { params, body }));
          await readAnew();
        }}
      >
        {(errorOf) => (
          <TextInput
            type="date"
            label={t.awayUntil}
            description={texts.common.optional}
            value={until}
            error={errorOf('until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
      </FormDialog>
    </>
  );
}
