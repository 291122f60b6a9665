/** Scans that are due, one after the other, each some time after the last change. */
export class Rescans {
  readonly #due = new Map<string, NodeJS.Timeout>();
  readonly #scans: ReadonlyMap<string, () => Promise<void>>;
  readonly #debounceMs: number;
  readonly #signal: AbortSignal;
  readonly #waiting = new Set<() => void>();
  #last: Promise<void> = Promise.resolve();
  #running = 0;

  constructor(
    scans: ReadonlyMap<string, () => Promise<void>>,
    debounceMs: number,
    signal: AbortSignal,
  ) {
    this.#scans = scans;
    this.#debounceMs = debounceMs;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      for (const timer of this.#due.values()) clearTimeout(timer);
      this.#due.clear();
      this.#settle();
    });
  }

  add(scan: string): void {
    if (this.#signal.aborted) return;
    clearTimeout(this.#due.get(scan));
    this.#due.set(
      scan,
      setTimeout(() => {
        this.#due.delete(scan);
        this.#running += 1;
        this.#last = this.#last
          .then(() =>
            this.#signal.aborted ? undefined : this.#scans.get(scan)?.(),
          )
          // What failed is compared in the next run.
          .catch(() => {})
          .finally(() => {
            this.#running -= 1;
            this.#settle();
          });
      }, this.#debounceMs),
    );
  }

  /** When nothing is due and nothing runs. */
  async idle(): Promise<void> {
    while (this.#due.size > 0 || this.#running > 0) {
      await new Promise<void>(resolve => this.#waiting.add(resolve));
    }
  }

  #settle(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
