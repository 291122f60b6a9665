import { ResponseError } from '@backstage/errors';

/** What the backend said, rather than that it said something. */
export function backendWords(error: Error): string {
  return ResponseError.is(error) ? error.cause.message : error.message;
}
