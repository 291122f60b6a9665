import { z } from 'zod';
import type { Problem } from './types';

/** One line for people: `spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H`. */
export function formatProblem(problem: Problem): string {
  return `${problem.path}: ${problem.message}`;
}

/** A value as an author would recognise it, cut short when it is long. */
export function showValue(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Circular or a bigint: what it is matters less than that it is named.
  }
  text ??= String(value);
  // Half of a character is no text that could be stored.
  return text.length > 80
    ? `${text.slice(0, 77).replace(/[\uD800-\uDBFF]$/, '')}...`
    : text;
}

/**
 * A strict object for declarations. In schemas read with {@link readShape} every
 * custom error is a noun phrase that completes "is not ...", so that all messages
 * read alike.
 *
 * @param noun - What the object is, e.g. `a window scope`.
 */
export function strictShape<T extends z.core.$ZodLooseShape>(
  noun: string,
  parts: T,
) {
  return z.strictObject(parts, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `one of ${Object.keys(parts).join(', ')}`
        : noun,
  });
}

/** A string that satisfies `test`; `noun` completes "is not ...". */
export function textThat(noun: string, test?: (value: string) => boolean) {
  const plain = z.string({ error: noun });
  return test ? plain.refine(test, { error: noun }) : plain;
}

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(
  values: T,
) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** A list with at least one member; `noun` names it, e.g. `a list of tier ids`. */
export function listOf<T extends z.ZodType>(noun: string, item: T) {
  return z.array(item, { error: noun }).min(1, { error: `${noun}, not empty` });
}

/** Either the value, or what is wrong with it; never both. */
export type Reading<T> =
  | { ok: true; value: T }
  | { ok: false; problems: Problem[] };

/**
 * Reads a declared value and says of everything that is wrong where it stands,
 * what stands there and what was expected.
 *
 * @param path - Where the value stands in its document, e.g. `spec.continuity`.
 */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: string,
): Reading<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    problems: result.error.issues.flatMap(issue => toProblems(issue, path)),
  };
}

function toProblems(issue: z.core.$ZodIssue, root: string): Problem[] {
  const path = [root, ...issue.path.map(String)].filter(Boolean).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: path ? `${path}.${key}` : key,
      message: `"${key}" is not known here; expected ${issue.message}`,
    }));
  }
  return [
    {
      path,
      message:
        issue.input === undefined
          ? `is missing; expected ${issue.message}`
          : `${showValue(issue.input)} is not ${issue.message}`,
    },
  ];
}
