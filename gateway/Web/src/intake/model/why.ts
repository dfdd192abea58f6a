import { texts } from '../../texts';
import type { Request } from '../types';

/** What is known around a request; what a person may not see, or is not known yet, is absent. */
export interface Around {
  teamName?: string | null | undefined;
  /** The newest comment, if somebody else than the requester spoke last. */
  question?: { byName?: string | null | undefined } | undefined;
  hasAnswer?: boolean;
  isRequester: boolean;
  requesterName?: string | null | undefined;
  isSessionOpen?: boolean;
  owners?: readonly string[] | undefined;
  waitingChange?: { key: string } | undefined;
}

export interface Why {
  text: string;
  /** Waits for somebody to act, moves, or has ended. */
  mood: 'waits' | 'stuck' | 'moves' | 'good' | 'bad' | 'ended';
}

const t = texts.why;

/** The reason why a request stands where it stands, in words. */
export function whyOf(request: Request, around: Around): Why {
  switch (request.status) {
    case 'Submitted':
      return whySubmitted(request, around);
    case 'Triaged':
      return around.question
        ? asked(around)
        : { text: around.isSessionOpen ? t.agreementNow : t.agreement, mood: 'waits' };
    case 'Committed':
      return whyCommitted(request, around);
    case 'InProgress':
      return whyInProgress(request, around);
    case 'Done':
      return { text: t.done, mood: 'good' };
    case 'Declined':
      return { text: t.declined(request.statusReason ?? ''), mood: 'bad' };
    case 'Linked':
      return { text: t.linked, mood: 'ended' };
    default:
      return { text: t.withdrawn(request.statusReason ?? ''), mood: 'ended' };
  }
}

function asked({ question, isRequester, requesterName }: Around): Why {
  const text = isRequester ? t.question(question?.byName ?? '') : t.questionToRequester(requesterName ?? '');
  return { text, mood: 'stuck' };
}

function whySubmitted(request: Request, around: Around): Why {
  if (around.question) {
    return asked(around);
  }
  if (around.hasAnswer) {
    return { text: t.answered, mood: 'waits' };
  }
  if (request.source) {
    return { text: t.imported, mood: 'waits' };
  }
  return { text: around.teamName ? t.submitted(around.teamName) : t.submittedNoTeam, mood: 'waits' };
}

function blocked(request: Request): Why | null {
  return request.card?.isBlocked ? { text: t.blocked(request.card.blockedReason ?? ''), mood: 'stuck' } : null;
}

function whyCommitted(request: Request, { owners }: Around): Why {
  const column = request.card?.column;
  if (!column) {
    return request.statusReason
      ? { text: t.refused(request.statusReason), mood: 'stuck' }
      : { text: t.committedNowhere, mood: 'waits' };
  }
  return blocked(request) ?? { text: owners?.length ? t.working(column, '') : t.committed(column), mood: 'waits' };
}

function whyInProgress(request: Request, { owners, waitingChange }: Around): Why {
  const column = request.card?.column;
  const stuck = blocked(request);
  if (stuck) {
    return stuck;
  }
  if (waitingChange) {
    return { text: t.change(waitingChange.key), mood: 'waits' };
  }
  if (!column) {
    return { text: t.workingNowhere, mood: 'moves' };
  }
  return owners?.length === 0
    ? { text: t.noOwner(column), mood: 'waits' }
    : { text: t.working(column, (owners ?? []).join(', ')), mood: 'moves' };
}
