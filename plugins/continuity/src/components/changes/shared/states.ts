import type { ChangeState } from '@continuity/plugin-continuity-common';
import type { Tone } from '@continuity/plugin-continuity-react';

/** In the order in which a change goes through them; how it may end otherwise comes last. */
export const STATES = [
  'draft',
  'assessed',
  'awaiting-approval',
  'approved',
  'scheduled',
  'implementing',
  'in-review',
  'closed',
  'cancelled',
  'rejected',
  'expired',
] as const satisfies readonly ChangeState[];

/** Those in which something is still to come. */
export const OPEN_STATES: readonly ChangeState[] = STATES.slice(
  0,
  STATES.indexOf('closed'),
);

export const CLASSES = ['standard', 'major', 'emergency'] as const;

/** Only what went well, or must not go on, has a tone that says so. */
export const STATE_TONES = {
  draft: 'unknown',
  assessed: 'unknown',
  'awaiting-approval': 'caution',
  approved: 'good',
  scheduled: 'good',
  implementing: 'notice',
  'in-review': 'notice',
  closed: 'good',
  cancelled: 'unknown',
  rejected: 'bad',
  expired: 'bad',
} satisfies Record<ChangeState, Tone>;
