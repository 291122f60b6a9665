import type { z } from 'zod';

/** What is wrong with an answer, in one line: `verdict: Invalid option ...`. */
export function describeIssues(error: z.ZodError): string {
  const [first, ...others] = error.issues;
  const place = first.path.length > 0 ? first.path.join('.') : 'the answer';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${place}: ${first.message}${more}`;
}
