import { describe, expect, it } from 'vitest';
import { bodyOfDraft, keyFor, NO_DRAFT } from './draft';

describe('sending a draft', () => {
  it('goes under the same key as long as it says the same', () => {
    const body = bodyOfDraft({ ...NO_DRAFT, title: 'Closing report' }, 'accounting');
    const first = keyFor(body, null, () => 'one');

    expect(keyFor(body, first, () => 'two')).toBe(first);
    expect(keyFor({ ...body, title: 'Another' }, first, () => 'two').key).toBe('two');
  });

  it('sends no empty day, no empty team and no spaces around the title', () => {
    expect(bodyOfDraft({ ...NO_DRAFT, title: '  A ' }, 'c')).toMatchObject({
      title: 'A',
      description: null,
      teamId: null,
      dueDate: null,
      customerId: 'c',
    });
  });
});
