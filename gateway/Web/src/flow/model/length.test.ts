import { describe, expect, it } from 'vitest';
import { formatLength } from './length';

describe('lengths of time', () => {
  it('are days, and below one day hours or minutes', () => {
    expect([0, 1 / 1440 / 9, 0.5 / 24, 0.5, 1, 12.4].map(formatLength)).toEqual([
      '0 d',
      '1 min',
      '30 min',
      '12 h',
      '1 d',
      '12 d',
    ]);
  });
});
