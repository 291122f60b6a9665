import type { OverrideRequest } from '@continuity/plugin-continuity-common';
import type { OverrideWish } from './overrideWish';

/** What is asked for as the form holds it: texts as typed, also wrong ones. */
export interface OverrideForm {
  /** As a decision of the gate names them. */
  rules: readonly string[];
  entities: readonly string[];
  environments: readonly string[];
  /** Empty: every region. */
  regions: readonly string[];
  incident: string;
  reason: string;
  /** ISO 8601. */
  duration: string;
}

/** The parts of the form; each is a field of what is sent, by the same name. */
export const OVERRIDE_FIELDS = [
  'rules',
  'entities',
  'environments',
  'regions',
  'incident',
  'reason',
  'duration',
] as const satisfies readonly (keyof OverrideForm)[];

/** Long enough to mend most things, and short enough to be granted. */
const USUAL_DURATION = 'PT1H';

/** A form that nothing was typed into yet. */
export const formOfWish = (wish: OverrideWish): OverrideForm => ({
  ...wish,
  incident: '',
  reason: '',
  duration: USUAL_DURATION,
});

/** What a form asks for, to be sent; the backend names the fields that are wrong. */
export function requestOf({ regions, ...form }: OverrideForm): OverrideRequest {
  return {
    rules: [...form.rules],
    entities: [...form.entities],
    environments: [...form.environments],
    ...(regions.length > 0 && { regions: [...regions] }),
    incident: form.incident.trim(),
    reason: form.reason.trim(),
    duration: form.duration.trim(),
  };
}
