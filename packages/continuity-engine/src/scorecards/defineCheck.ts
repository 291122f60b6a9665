import type { Check } from './types';

/**
 * Declares a check.
 *
 * @throws Error when the id is not kebab-case. That is a mistake in code and shows on
 *   first import.
 */
export function defineCheck(check: Check): Check {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(check.id)) {
    throw new Error(
      `Check "${check.id}": an id is kebab-case, e.g. "rollback-plan-current"`,
    );
  }
  return Object.freeze({ ...check });
}
