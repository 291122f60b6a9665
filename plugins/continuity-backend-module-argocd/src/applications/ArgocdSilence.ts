/** Argo CD gave no answer that says what is desired or runs. It holds no secret. */
export class ArgocdSilence extends Error {
  override readonly name = 'ArgocdSilence';
  /** Whether the same is to be expected of everything else there. */
  readonly about: 'instance' | 'application';
  /** What to do, a sentence. Absent: wait, it is asked again. */
  readonly remedy?: string;

  /** @param message - what happened, without its full stop */
  constructor(
    message: string,
    options: { about: 'instance' | 'application'; remedy?: string },
  ) {
    super(message);
    this.about = options.about;
    this.remedy = options.remedy;
  }
}
