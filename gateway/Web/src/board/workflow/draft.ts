import type { Category, Column, Workflow, WorkflowRequest } from '../types';

type Lists = 'allocations' | 'classLimits' | 'expectations';
type Part<K extends Lists> = NonNullable<WorkflowRequest[K]>[number];
export type Within = 'Committed' | 'InProgress';

/** A column while it is edited. Columns refer to one another by key, so that a new name breaks nothing. */
export interface ColumnDraft {
  key: string;
  id: string | null;
  name: string;
  kind: Column['kind'];
  isQueue: boolean;
  isGate: boolean;
  wipLimit: number | null;
  entryPolicy: string | null;
  /** The key of the column whose done half it is. */
  halfOf: string | null;
}

export interface GroupDraft {
  key: string;
  name: string;
  columns: string[];
  wipLimit: number | null;
}

export type AllocationDraft = Part<'allocations'> & { within: Within; category: Category; floor: number };
export type ExpectationDraft = Part<'expectations'> & { key: string };
export type ClassLimitDraft = Part<'classLimits'>;

/** A definition of workflow while it is edited. */
export interface WorkflowDraft {
  columns: ColumnDraft[];
  groups: GroupDraft[];
  allocations: AllocationDraft[];
  classLimits: ClassLimitDraft[];
  expectations: ExpectationDraft[];
  personalLimit: number;
  expediteLimit: number;
  experimentLimit: number;
}

let keys = 0;
export const newKey = (): string => `new-${++keys}`;

export function draftOf(workflow: Workflow): WorkflowDraft {
  const { columns, groups, allocations, expectations, classLimits } = workflow;
  const keyOf = (name: string | null | undefined) => columns.find((column) => column.name === name)?.id ?? null;
  return {
    columns: columns.map(({ doneOf, ...column }) => ({
      ...column,
      key: column.id,
      wipLimit: column.wipLimit ?? null,
      entryPolicy: column.entryPolicy ?? null,
      halfOf: keyOf(doneOf),
    })),
    groups: groups.map((group) => ({
      ...group,
      key: newKey(),
      columns: group.columns.flatMap((name) => keyOf(name) ?? []),
    })),
    allocations: allocations as AllocationDraft[],
    classLimits,
    expectations: expectations.map((one) => ({ ...one, key: newKey() })),
    personalLimit: workflow.personalLimit,
    expediteLimit: workflow.expediteLimit,
    experimentLimit: workflow.experimentLimit,
  };
}

/** What is sent: in the order of the draft, so that what the service says about a field finds it again. */
export function requestOf(draft: WorkflowDraft): WorkflowRequest {
  const nameOf = (key: string | null) => draft.columns.find((column) => column.key === key)?.name ?? null;
  return {
    ...draft,
    columns: draft.columns.map(({ key: _key, halfOf, ...column }) => ({ ...column, doneOf: nameOf(halfOf) })),
    groups: draft.groups.map(({ key: _key, ...group }) => ({
      ...group,
      columns: group.columns.flatMap((key) => nameOf(key) ?? []),
    })),
    expectations: draft.expectations.map(({ key: _key, ...one }) => one),
  };
}

export const isActive = (column: ColumnDraft): boolean =>
  column.kind === 'InProgress' && !column.isQueue && column.halfOf === null;

/** Splits an active column into doing and done, or joins the two again. */
export function withHalf(columns: ColumnDraft[], column: ColumnDraft, suffix: string): ColumnDraft[] {
  if (columns.some((one) => one.halfOf === column.key)) {
    return columns.filter((one) => one.halfOf !== column.key);
  }
  const half: ColumnDraft = {
    key: newKey(),
    id: null,
    name: `${column.name} ${suffix}`,
    kind: 'InProgress',
    isQueue: true,
    isGate: false,
    wipLimit: null,
    entryPolicy: null,
    halfOf: column.key,
  };
  return columns.toSpliced(columns.indexOf(column) + 1, 0, half);
}

/** Columns without one and its half; groups that named it no longer do. */
export function withoutColumn(draft: WorkflowDraft, gone: ColumnDraft): Pick<WorkflowDraft, 'columns' | 'groups'> {
  const columns = draft.columns.filter((one) => one !== gone && one.halfOf !== gone.key);
  const kept = new Set(columns.map((one) => one.key));
  const groups = draft.groups.map((group) => ({ ...group, columns: group.columns.filter((key) => kept.has(key)) }));
  return { columns, groups };
}
