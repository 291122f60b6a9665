import type { OverrideState } from '@continuity/plugin-continuity-common';
import type { Tone } from '@continuity/plugin-continuity-react';

/** In the order in which an override goes through them; how it may end otherwise comes last. */
export const OVERRIDE_STATES = [
  'requested',
  'in-force',
  'in-review',
  'reviewed',
  'refused',
  'withdrawn',
  'lapsed',
] as const satisfies readonly OverrideState[];

const REVIEWED = OVERRIDE_STATES.indexOf('reviewed');

/** Those in which somebody still has to act. */
export const OPEN_OVERRIDES: readonly OverrideState[] = OVERRIDE_STATES.slice(
  0,
  REVIEWED,
);

/** Those in which nothing is to come. */
export const OVER_OVERRIDES: readonly OverrideState[] =
  OVERRIDE_STATES.slice(REVIEWED);

/** In force is bad however good the reason is: what would stop a release does not. */
export const OVERRIDE_TONES = {
  requested: 'caution',
  'in-force': 'bad',
  'in-review': 'notice',
  reviewed: 'good',
  refused: 'unknown',
  withdrawn: 'unknown',
  lapsed: 'unknown',
} satisfies Record<OverrideState, Tone>;
