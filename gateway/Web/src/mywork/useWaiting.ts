import { useQuery } from '@tanstack/react-query';
import { useRights, useSession } from '../app/person';
import { useChangesLive } from '../changes/useChangesLive';
import { lastCommentsQuery } from '../intake/queries';
import { useRequestsLive } from '../intake/useIntakeLive';
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
  const teams = session.teams.map((team) => team.teamId);
  const changes = useQuery(waitingChangesQuery(teams));
  useChangesLive(teams.length > 0);
  const sessions = useQuery({ ...runningSessionsQuery, enabled: session.customers.length > 0 || rights.isAdmin });
  const isAsker = session.customers.length > 0;
  useRequestsLive(isAsker);
  const asking = useQuery({ ...undecidedRequestsQuery, enabled: isAsker }).data?.items ?? [];
  const words = useQuery(lastCommentsQuery(asking.map((one) => one.id)));
  const waiting: Waiting[] = [];
  for (const change of changes.data ?? []) {
    if (change.raisedBy !== session.personId) {
      const isReview = change.reviewDueAt != null;
      const isUrgent = isReview && new Date(change.reviewDueAt ?? '').getTime() < Date.now();
      const kind = isUrgent ? texts.myWork.review : isReview ? texts.myWork.reviewDue : texts.myWork.approve;
      const title = `${change.key} ${change.title}`;
      waiting.push({ id: change.id, kind, title, since: change.raisedAt, to: `/changes/${change.id}`, isUrgent });
    }
  }
  for (const room of sessions.data ?? []) {
    const mine = room.participants.filter((one) => room.iCanSpeakFor.includes(one.customerId));
    const isOpen = room.state === 'Open' && mine.some((one) => !one.hasBallot);
    const isConsent = room.state === 'Deliberating' && room.proposals.length > 0 && mine.some((o) => !o.hasConsented);
    if (isOpen || isConsent) {
      const kind = isOpen ? texts.myWork.ballot : texts.myWork.consent;
      const to = `/sessions/${room.id}`;
      waiting.push({ id: room.id, kind, title: room.boardName, since: room.openedAt, to, isUrgent: false });
    }
  }
  for (const { requestId, comment, isByRequester } of words.data ?? []) {
    const request = asking.find((one) => one.id === requestId);
    if (request && !isByRequester) {
      const title = `${request.key} ${request.title}`;
      const to = `/requests/${requestId}`;
      waiting.push({ id: comment.id, kind: texts.myWork.question, title, since: comment.at, to, isUrgent: false });
    }
  }
  return { waiting, isPending: changes.isPending || (sessions.isPending && sessions.isFetching), error: changes.error };
}
