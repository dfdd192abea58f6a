import { describe, expect, it } from 'vitest';
import { addDays, dayOf, dayStart, daysOf, searchOf, windowOf, windowOfDay } from './window';

const now = new Date(2026, 10, 25, 15, 30);

describe('window', () => {
  it('keeps of an address what makes sense, and drops the rest', () => {
    expect(searchOf({ from: '2026-02-01', to: '2026-03-01', category: 'Support', class: 'Nonsense' })).toEqual({
      from: '2026-02-01',
      to: '2026-03-01',
      category: 'Support',
    });
    expect(searchOf({ from: '2026-03-02', to: '2026-03-01', days: '30' })).toEqual({ days: 30 });
    expect(searchOf({ days: '-4', category: '<script>' })).toEqual({});
    expect(searchOf({ days: 90 })).toEqual({});
  });

  it('covers ninety days up to today when nothing is said, and ends now', () => {
    expect(daysOf({}, now)).toEqual({ from: '2026-08-28', to: '2026-11-25' });
    expect(windowOf({}, now)).toEqual({ from: new Date(2026, 7, 28).toISOString() });
  });

  it('takes both days of a past window in', () => {
    expect(windowOf({ from: '2026-01-01', to: '2026-01-31' }, now)).toEqual({
      from: new Date(2026, 0, 1).toISOString(),
      to: new Date(2026, 1, 1).toISOString(),
    });
  });

  it('cuts today at this moment and no other day', () => {
    expect(windowOfDay('2026-11-25', now).to).toBe(now.toISOString());
    expect(windowOfDay('2026-11-24', now).to).toBe(new Date(2026, 10, 25).toISOString());
  });

  it('counts days of the calendar, also over a change of the clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayOf(dayStart('2026-10-25'))).toBe('2026-10-25');
  });
});
