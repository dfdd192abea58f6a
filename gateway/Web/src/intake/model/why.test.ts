import { describe, expect, it } from 'vitest';
import { aRequest } from './testing';
import { whyOf } from './why';

const AROUND = { isRequester: true, teamName: 'Finance Systems' };
const onBoard = (column: string, parts = {}) => ({ boardId: 'b', column, isBlocked: false, ...parts });

describe('why a request waits', () => {
  it('names the team that has not looked at it, and says so where no team is named', () => {
    expect(whyOf(aRequest(), AROUND).text).toContain('Finance Systems has not looked');
    expect(whyOf(aRequest(), { isRequester: true }).text).toContain('Nobody has looked');
  });

  it('asks the requester for the answer, and tells others whom it waits for', () => {
    const question = { byName: 'Lena Lindner' };

    const own = whyOf(aRequest(), { ...AROUND, question });
    const others = whyOf(aRequest(), { isRequester: false, requesterName: 'Abby Arndt', question });

    expect(own).toEqual({ text: expect.stringContaining('Lena Lindner asked you'), mood: 'stuck' });
    expect(others.text).toContain('answer from Abby Arndt');
  });

  it('goes back to the team once the requester has answered', () => {
    expect(whyOf(aRequest(), { ...AROUND, hasAnswer: true }).text).toContain('The answer is there');
  });

  it('tells waiting for an agreement from a session that is under way', () => {
    const triaged = aRequest({ status: 'Triaged' });

    expect(whyOf(triaged, AROUND).text).toContain('option pool');
    expect(whyOf(triaged, { ...AROUND, isSessionOpen: true }).text).toContain('session is under way');
  });

  it('says why the board could not take what was agreed', () => {
    const refused = aRequest({ status: 'Committed', statusReason: 'To do is full' });

    expect(whyOf(refused, AROUND)).toEqual({ text: expect.stringContaining('To do is full'), mood: 'stuck' });
  });

  it('puts a blocker before a change that waits, and both before the work', () => {
    const card = onBoard('Test', { isBlocked: true, blockedReason: 'Supplier: no answer' });
    const waitingChange = { key: 'CHG-1' };
    const request = aRequest({ status: 'InProgress', card });

    expect(whyOf(request, { ...AROUND, waitingChange }).text).toContain('Supplier: no answer');
    expect(whyOf({ ...request, card: onBoard('Test') }, { ...AROUND, waitingChange }).text).toContain('CHG-1');
    expect(whyOf({ ...request, card: onBoard('Test') }, { ...AROUND, owners: ['Max'] })).toEqual({
      text: expect.stringContaining('Max works on it, in “Test”'),
      mood: 'moves',
    });
    expect(whyOf({ ...request, card: onBoard('Test') }, { ...AROUND, owners: [] }).mood).toBe('waits');
  });

  it('repeats the reason with which it ended', () => {
    expect(whyOf(aRequest({ status: 'Declined', statusReason: 'Out of scope' }), AROUND)).toEqual({
      text: expect.stringContaining('Out of scope'),
      mood: 'bad',
    });
    expect(whyOf(aRequest({ status: 'Done' }), AROUND).mood).toBe('good');
  });
});
