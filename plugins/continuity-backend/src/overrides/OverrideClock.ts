import type { Instant } from '@continuity/engine';
import type { OverrideSteps } from './OverrideSteps';
import type { OverrideStore } from './OverrideStore';

/** More than are ever over at once; others have their turn at the next tick. */
const BATCH = 500;

/**
 * Writes down which overrides are over, and which requests were left to lapse. Every
 * replica does; whoever comes second finds it done. Nothing depends on its being done: what
 * is over does not count anyway.
 */
export class OverrideClock {
  readonly #store: Pick<OverrideStore, 'overdue'>;
  readonly #steps: Pick<OverrideSteps, 'settle'>;
  readonly #now: () => Instant;

  constructor(options: {
    store: Pick<OverrideStore, 'overdue'>;
    steps: Pick<OverrideSteps, 'settle'>;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#steps = options.steps;
    this.#now = options.now;
  }

  /** @throws when the database cannot be asked, or one could not be written down */
  async tick(signal?: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (const id of await this.#store.overdue(this.#now(), BATCH)) {
      if (signal?.aborted) return;
      // One that cannot be written must not keep the others from being.
      await this.#steps.settle(id).catch(error => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
