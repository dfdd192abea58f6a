import { describe, expect, it } from 'vitest';
import { commandOf, keepPlace, SHOWN_KEYS, stepTo, toggled } from './queue';

const IDS = ['a', 'b', 'c'];

describe('walking the queue', () => {
  it('goes to the next and back, and holds at the ends', () => {
    expect(stepTo(IDS, 'a', 'next')).toBe('b');
    expect(stepTo(IDS, 'c', 'next')).toBe('c');
    expect(stepTo(IDS, 'a', 'previous')).toBe('a');
    expect(stepTo(IDS, null, 'next')).toBe('a');
    expect(stepTo(IDS, 'a', 'last')).toBe('c');
    expect(stepTo([], null, 'next')).toBeNull();
  });

  it('stays in its place when the request there is decided', () => {
    expect(keepPlace(IDS, ['a', 'c'], 'b')).toBe('c');
    expect(keepPlace(IDS, ['a', 'b'], 'c')).toBe('b');
    expect(keepPlace(IDS, [], 'a')).toBeNull();
  });

  it('stays with the request while others come and go', () => {
    expect(keepPlace(IDS, ['z', 'a', 'b', 'c'], 'b')).toBe('b');
    expect(keepPlace([], IDS, null)).toBe('a');
    expect(keepPlace([], IDS, 'b')).toBe('b');
  });

  it('shows no key that does nothing', () => {
    for (const [key, command] of SHOWN_KEYS) {
      expect(commandOf(key.replace('Shift ', ''))).toBe(command);
    }
  });

  it('selects and takes back', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a']), 'a')]).toEqual([]);
  });
});
