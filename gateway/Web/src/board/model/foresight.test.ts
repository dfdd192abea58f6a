import { describe, expect, it } from 'vitest';
import type { Board, BoardCard, Workflow } from '../types';
import { moveCard, takeAnswer } from './boardEdits';
import { foresee } from './foresight';

const card = (id: string, part: Partial<BoardCard> = {}): BoardCard => ({
  id,
  key: `FS-${id}`,
  title: id,
  category: 'Support',
  classOfService: 'Standard',
  customerId: 'c',
  isRegulated: false,
  hasApprovedChange: false,
  isBlocked: false,
  owners: [],
  tags: [],
  isAiAssisted: false,
  openParts: 0,
  committedAt: '2026-01-01T00:00:00Z',
  version: 1,
  ...part,
});

const KINDS = ['Committed', 'InProgress', 'InProgress', 'Done'] as const;
const NAMES = ['To do', 'Develop', 'Deploy', 'Done'];

function boardOf(cards: BoardCard[][], limits: (number | null)[] = [8, 1, 2, null]): Board {
  const columns = NAMES.map((name, index) => ({
    column: {
      id: name,
      name,
      kind: KINDS[index] ?? 'Done',
      isQueue: index === 0,
      wipLimit: limits[index] ?? null,
      isGate: name === 'Deploy',
    },
    occupancy: cards[index]?.length ?? 0,
    cards: cards[index] ?? [],
  }));
  return {
    id: 'b',
    teamId: 't',
    name: 'B',
    version: 1,
    workflowVersion: 1,
    personalLimit: 2,
    expediteLimit: 1,
    columns,
  };
}

const workflowOf = (board: Board, part: Partial<Workflow> = {}): Workflow => ({
  boardId: 'b',
  version: 1,
  columns: board.columns.map((one) => one.column),
  groups: [],
  allocations: [],
  classLimits: [],
  expectations: [],
  personalLimit: 2,
  expediteLimit: 1,
  experimentLimit: 2,
  startedAt: '',
  finishedAt: '',
  ...part,
});

function codes(board: Board, moved: string, to: string, part: Partial<Workflow> = {}): string[] {
  const found = board.columns.flatMap((one) => one.cards).find((one) => one.id === moved);
  const target = board.columns.find((one) => one.column.id === to)?.column;
  if (!found || !target) {
    throw new Error('The test names no such card or column.');
  }
  return foresee(board, workflowOf(board, part), found, target).map((refusal) => refusal.code);
}

describe('what is known before a drop', () => {
  it('is nothing where there is room', () => {
    expect(codes(boardOf([[card('1')]]), '1', 'Develop')).toEqual([]);
  });

  it('is the limit of a full column', () => {
    expect(codes(boardOf([[card('1')], [card('2')]]), '1', 'Develop')).toEqual(['column-limit-reached']);
  });

  it('is nothing for an expedite card in a full column, because it has its own lane', () => {
    const board = boardOf([[card('1', { classOfService: 'Expedite' })], [card('2')]]);
    expect(codes(board, '1', 'Develop')).toEqual([]);
  });

  it('is the ceiling of a category only when the card enters its scope', () => {
    const allocations = [{ within: 'InProgress' as const, category: 'Support' as const, floor: 0, ceiling: 1 }];
    const board = boardOf([[card('1')], [card('2')]], [8, 3, 2, null]);
    expect(codes(board, '1', 'Develop', { allocations })).toEqual(['category-ceiling-reached']);
    expect(codes(board, '2', 'Deploy', { allocations })).toEqual([]);
  });

  it('is the gate for a regulated card without an approved change, also when it jumps over it', () => {
    const board = boardOf([[], [card('1', { isRegulated: true })]]);
    expect(codes(board, '1', 'Deploy')).toEqual(['change-approval-required']);
    expect(codes(board, '1', 'Done')).toEqual(['change-approval-required']);
    expect(codes(board, '1', 'To do')).toEqual([]);
  });

  it('is the blocker, forward alone', () => {
    const board = boardOf([[], [card('1', { isBlocked: true })]]);
    expect(codes(board, '1', 'Deploy')).toEqual(['card-blocked']);
    expect(codes(board, '1', 'To do')).toEqual([]);
  });
});

describe('a move that is shown before it is answered', () => {
  it('pulls an unowned card into an active column and leaves other columns the same objects', () => {
    const board = boardOf([[card('1'), card('2')]]);

    const after = moveCard(board, '1', { columnId: 'Develop' }, 'me');

    expect(after.columns[1]?.cards.map((one) => [one.id, one.owners])).toEqual([['1', ['me']]]);
    expect(after.columns.map((one) => one.occupancy)).toEqual([1, 1, 0, 0]);
    expect(after.columns[2]).toBe(board.columns[2]);
    expect(after.columns[0]?.cards[0]).toBe(board.columns[0]?.cards[1]);
  });

  it('takes the answer without touching other cards', () => {
    const board = boardOf([[card('1'), card('2')]]);
    const answer = { ...card('1'), version: 9, isBlocked: true } as never;

    const after = takeAnswer(board, answer);

    expect(after.columns[0]?.cards[0]).toMatchObject({ version: 9, isBlocked: true });
    expect(after.columns[0]?.cards[1]).toBe(board.columns[0]?.cards[1]);
  });
});
