import { isError } from '@backstage/errors';

/** What was asked for makes no sense; the message says what was expected. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** There is no answer that may be relied on; the message says what to do. Exit code 3. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
