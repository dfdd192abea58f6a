import { Button, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { usePeopleNames } from '../app/directory';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { useDraft } from '../ui/useDraft';
import { AttestEvidence } from './AttestEvidence';
import { type Change, delegationsQuery } from './queries';
import { ReviseChange } from './ReviseChange';
import { useReadAnew } from './useReadAnew';

const t = texts.changes;
type Judgement = 'Approve' | 'Reject' | 'Implement' | 'Review' | 'Withdraw';
type Act = Judgement | 'Attest' | 'Revise';

const WORDS: Record<Act, string> = {
  Approve: t.approve,
  Reject: t.reject,
  Implement: t.implement,
  Review: t.review,
  Attest: t.attest,
  Revise: t.revise,
  Withdraw: t.withdraw,
};

/** What the process allows next. Whether this person may do it, the service decides, and says why not. */
export function ChangeActs({ change }: { change: Change }) {
  const [act, setAct] = useState<Act | null>(null);
  const session = useSession();
  const isOfTeam = session.teams.some((team) => team.teamId === change.change.teamId) || session.roles.length > 0;
  const possible = (Object.keys(WORDS) as Act[]).filter((one) => change.next.some((step) => step.act === one));
  const close = () => setAct(null);
  if (!isOfTeam) {
    return null;
  }
  return (
    <>
      {possible.map((one) => (
        <Button key={one} variant={one === 'Approve' ? 'filled' : 'default'} onClick={() => setAct(one)}>
          {WORDS[one]}
        </Button>
      ))}
      {act === 'Revise' && <ReviseChange change={change} onClose={close} />}
      {act === 'Attest' && <AttestEvidence change={change} onClose={close} />}
      {act !== null && act !== 'Revise' && act !== 'Attest' && (
        <StepDialog key={act} act={act} change={change} onClose={close} />
      )}
    </>
  );
}

function post(act: Judgement, { change }: Change, reason: string | null, onBehalfOf: string | null) {
  const params = { path: { id: change.id } };
  const body = { reason, onBehalfOf };
  if (act === 'Approve' || act === 'Reject') {
    const verdict = { ...body, verdict: act, revision: change.revision };
    return dataOf(api.changes.POST('/changes/{id}/approvals', { params, body: verdict }));
  }
  if (act === 'Review') {
    return dataOf(api.changes.POST('/changes/{id}/review', { params, body }));
  }
  return act === 'Implement'
    ? dataOf(api.changes.POST('/changes/{id}:implement', { params, body }))
    : dataOf(api.changes.POST('/changes/{id}:withdraw', { params, body }));
}

interface StepDialogProps {
  act: Judgement;
  change: Change;
  onClose: () => void;
}

/** One step of the process with its reason; a deputy says for whom. */
function StepDialog({ act, change, onClose }: StepDialogProps) {
  const { id, key } = change.change;
  const [reason, setReason, clear] = useDraft(`reason:${act}:${id}`, '');
  const [principal, setPrincipal] = useState<string | null>(null);
  const { personId } = useSession();
  const delegations = useQuery(delegationsQuery).data?.items ?? [];
  const principals = [
    ...new Set(delegations.filter((one) => one.isActive && one.deputyId === personId).map((one) => one.principalId)),
  ];
  const names = usePeopleNames(principals);
  const readAnew = useReadAnew(id);
  const isJudgement = act === 'Approve' || act === 'Reject' || act === 'Review';
  return (
    <FormDialog
      title={`${WORDS[act]}: ${key}`}
      lead={act === 'Approve' ? t.approveLead : undefined}
      button={WORDS[act]}
      isDanger={act === 'Reject' || act === 'Withdraw'}
      isOpen
      onClose={onClose}
      onSend={async () => {
        await post(act, change, reason || null, principal);
        clear();
        await readAnew();
      }}
    >
      {isJudgement && principals.length > 0 && (
        <Select
          label={t.onBehalfOf}
          placeholder={t.myself}
          clearable
          data={principals.map((value) => ({ value, label: names.get(value) ?? '' }))}
          value={principal}
          onChange={setPrincipal}
        />
      )}
      <Textarea
        label={texts.common.reason}
        required={act === 'Reject'}
        autosize
        minRows={3}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
