import type { z } from 'zod';
import { showValue, type Problem } from '../time';

/**
 * Turns what a schema found into problems that a reader can act on: the path, the value
 * that stands there, and what was expected. Unlike `readShape` it asks nothing of the
 * schema's messages, because kinds of evidence come from modules too.
 *
 * Parse with `{ reportInput: true }`, or values cannot be named.
 *
 * @param root - path of the checked value, e.g. `continuity.gate`; may be empty
 */
export function problemsOf(error: z.ZodError, root: string): Problem[] {
  return error.issues.flatMap(issue => problemsOfIssue(issue, root));
}

type Issue = z.core.$ZodIssue;

function problemsOfIssue(issue: Issue, root: string): Problem[] {
  const path = join(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: join(path, [key]),
      message: `"${key}" is not a known field here`,
    }));
  }
  if (issue.input === undefined && issue.code !== 'custom') {
    return [{ path, message: `is missing: ${expectation(issue)}` }];
  }
  if (issue.code === 'custom') {
    return [{ path, message: issue.message }];
  }
  return [
    { path, message: `${showValue(issue.input)}: ${expectation(issue)}` },
  ];
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `expected ${oneOf(issue.values)}`;
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'invalid_union':
      return `expected ${issue.errors
        .map(branch => branch[0])
        .filter(first => first !== undefined)
        .map(first => expectation(first).replace(/^expected /, ''))
        .join(', or ')}`;
    default:
      return issue.message;
  }
}

function oneOf(values: readonly unknown[]): string {
  const list = values.map(value => `"${String(value)}"`).join(', ');
  return values.length === 1 ? list : `one of ${list}`;
}

function join(root: string, path: readonly PropertyKey[]): string {
  return [root, ...path.map(String)].filter(part => part !== '').join('.');
}
