import { texts } from '../../texts';
import type { Tone } from '../../ui/Tag';
import type { Import, ImportState } from '../types';

export const STATE_TONES: Record<ImportState, Tone> = {
  Receiving: 'accent',
  Queued: 'accent',
  Reading: 'accent',
  Applying: 'accent',
  Completed: 'good',
  Failed: 'danger',
  Cancelled: 'warn',
};

export const nameOf = (one: Import): string =>
  `${one.fileName ?? texts.imports.unnamed} (${texts.imports.profiles[one.profile]})`;

export const isEnded = (one: Import): boolean => ['Completed', 'Failed', 'Cancelled'].includes(one.state);
