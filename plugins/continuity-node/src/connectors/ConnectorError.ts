/**
 * Another system refused something, or cannot be reached. Its message and its remedy are
 * shown to people and kept for ever, so neither may hold a secret.
 */
export class ConnectorError extends Error {
  /** Whether the same may succeed later, without anybody doing anything. */
  readonly retryable: boolean;
  /** How long that system asks to be left alone. Absent: it does not say. */
  readonly retryAfterMs?: number;
  /** What to do, as a sentence. Absent: wait. */
  readonly remedy?: string;

  constructor(
    message: string,
    options: { retryable: boolean; retryAfterMs?: number; remedy?: string },
  ) {
    super(message);
    this.name = 'ConnectorError';
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.remedy = options.remedy;
  }
}
