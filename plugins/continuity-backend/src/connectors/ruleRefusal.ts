/** Errors that say that something is not allowed as it is; everything else is a fault. */
const REFUSALS = [
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
];

/**
 * Why the rules refused something, in their words.
 *
 * @throws the error itself when it is anything else, so that it is tried again
 */
export function ruleRefusal(error: unknown): string {
  if (error instanceof Error && REFUSALS.includes(error.name)) {
    return error.message;
  }
  throw error;
}
