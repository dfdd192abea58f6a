import { describe, expect, it } from 'vitest';
import { stepsOf } from './steps';
import { aRequest } from './testing';

const NOW = Date.parse('2026-11-10T08:00:00Z');
const DAY = 86_400_000;
const states = (...args: Parameters<typeof stepsOf>) => stepsOf(...args).map((step) => `${step.name} ${step.state}`);

describe('the way of a request', () => {
  it('begins at intake, and counts how long it has been there', () => {
    const steps = stepsOf(aRequest(), false, NOW);

    expect(steps[0]).toEqual({ name: 'intake', state: 'now', length: 8 * DAY });
    expect(steps.slice(1).map((step) => step.state)).toEqual(['ahead', 'ahead', 'ahead']);
    expect(steps.slice(1).every((step) => step.length === null)).toBe(true);
  });

  it('has a step for the change where it is regulated alone', () => {
    const request = aRequest({
      status: 'InProgress',
      isRegulated: true,
      acceptedAt: '2026-11-03T08:00:00Z',
      committedAt: '2026-11-05T08:00:00Z',
    });

    expect(states(request, true, NOW)).toEqual([
      'intake past',
      'agreement past',
      'board past',
      'change now',
      'done ahead',
    ]);
    expect(states(request, false, NOW)[2]).toBe('board now');
    expect(states({ ...request, isRegulated: false }, true, NOW)).toHaveLength(4);
  });

  it('adds the parts up to the whole of what is done', () => {
    const request = aRequest({
      status: 'Done',
      acceptedAt: '2026-11-03T08:00:00Z',
      committedAt: '2026-11-05T08:00:00Z',
      startedAt: '2026-11-06T08:00:00Z',
      finishedAt: '2026-11-09T08:00:00Z',
      endedAt: '2026-11-09T08:00:00Z',
    });

    const steps = stepsOf(request, false, NOW);

    expect(steps.map((step) => step.length)).toEqual([DAY, 2 * DAY, 4 * DAY, null]);
    expect(steps.every((step) => step.state === 'past')).toBe(true);
  });

  it('stops where it was declined', () => {
    const request = aRequest({ status: 'Declined', endedAt: '2026-11-04T08:00:00Z' });

    expect(states(request, false, NOW)).toEqual(['intake out', 'agreement out', 'board out', 'done out']);
    expect(stepsOf(request, false, NOW)[0]?.length).toBe(2 * DAY);
  });
});
