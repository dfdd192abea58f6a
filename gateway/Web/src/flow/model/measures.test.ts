import { describe, expect, it } from 'vitest';
import type { AgingWip, Cause, CumulativeFlow, FinishedItem } from '../types';
import { agingPoints } from './aging';
import { bandAt, baselineOf, daysOfFlow, summaryOf } from './cumulative';
import { histogramOf, LEAST, scatterOf } from './scatter';
import { distributionOf, weeksOf } from './throughput';
import { byClass, remainderOf, sortedCauses, stripsOf } from './waste';

const window = { from: '2026-01-01T00:00:00Z', to: '2026-01-03T00:00:00Z', zone: 'UTC' };

describe('cumulative flow', () => {
  const answer: CumulativeFlow = {
    window,
    days: ['2026-01-01', '2026-01-02'],
    lines: [
      { columnId: 'a', column: 'To do', values: [10, 13] },
      { columnId: 'b', column: 'Develop', values: [8, 9] },
      { columnId: 'c', column: 'Done', values: [6, 8] },
    ],
    backflow: [0, 2],
  };

  it('turns lines into what stands in each column', () => {
    expect(daysOfFlow(answer).map((day) => day.inside)).toEqual([
      [2, 2, 6],
      [4, 1, 8],
    ]);
    expect(daysOfFlow(answer)[1]?.backflow).toBe(2);
  });

  it('finds the band at a height: the last line that reaches it', () => {
    const [day] = daysOfFlow(answer);
    expect(day && [11, 9.5, 7, 5].map((height) => bandAt(day, height))).toEqual([-1, 0, 1, 2]);
  });

  it('begins at what was done before, and adds up', () => {
    const days = daysOfFlow(answer);
    expect(baselineOf(days)).toBe(0);
    expect(baselineOf([{ day: '', index: 0, entered: [99, 87], inside: [12, 87], backflow: 0 }])).toBe(80);
    expect(summaryOf(days)).toEqual({ arrived: 3, departed: 2, onBoardBefore: 4, onBoard: 5 });
    expect(summaryOf([])).toEqual({ arrived: 0, departed: 0, onBoardBefore: 0, onBoard: 0 });
  });
});

describe('scatter', () => {
  const item = (key: string, category: FinishedItem['category'], days: number): FinishedItem => ({
    cardId: key,
    key,
    category,
    classOfService: 'Standard',
    finishedAt: '2026-01-02T00:00:00Z',
    cycleTimeDays: days,
    leadTimeDays: days + 1,
  });

  it('makes a series a category, in which a point is found by its place', () => {
    const series = scatterOf(
      [item('a', 'Support', 1), item('b', 'Project', 2), item('c', 'Support', 3)],
      'leadTimeDays',
    );
    expect(series.map((one) => one.category)).toEqual(['Support', 'Project']);
    expect(series[0]?.items.map((one) => one.key)).toEqual(['a', 'c']);
    expect([...(series[0]?.points ?? [])]).toEqual([1767312000000, 2, 1767312000000, 4]);
  });

  it('lifts what a logarithm cannot show onto the lowest line', () => {
    expect(scatterOf([item('a', 'Support', 0)], 'cycleTimeDays', true)[0]?.points[1]).toBe(LEAST);
  });

  it('counts each value once in equal bins of a round width', () => {
    const bins = histogramOf([0, 0.9, 1, 2.5, 29], 30);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(5);
    expect(bins.length).toBeLessThanOrEqual(31);
    expect(bins[0]).toEqual({ from: 0, to: 1, count: 2 });
    expect(histogramOf([])).toEqual([]);
  });
});

describe('throughput', () => {
  const days = Array.from({ length: 10 }, (_, at) => ({
    day: `2026-01-${String(at + 1).padStart(2, '0')}`,
    finished: at === 4 ? 3 : 1,
  }));

  it('puts days into weeks from Monday on, and says which are cut', () => {
    // The first of January 2026 is a Thursday.
    expect(weeksOf(days)).toEqual([
      { day: '2026-01-01', to: '2026-01-04', finished: 4, isPart: true },
      { day: '2026-01-05', to: '2026-01-10', finished: 8, isPart: true },
    ]);
  });

  it('counts periods of none and numbers that never came, and leaves cut weeks out', () => {
    const period = (finished: number, isPart = false) => ({ day: '', to: '', finished, isPart });
    expect(distributionOf([period(0), period(2), period(2), period(9, true)])).toEqual([
      { finished: 0, periods: 1 },
      { finished: 1, periods: 0 },
      { finished: 2, periods: 2 },
    ]);
    expect(distributionOf([])).toEqual([]);
  });
});

describe('waste account', () => {
  const cause = (name: string, ticks: number, reason?: string): Cause => ({
    class: name,
    reason,
    ticks,
    days: ticks / 10,
    share: ticks / 100,
  });
  const causes = [
    cause('Blocked', 10, 'Supplier'),
    cause('Active', 40),
    cause('Blocked', 20, 'Defect'),
    cause('Queue', 30),
  ];

  it('adds up, or says by how much it does not', () => {
    expect(remainderOf({ causes, leadTimeTicks: 100 })).toBe(0);
    expect(remainderOf({ causes, leadTimeTicks: 99 })).toBe(1);
  });

  it('sorts active first and the largest reason of a kind first, and sums kinds', () => {
    expect(sortedCauses(causes).map((one) => one.reason ?? one.class)).toEqual([
      'Active',
      'Queue',
      'Defect',
      'Supplier',
    ]);
    expect(byClass(causes).map((one) => [one.class, one.ticks])).toEqual([
      ['Active', 40],
      ['Queue', 30],
      ['Blocked', 30],
    ]);
  });

  it('lays the pieces of an item end to end over its whole time', () => {
    const piece = (name: string, from: string, to: string) => ({ class: name, from, to });
    const strips = stripsOf({
      cardId: '',
      key: '',
      leadTimeTicks: 0,
      pieces: [
        piece('Queue', '2026-01-01T00:00:00Z', '2026-01-01T06:00:00Z'),
        piece('Active', '2026-01-01T06:00:00Z', '2026-01-02T00:00:00Z'),
      ],
    });
    expect(strips.map(({ left, width }) => [left, width])).toEqual([
      [0, 0.25],
      [0.25, 0.75],
    ]);
  });
});

describe('aging work', () => {
  const item = (key: string, ageDays: number) => ({
    cardId: key,
    key,
    category: 'Support' as const,
    classOfService: 'Standard' as const,
    ageDays,
  });
  const answer: AgingWip = {
    window,
    columns: [
      {
        columnId: 'a',
        column: 'Test',
        pace: { count: 12, tooFew: false, p50Days: 2, p85Days: 5, p95Days: 9 },
        items: [item('a', 1), item('b', 3), item('c', 6), item('d', 10)],
      },
      { columnId: 'b', column: 'Deploy', pace: { count: 1, tooFew: true }, items: [item('e', 4)] },
    ],
  };

  it('compares each age with the pace of its column, and says where none is known', () => {
    expect(agingPoints(answer).map((point) => point.pace)).toEqual(['quick', 'usual', 'slow', 'late', 'unknown']);
  });

  it('keeps cards beside each other and within their column', () => {
    const points = agingPoints(answer);
    expect(new Set(points.map((point) => point.x)).size).toBe(5);
    expect(points.slice(0, 4).every((point) => Math.abs(point.x) < 0.5)).toBe(true);
    expect(points[4]?.x).toBe(1);
  });
});
