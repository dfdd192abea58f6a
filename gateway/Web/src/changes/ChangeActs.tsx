import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { ReasonDialog } from '../ui/ReasonDialog';
import { type Change, changeQuery } from './queries';

const t = texts.changes;
type Act = 'Approve' | 'Reject' | 'Implement' | 'Review' | 'Withdraw';

const WORDS: Record<Act, string> = {
  Approve: t.approve,
  Reject: t.reject,
  Implement: t.implement,
  Review: t.review,
  Withdraw: t.withdraw,
};

/** What the process allows next. Whether this person may do it, the service decides, and says why not. */
export function ChangeActs({ change: { change, next } }: { change: Change }) {
  const [act, setAct] = useState<Act | null>(null);
  const session = useSession();
  const client = useQueryClient();
  const isOfTeam = session.teams.some((team) => team.teamId === change.teamId) || session.roles.length > 0;
  const possible = (Object.keys(WORDS) as Act[]).filter((one) => next.some((step) => step.act === one));
  const send = async (one: Act, reason: string) => {
    const params = { path: { id: change.id } };
    const body = { reason: reason || null };
    if (one === 'Approve' || one === 'Reject') {
      const verdict = { verdict: one, reason: reason || null, revision: change.revision };
      await dataOf(api.changes.POST('/changes/{id}/approvals', { params, body: verdict }));
    } else if (one === 'Review') {
      await dataOf(api.changes.POST('/changes/{id}/review', { params, body }));
    } else if (one === 'Implement') {
      await dataOf(api.changes.POST('/changes/{id}:implement', { params, body }));
    } else {
      await dataOf(api.changes.POST('/changes/{id}:withdraw', { params, body }));
    }
    await client.invalidateQueries({ queryKey: changeQuery(change.id).queryKey });
    await client.invalidateQueries({ queryKey: ['changes'] });
  };
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
      <ReasonDialog
        name={`${act}:${change.id}`}
        title={act ? `${WORDS[act]}: ${change.key}` : ''}
        button={act ? WORDS[act] : ''}
        isOptional={act !== 'Reject'}
        isDanger={act === 'Reject' || act === 'Withdraw'}
        isOpen={act !== null}
        onClose={() => setAct(null)}
        onSend={(reason) => send(act ?? 'Approve', reason)}
        {...(act === 'Approve' ? { lead: t.approveLead } : {})}
      />
    </>
  );
}
