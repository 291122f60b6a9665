import type { Evidence } from '@continuity/plugin-continuity-common';

/** One step of a rehearsal, and how long it took. */
export interface RehearsalStep {
  step: string;
  outcome: 'done' | 'failed';
  seconds: number;
}

/**
 * The steps of a rehearsal, in the order in which they were taken. Payloads are those of
 * whatever kinds a portal has, so what does not look like a step is none.
 */
export function rehearsalSteps(
  payload: Pick<Evidence, 'payload'>['payload'],
): RehearsalStep[] {
  const { steps } = payload;
  return Array.isArray(steps) ? steps.filter(isStep) : [];
}

function isStep(value: unknown): value is RehearsalStep {
  return (
    typeof value === 'object' &&
    value !== null &&
    'step' in value &&
    typeof value.step === 'string' &&
    'outcome' in value &&
    (value.outcome === 'done' || value.outcome === 'failed') &&
    'seconds' in value &&
    typeof value.seconds === 'number'
  );
}
