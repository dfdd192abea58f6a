import type { Workflow, WorkflowRequest } from '../types';

type Columns = NonNullable<WorkflowRequest['columns']>;
export type ColumnDraft = Columns[number] & { key: string };
type Allocation = NonNullable<WorkflowRequest['allocations']>[number];
export type ExpectationDraft = NonNullable<WorkflowRequest['expectations']>[number] & { key: string };

/** A definition of workflow while it is edited. */
export interface WorkflowDraft extends Omit<WorkflowRequest, 'columns' | 'expectations'> {
  columns: ColumnDraft[];
  allocations: Allocation[];
  expectations: ExpectationDraft[];
  personalLimit: number;
  expediteLimit: number;
}

let keys = 0;
export const newKey = (): string => `new-${++keys}`;

export function draftOf(workflow: Workflow): WorkflowDraft {
  const { columns, groups, allocations, classLimits, expectations, personalLimit, expediteLimit } = workflow;
  return {
    columns: columns.map((column) => ({ ...column, key: column.id })),
    groups,
    allocations,
    classLimits,
    expectations: expectations.map((one) => ({ ...one, key: newKey() })),
    personalLimit,
    expediteLimit,
  };
}

/** What is sent: the draft without the keys that only the form needs, and with what it does not edit. */
export function requestOf(draft: WorkflowDraft, saved: Workflow): WorkflowRequest {
  const { boardId: _board, version: _version, ...kept } = saved;
  return {
    ...kept,
    ...draft,
    columns: draft.columns.map(({ key: _key, ...column }) => column),
    expectations: draft.expectations.map(({ key: _key, ...one }) => one),
  };
}
