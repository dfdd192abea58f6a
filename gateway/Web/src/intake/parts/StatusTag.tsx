import { texts } from '../../texts';
import { Tag, type Tone } from '../../ui/Tag';
import type { Status } from '../types';

const TONES: Record<Status, Tone> = {
  Submitted: 'neutral',
  Triaged: 'warn',
  Committed: 'accent',
  InProgress: 'accent',
  Done: 'good',
  Declined: 'danger',
  Linked: 'neutral',
  Withdrawn: 'neutral',
};

export function StatusTag({ status }: { status: Status }) {
  return <Tag tone={TONES[status]}>{texts.status[status]}</Tag>;
}
