/**
 * The rehearsal could not take place: the message says why and what to do.
 * `usage`: what was asked for makes no sense. `unavailable`: the database is not there.
 */
export class RehearsalError extends Error {
  override readonly name = 'RehearsalError';
  readonly cause: 'interrupted' | 'unavailable' | 'usage';

  constructor(cause: RehearsalError['cause'], message: string) {
    super(message);
    this.cause = cause;
  }
}
