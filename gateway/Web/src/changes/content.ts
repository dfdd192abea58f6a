import type { components } from '../api/generated/changes';
import type { Change, RiskClass } from './queries';

type Sent = Omit<components['schemas']['ReviseChangeRequest'], 'reason'>;

/** The content of a change while it is written. */
export interface ContentDraft {
  title: string;
  purpose: string;
  scope: string;
  systems: string;
  riskClass: RiskClass;
  implementationDigest: string;
  testEvidence: string;
  backOutPlan: string;
  /** Local times, as the fields hold them; empty where there is no window. */
  from: string;
  to: string;
  authors: string[];
}

export const EMPTY_CONTENT: ContentDraft = {
  title: '',
  purpose: '',
  scope: '',
  systems: '',
  riskClass: 'Medium',
  implementationDigest: '',
  testEvidence: '',
  backOutPlan: '',
  from: '',
  to: '',
  authors: [],
};

function localOf(iso: string | undefined): string {
  if (!iso) {
    return '';
  }
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function draftOfContent({ content }: Change): ContentDraft {
  return {
    ...content,
    systems: content.systems.join(', '),
    implementationDigest: content.implementationDigest ?? '',
    testEvidence: content.testEvidence ?? '',
    backOutPlan: content.backOutPlan ?? '',
    from: localOf(content.window?.from),
    to: localOf(content.window?.to),
  };
}

export function contentOf(draft: ContentDraft): Sent {
  const { from, to, ...content } = draft;
  return {
    ...content,
    systems: draft.systems
      .split(',')
      .map((system) => system.trim())
      .filter((system) => system !== ''),
    implementationDigest: draft.implementationDigest || null,
    testEvidence: draft.testEvidence || null,
    backOutPlan: draft.backOutPlan || null,
    window: from && to ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() } : null,
  };
}
