import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';
import { behind, changeOf, pivot, tableOf } from './pivot';
import { aWorkload } from './testing';

describe('the workload from a side', () => {
  it('adds cells up, the heaviest first', () => {
    expect(pivot(aWorkload(), 'customer')).toEqual([
      { id: 'a', name: 'Accounting', cells: [2, 3], total: 5 },
      { id: 't', name: 'Treasury', cells: [1, 1], total: 2 },
    ]);
    expect(pivot(aWorkload(), 'category').map((row) => [row.name, row.total])).toEqual([
      ['Support', 4],
      ['Project', 3],
    ]);
  });

  it('adds up to all that is open, whatever the side', () => {
    const workload = aWorkload();
    for (const side of ['customer', 'category', 'practice'] as const) {
      expect(pivot(workload, side).reduce((sum, row) => sum + row.total, 0)).toBe(workload.open);
    }
  });

  it('opens what is behind a cell: open now, or open then', () => {
    const [, old] = aWorkload().ageBands;

    expect(behind(undefined, old, { side: 'customer', id: 'a' })).toEqual({
      mine: false,
      status: 'Open',
      before: '2025-11-26T12:00:00Z',
      customer: 'a',
    });
    expect(behind('2016-03-02T12:00:00Z', undefined)).toEqual({ mine: false, openAt: '2016-03-02T12:00:00Z' });
  });

  it('grows, shrinks, or does neither', () => {
    expect(changeOf({ arrivalsPerWeek: 3, departuresPerWeek: 2 })).toEqual({ kind: 'grows', by: 1 });
    expect(changeOf({ arrivalsPerWeek: 1, departuresPerWeek: 2 })).toEqual({ kind: 'shrinks', by: 1 });
    expect(changeOf({ arrivalsPerWeek: 2.05, departuresPerWeek: 2 }).kind).toBe('steady');
  });
});

describe('a file of the workload', () => {
  it('has a line for each cell below its names', () => {
    const lines = csvOf(tableOf(aWorkload())).split('\r\n');

    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe('2026-11-25T12:00:00Z,Accounting,Support,Incident,Under 1 week,2');
  });

  it('quotes what needs it, and lets nothing be a formula', () => {
    expect(csvOf([['a "b", c', '=1+1', 3]])).toBe('"a ""b"", c",\'=1+1,3\r\n');
  });
});
