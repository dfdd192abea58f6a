import { describe, expect, it } from 'vitest';
import { mentionsIn, suggestionsFor, typedMention } from './mentions';

const people = new Map([
  ['1', 'Ann'],
  ['2', 'Ann Lee'],
  ['3', 'Zoë Öz'],
]);

describe('mentions', () => {
  it('names the longest fitting person, each once', () => {
    expect(mentionsIn('@Ann Lee and @Ann Lee, look', people)).toEqual(['2']);
    expect(mentionsIn('@Ann Lee and @Ann', people)).toEqual(['2', '1']);
    expect(mentionsIn('mail ann@example.org', people)).toEqual([]);
  });

  it('knows the name that is being typed, and nothing inside of an address', () => {
    expect(typedMention('ask @')).toBe('');
    expect(typedMention('ask @zo')).toBe('zo');
    expect(typedMention('ask @Ann L')).toBe('Ann L');
    expect(typedMention('ann@ex')).toBeNull();
    expect(typedMention('@Ann Lee please')).toBeNull();
  });

  it('suggests by any word of the name', () => {
    expect(suggestionsFor('öz', people).map(([id]) => id)).toEqual(['3']);
    expect(suggestionsFor('ann', people).map(([id]) => id)).toEqual(['1', '2']);
  });
});
