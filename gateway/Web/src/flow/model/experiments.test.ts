import { describe, expect, it } from 'vitest';
import type { Experiment } from '../types';
import { intervalOf, retrospectivesOf, verdictOf } from './experiments';
import { differenceOf } from './simulation';

const now = new Date(2026, 5, 15, 12);

const experiment = (id: string, more: Partial<Experiment>): Experiment => ({
  id,
  boardId: '',
  hypothesis: id,
  metric: 'CycleTime',
  direction: 'Decrease',
  smallestEffect: 1,
  startsAt: '2026-05-01T00:00:00Z',
  endsAt: '2026-06-01T00:00:00Z',
  status: 'Running',
  baseVersion: 1,
  patchVersion: 1,
  baseDigest: '',
  patchDigest: '',
  startedBy: '',
  ...more,
});

describe('retrospectives', () => {
  it('sets apart what is to be decided, what runs, and what was decided on which day, latest first', () => {
    const at = (day: number, hour: number) => new Date(2026, 5, day, hour).toISOString();
    const found = retrospectivesOf(
      [
        experiment('runs', { endsAt: '2026-07-01T00:00:00Z' }),
        experiment('over', {}),
        experiment('kept', { status: 'Kept', decidedAt: at(3, 10) }),
        experiment('discarded', { status: 'Discarded', decidedAt: at(3, 11) }),
        experiment('later', { status: 'Kept', decidedAt: at(10, 9) }),
      ],
      now,
    );
    expect(found.due.map((one) => one.id)).toEqual(['over']);
    expect(found.running.map((one) => one.id)).toEqual(['runs']);
    expect(found.decided.map(({ day, experiments }) => [day, experiments.map((one) => one.id)])).toEqual([
      ['2026-06-10', ['later']],
      ['2026-06-03', ['kept', 'discarded']],
    ]);
  });
});

describe('effects', () => {
  const effect = (difference: number, low?: number, high?: number) => ({ before: 0, after: 0, difference, low, high });

  it('are better or worse only where the interval lies on one side of nothing', () => {
    expect(verdictOf(effect(-2, -3, -1), 'Decrease')).toBe('better');
    expect(verdictOf(effect(-2, -3, -1), 'Increase')).toBe('worse');
    expect(verdictOf(effect(-2, -5, 1), 'Decrease')).toBe('unclear');
    expect(verdictOf(effect(-2), 'Decrease')).toBe('unclear');
  });

  it('are drawn with nothing at its place and the point within the interval', () => {
    const { left, width, point, zero } = intervalOf(effect(2, 1, 4));
    expect(zero).toBeLessThan(left);
    expect(point).toBeGreaterThan(left);
    expect(point).toBeLessThan(left + width);
    expect(left + width).toBeLessThanOrEqual(1);
    expect(intervalOf(effect(0)).zero).toBe(0.08 / 1.16);
  });

  it('of a replay are shares of what was, and none where there is nothing to compare with', () => {
    expect(differenceOf(10, 8)).toBeCloseTo(-0.2);
    expect(differenceOf(0, 8)).toBeNull();
    expect(differenceOf(null, 8)).toBeNull();
  });
});
