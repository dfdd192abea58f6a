import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { components } from '../api/generated/changes';
import type { Tone } from '../ui/Tag';

type Schemas = components['schemas'];
export type Change = Schemas['ChangeResponse'];
export type WaitingChange = Schemas['WaitingChange'];
export type Stage = Schemas['Stage'];
export type Facet = Schemas['Facet'];
export type Delegation = Schemas['DelegationResponse'];
export type RiskClass = Schemas['RiskClass'];
export type LogEntry = Schemas['LogEntryResponse'];
export type TreeHead = Schemas['TreeHeadResponse'];
export type InclusionProof = Schemas['InclusionProofResponse'];

export const STAGE_TONES: Record<Stage, Tone> = {
  Waiting: 'accent',
  Authorised: 'good',
  Implemented: 'good',
  Closed: 'neutral',
  Rejected: 'danger',
  Withdrawn: 'neutral',
};

export const changesQuery = queryOptions({
  queryKey: ['changes', 'list'],
  queryFn: () => dataOf(api.changes.GET('/changes', { params: { query: { limit: 100 } } })),
});

/** The changes that were raised for a card, which bears the id of its request. The newest comes first. */
export const changesOfQuery = (workItemId: string) =>
  queryOptions({
    queryKey: ['changes', 'of', workItemId],
    queryFn: () => dataOf(api.changes.GET('/changes', { params: { query: { WorkItemId: workItemId, limit: 100 } } })),
  });

export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: ['change', id],
    queryFn: () => dataOf(api.changes.GET('/changes/{id}', { params: { path: { id } } })),
  });

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => dataOf(api.changes.GET('/changes/delegations', { params: { query: { limit: 200 } } })),
});
