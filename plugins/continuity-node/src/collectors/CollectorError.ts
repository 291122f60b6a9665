/**
 * Something could not be asked, or not all of it. Its message and its remedy are shown to
 * people and kept, so neither may hold a secret.
 */
export class CollectorError extends Error {
  /** What to do, as a sentence. Absent: wait, it is asked again. */
  readonly remedy?: string;
  /** How long the system asks to be left alone. Absent: it does not say. */
  readonly retryAfterMs?: number;

  constructor(
    message: string,
    options: { remedy?: string; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'CollectorError';
    this.remedy = options.remedy;
    this.retryAfterMs = options.retryAfterMs;
  }
}
