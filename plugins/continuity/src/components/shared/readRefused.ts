import { ResponseError } from '@backstage/errors';
import { isForbidden } from '@continuity/plugin-continuity-react';
import { backendWords } from './backendWords';
import type { DraftProblem } from './problems';

/** Why something was not done. */
export interface Refused {
  /** `outdated`: it is not as it was when the reader looked at it. */
  kind: 'forbidden' | 'outdated' | 'invalid' | 'failed';
  /** What the backend said. */
  message: string;
  /** The fields that it named, each with what is wrong with it. */
  problems: DraftProblem[];
}

/**
 * Reads what the backend answered.
 *
 * @param fields - that were sent, e.g. `rules`; of a list it may name one, e.g. `rules.0`
 */
export function readRefused(error: Error, fields: readonly string[]): Refused {
  const message = backendWords(error);
  return {
    kind: kindOf(error),
    message,
    problems: problemsIn(message, fields),
  };
}

function kindOf(error: Error): Refused['kind'] {
  if (isForbidden(error)) return 'forbidden';
  if (!ResponseError.is(error)) return 'failed';
  if (error.statusCode === 409) return 'outdated';
  return error.statusCode === 400 ? 'invalid' : 'failed';
}

function problemsIn(
  message: string,
  fields: readonly string[],
): DraftProblem[] {
  if (fields.length === 0) return [];
  const named = new RegExp(
    `(^|; )((?:${fields.join('|')})(?:\\.[\\w.-]+)?): `,
    'g',
  );
  const found = [...message.matchAll(named)];
  return found.map((match, index) => ({
    path: match[2],
    message: message.slice(
      match.index + match[0].length,
      found[index + 1]?.index,
    ),
  }));
}
