import { InputError } from '@backstage/errors';
import {
  INSTANT_EXPECTATION,
  parseInstant,
  type Instant,
} from '@continuity/engine';

/** @throws InputError that names the field, the value and the expectation. */
export function requireInstant(field: string, text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) {
    throw new InputError(`${field}: "${text}" is not ${INSTANT_EXPECTATION}`);
  }
  return instant;
}
