import { describe, expect, it } from 'vitest';
import { filterFrom, isNarrowed, queryOf } from './filter';
import { filterOfQueue, triageSearchFrom } from './triageSearch';
import { instantOf, workloadSearchFrom } from './workloadSearch';

describe('the filter in the address', () => {
  it('leaves out what makes no sense', () => {
    const search = { status: 'Lost', category: 'Project', openAt: 'yesterday', mine: 'yes', q: 128, customer: '' };

    expect(filterFrom(search)).toEqual({ category: 'Project', q: '128' });
  });

  it('asks for every open status at once', () => {
    expect(queryOf({ status: 'Open', mine: false, customer: 'a', before: '2026-01-01T00:00:00Z' })).toEqual({
      status: ['Submitted', 'Triaged', 'Committed', 'InProgress'],
      customerId: 'a',
      submittedBefore: '2026-01-01T00:00:00Z',
    });
  });

  it('counts as narrowed by anything but whose it is', () => {
    expect(isNarrowed({ mine: true })).toBe(false);
    expect(isNarrowed({ q: 'ledger' })).toBe(true);
  });
});

describe('the queue in the address', () => {
  it('asks for the oldest first, and for an age from the beginning of the hour', () => {
    const now = Date.parse('2026-11-25T14:47:03Z');

    expect(filterOfQueue(triageSearchFrom({ age: '7', state: 'Other' }), now)).toEqual({
      status: 'Submitted',
      oldestFirst: true,
      before: '2026-11-18T14:00:00.000Z',
    });
    expect(triageSearchFrom({ age: -1, request: 'r' })).toEqual({ request: 'r' });
  });
});

describe('the workload in the address', () => {
  it('is that of the end of a day, and today is now', () => {
    const now = new Date(2026, 10, 25, 12).getTime();

    expect(instantOf('2026-11-25', now)).toBeUndefined();
    expect(instantOf(undefined, now)).toBeUndefined();
    expect(instantOf('2026-11-24', now)).toBe(new Date(2026, 10, 25).toISOString());
  });

  it('knows its weeks and sides alone', () => {
    expect(workloadSearchFrom({ weeks: '26', by: 'category', asOf: '2016-03-02' })).toEqual({
      weeks: 26,
      by: 'category',
      asOf: '2016-03-02',
    });
    expect(workloadSearchFrom({ weeks: 13, by: 'mood', asOf: 'then' })).toEqual({});
  });
});
