/**
 * A registry gave no answer that says whether something is there. Its words are shown to
 * people, so they hold no secret.
 */
export class RegistrySilence extends Error {
  /** What to do, as a sentence. Absent: wait. */
  readonly remedy?: string;
  /** Whether the same is to be expected of everything else there. */
  readonly about: 'registry' | 'repository';
  /** Whether the same question may be answered in a moment. */
  readonly isPassing: boolean;
  /** How long the registry asks to be left alone. Absent: it does not say. */
  readonly retryAfterMs?: number;

  /** @param message - what happened, without its full stop */
  constructor(
    message: string,
    options: {
      about: 'registry' | 'repository';
      isPassing?: boolean;
      retryAfterMs?: number;
      remedy?: string;
    },
  ) {
    super(message);
    this.name = 'RegistrySilence';
    this.about = options.about;
    this.isPassing = options.isPassing ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.remedy = options.remedy;
  }
}
