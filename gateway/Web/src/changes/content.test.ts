import { describe, expect, it } from 'vitest';
import { contentOf, draftOfContent, EMPTY_CONTENT } from './content';
import type { Change } from './queries';

const content = {
  title: 'Report',
  purpose: 'Closing',
  scope: 'One report',
  systems: ['ledger', 'portal'],
  riskClass: 'High' as const,
  implementationDigest: 'sha256:1',
  testEvidence: null,
  window: { from: '2026-11-25T20:00:00.000Z', to: '2026-11-25T22:30:00.000Z' },
  backOutPlan: null,
  authors: ['a'],
};

describe('the content of a change', () => {
  it('is sent as it was read where nothing was edited, the window too', () => {
    expect(contentOf(draftOfContent({ content } as unknown as Change))).toEqual(content);
  });

  it('has no window while one of its ends is missing, and no empty systems', () => {
    const sent = contentOf({ ...EMPTY_CONTENT, systems: ' ledger, ,', from: '2026-11-25T20:00' });

    expect(sent.window).toBeNull();
    expect(sent.systems).toEqual(['ledger']);
  });
});
