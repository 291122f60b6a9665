import { showValue, type Problem } from '@continuity/engine';

/**
 * Something wrong, in the engine's words: `"a b" is not an entity ref`, or
 * `is missing; expected an entity ref`.
 *
 * @param expected - A noun phrase, e.g. `a list of entity refs`.
 */
export function problem(
  path: string,
  value: unknown,
  expected: string,
): Problem {
  return {
    path,
    message:
      value === undefined
        ? `is missing; expected ${expected}`
        : `${showValue(value)} is not ${expected}`,
  };
}
