import { Button } from '@mantine/core';
import { IconArrowBackUp, IconEdit, IconGavel } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRights, useSession } from '../../app/person';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { WordsDialog } from '../parts/WordsDialog';
import type { Request } from '../types';
import { EditDialog } from './EditDialog';
import { useRequestActs } from './useRequestActs';

const t = texts.requestPage;

/** What this person may do with the request now. The service decides by itself; this only leaves out what it refuses. */
export function RequestActions({ request }: { request: Request }) {
  const [open, setOpen] = useState<'edit' | 'withdraw' | 'reopen' | null>(null);
  const session = useSession();
  const rights = useRights();
  const acts = useRequestActs(request);
  const isRequester =
    request.requesterId === session.personId ||
    rights.isAdmin ||
    rights.speaksFor(request.customerId) ||
    (request.requesterId == null && session.customers.some((one) => one.customerId === request.customerId));
  const isTeam = request.teamId ? rights.isInTeam(request.teamId) : session.teams.length > 0;
  const isWaiting = request.status === 'Submitted' || request.status === 'Triaged';
  const isBack =
    ['Done', 'Declined', 'Withdrawn'].includes(request.status) && !(request.card && request.status === 'Done');
  const close = () => setOpen(null);
  return (
    <>
      {isTeam && isWaiting && (
        <Button
          component={Link}
          to={`/triage?request=${request.id}`}
          variant="default"
          leftSection={<IconGavel size={16} />}
        >
          {t.triage}
        </Button>
      )}
      {(isRequester || isTeam) && isWaiting && (
        <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setOpen('edit')}>
          {t.edit}
        </Button>
      )}
      {isRequester && isWaiting && (
        <Button variant="default" color="red" onClick={() => setOpen('withdraw')}>
          {t.withdraw}
        </Button>
      )}
      {(isRequester || isTeam) && isBack && (
        <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => setOpen('reopen')}>
          {t.reopen}
        </Button>
      )}
      <EditDialog request={request} isOpen={open === 'edit'} onClose={close} />
      <WordsDialog
        name={`withdraw:${request.id}`}
        title={t.withdrawTitle}
        lead={t.withdrawLead}
        label={texts.common.reason}
        button={t.withdraw}
        isDanger
        isOpen={open === 'withdraw'}
        onClose={close}
        onSend={(reason) => acts.withdraw(reason).then(() => showDone(t.withdrawn))}
      />
      <WordsDialog
        name={`reopen:${request.id}`}
        title={t.reopenTitle}
        lead={t.reopenLead}
        label={texts.common.reason}
        button={t.reopen}
        isOpen={open === 'reopen'}
        onClose={close}
        onSend={(reason) => acts.reopen(reason).then(() => showDone(t.reopened))}
      />
    </>
  );
}
