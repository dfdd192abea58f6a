import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import type { Board, Workflow } from '../types';
import { consequencesOf } from './consequences';
import { draftOf, requestOf, withHalf, withoutColumn } from './draft';
import { errorsAt } from './errorsAt';

const column = (id: string, name: string, part: object = {}) => ({
  id,
  name,
  kind: 'InProgress' as const,
  isQueue: false,
  isGate: false,
  wipLimit: 3,
  entryPolicy: null,
  doneOf: null,
  ...part,
});

const saved: Workflow = {
  boardId: 'b',
  version: 4,
  columns: [
    column('todo', 'To do', { kind: 'Committed', isQueue: true }),
    column('dev', 'Develop'),
    column('devd', 'Develop done', { isQueue: true, wipLimit: null, doneOf: 'Develop' }),
    column('done', 'Done', { kind: 'Done', wipLimit: null }),
  ],
  groups: [{ name: 'Build', columns: ['Develop', 'Develop done'], wipLimit: 4 }],
  allocations: [],
  classLimits: [],
  expectations: [],
  personalLimit: 2,
  expediteLimit: 1,
  experimentLimit: 2,
  startedAt: 'Develop',
  finishedAt: 'Done',
};

const board = {
  columns: saved.columns.map((one) => ({
    column: one,
    occupancy: 2,
    cards: ['1', '2'].map((id) => ({ id, category: 'Support', classOfService: 'Standard' })),
  })),
} as unknown as Board;

describe('a definition while it is edited', () => {
  it('is sent as it was read where nothing was edited', () => {
    const sent = requestOf(draftOf(saved));

    expect(sent.columns).toEqual(saved.columns);
    expect(sent.groups).toEqual(saved.groups);
    expect(consequencesOf(draftOf(saved), board, saved)).toEqual([]);
  });

  it('keeps halves and groups together when a column gets another name', () => {
    const draft = draftOf(saved);
    const columns = draft.columns.map((one) => (one.id === 'dev' ? { ...one, name: 'Build it' } : one));

    const sent = requestOf({ ...draft, columns });

    expect(sent.columns?.[2]?.doneOf).toBe('Build it');
    expect(sent.groups?.[0]?.columns).toEqual(['Build it', 'Develop done']);
  });

  it('joins a split column, and splits it again right behind', () => {
    const draft = draftOf(saved);
    const dev = draft.columns[1];
    if (!dev) {
      throw new Error('There is no such column.');
    }

    const joined = withHalf(draft.columns, dev, 'done');
    const split = withHalf(joined, dev, 'ready');

    expect(joined.map((one) => one.name)).toEqual(['To do', 'Develop', 'Done']);
    expect(split.map((one) => [one.name, one.halfOf])).toContainEqual(['Develop ready', 'dev']);
    expect(split[2]?.wipLimit).toBeNull();
  });

  it('takes a removed column, and its half, out of the groups', () => {
    const draft = draftOf(saved);

    const left = withoutColumn(draft, draft.columns[1] as never);

    expect(left.columns.map((one) => one.id)).toEqual(['todo', 'done']);
    expect(left.groups[0]?.columns).toEqual([]);
  });

  it('tells before saving which group, category and lane are beyond their new limits', () => {
    const draft = draftOf(saved);
    const texts = consequencesOf(
      {
        ...draft,
        groups: draft.groups.map((group) => ({ ...group, wipLimit: 3 })),
        allocations: [{ within: 'InProgress', category: 'Support', floor: 0, ceiling: 3 }],
        classLimits: [{ classOfService: 'Standard', wipLimit: 6 }],
      },
      board,
      saved,
    ).map((one) => [one.tone, one.text]);

    expect(texts).toEqual([
      ['warn', expect.stringContaining('The group Build holds 4 of 3')],
      ['warn', expect.stringContaining('Support holds 4, at most 3')],
      ['neutral', 'The lane Standard holds 6 of 6.'],
    ]);
  });
});

describe('what was refused', () => {
  it('stands at the field that the service names', () => {
    const at = errorsAt(
      new Problem(409, { violations: [{ code: 'limit-range', message: 'At least 1.', scope: 'columns[2].wipLimit' }] }),
    );

    expect(at('columns[2].wipLimit')).toBe('At least 1.');
    expect(at('columns[1].wipLimit')).toBeUndefined();
  });

  it('finds rules of form too', () => {
    const at = errorsAt(new Problem(400, { errors: { 'columns[0].name': ['The name is missing.'] } }));

    expect(at('columns[0].name')).toBe('The name is missing.');
  });
});
