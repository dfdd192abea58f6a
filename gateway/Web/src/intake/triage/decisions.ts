import { api, dataOf } from '../../api/client';
import type { components } from '../../api/generated/intake';
import { texts } from '../../texts';
import { ifMatch } from '../request/useRequestActs';
import type { Request } from '../types';

/** What triage asks of the service, and what takes each decision back: one function an act, and nothing else. */
const at = (requestId: string) => ({ params: { path: { requestId } } });

export const postDecision = (request: Request, body: components['schemas']['TriageRequestRequest']) =>
  dataOf(
    api.intake.POST('/intake/requests/{requestId}/triage', { ...at(request.id), headers: ifMatch(request), body }),
  );

export const postQuestion = (requestId: string, text: string) =>
  dataOf(api.intake.POST('/intake/requests/{requestId}/comments', { ...at(requestId), body: { text } }));

export const undoAcceptance = (requestId: string) =>
  dataOf(api.intake.POST('/intake/requests/{requestId}/triage:undo', at(requestId)));

export const reopen = (requestId: string) =>
  dataOf(
    api.intake.POST('/intake/requests/{requestId}/reopen', {
      ...at(requestId),
      body: { reason: texts.triage.undoReason },
    }),
  );

export const unlink = (requestId: string) =>
  dataOf(api.intake.DELETE('/intake/requests/{requestId}/links', at(requestId)));
