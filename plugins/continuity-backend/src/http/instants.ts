import { InputError } from '@backstage/errors';
import * as engine from '@continuity/engine';

/** How instants leave the service: ISO 8601 in UTC. */
export const toIso = engine.formatInstant;

/** @throws InputError that names the field, the value and the expectation. */
export function parseInstant(field: string, text: string): engine.Instant {
  const instant = engine.parseInstant(text);
  if (instant === undefined) {
    throw new InputError(
      `${field}: "${text}" is not ${engine.INSTANT_EXPECTATION}`,
    );
  }
  return instant;
}
