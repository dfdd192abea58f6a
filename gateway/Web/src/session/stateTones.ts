import type { Tone } from '../ui/Tag';
import type { SessionState } from './queries';

export const STATE_TONES: Record<SessionState, Tone> = {
  Open: 'accent',
  Deliberating: 'warn',
  Agreed: 'good',
  NotAgreed: 'danger',
  Expired: 'neutral',
};
