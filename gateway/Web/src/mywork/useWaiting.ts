import { useQuery } from '@tanstack/react-query';
import { useRights, useSession } from '../app/person';
import type { WaitingChange } from '../changes/queries';
import { useChangesLive } from '../changes/useChangesLive';
import { lastCommentsQuery } from '../intake/queries';
import type { LastComment, Request } from '../intake/types';
import { useRequestsLive } from '../intake/useIntakeLive';
import type { Room } from '../session/queries';
import { texts } from '../texts';
import { runningSessionsQuery, undecidedRequestsQuery, waitingChangesQuery } from './queries';

export interface Waiting {
  id: string;
  kind: string;
  title: string;
  since: string;
  to: string;
  isUrgent: boolean;
}

/** Approvals, ballots, consents, reviews and questions that wait for this person. */
export function useWaiting() {
  const session = useSession();
  const rights = useRights();
  const changes = useQuery(waitingChangesQuery);
  useChangesLive(session.teams.length > 0);
  const sessions = useQuery({ ...runningSessionsQuery, enabled: session.customers.length > 0 || rights.isAdmin });
  const isAsker = session.customers.length > 0;
  useRequestsLive(isAsker);
  const asking = useQuery({ ...undecidedRequestsQuery, enabled: isAsker }).data?.items ?? [];
  const words = useQuery(lastCommentsQuery(asking.map((one) => one.id)));
  const waiting: Waiting[] = [
    ...(changes.data?.items ?? []).map(judgementOf),
    ...(sessions.data ?? []).flatMap(agreementOf),
    ...asking.flatMap((request) => questionOf(request, words.data ?? [])),
  ];
  return { waiting, isPending: changes.isPending || (sessions.isPending && sessions.isFetching), error: changes.error };
}

function judgementOf({ change, act, onBehalfOf }: WaitingChange): Waiting {
  const isReview = act === 'Review';
  const isUrgent = isReview && new Date(change.reviewDueAt ?? '').getTime() < Date.now();
  const judgement = isReview ? texts.myWork.reviewDue : texts.myWork.approve;
  const kind = isUrgent ? texts.myWork.review : judgement;
  return {
    id: change.id,
    kind: onBehalfOf ? texts.myWork.asDeputy(kind) : kind,
    title: `${change.key} ${change.title}`,
    since: change.raisedAt,
    to: `/changes/${change.id}`,
    isUrgent,
  };
}

function agreementOf(room: Room): Waiting[] {
  const mine = room.participants.filter((one) => room.iCanSpeakFor.includes(one.customerId));
  const isOpen = room.state === 'Open' && mine.some((one) => !one.hasBallot);
  const isConsent = room.state === 'Deliberating' && room.proposals.length > 0 && mine.some((o) => !o.hasConsented);
  const kind = isOpen ? texts.myWork.ballot : texts.myWork.consent;
  const to = `/sessions/${room.id}`;
  return isOpen || isConsent
    ? [{ id: room.id, kind, title: room.boardName, since: room.openedAt, to, isUrgent: false }]
    : [];
}

function questionOf(request: Request, words: readonly LastComment[]): Waiting[] {
  const last = words.find((one) => one.requestId === request.id);
  const title = `${request.key} ${request.title}`;
  const to = `/requests/${request.id}`;
  return last && !last.isByRequester
    ? [{ id: last.comment.id, kind: texts.myWork.question, title, since: last.comment.at, to, isUrgent: false }]
    : [];
}
