import { NotFoundError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { LedgerService } from '../ledger';
import { asOf, CLOCK_REF } from './asOf';
import { overrideEntry } from './overrideEntry';
import type { OverrideStore } from './OverrideStore';
import type { OverrideHappening, StoredOverride } from './types';

/** What becomes of an override, and what there is to tell of it. */
export interface Taken {
  next: StoredOverride;
  happenings: readonly OverrideHappening[];
}

/**
 * Takes steps of overrides one after the other, whoever else wants to at the same moment:
 * each sees what the one before has done, and what time has brought meanwhile. The row and
 * what the ledger tells of it stand or fall together.
 */
export class OverrideSteps {
  readonly #store: OverrideStore;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #now: () => Instant;

  constructor(options: {
    store: OverrideStore;
    ledger: Pick<LedgerService, 'write'>;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#now = options.now;
  }

  /** Writes a new one. */
  async begin(override: StoredOverride): Promise<void> {
    await this.#ledger.write(async (tx, append) => {
      await this.#store.insert(tx, override);
      await append([
        overrideEntry('requested', override, {
          by: override.requestedBy,
          at: override.requestedAt,
        }),
      ]);
    });
  }

  /**
   * @param decide - works out the step from how the override is now; may throw, and then
   * nothing is written
   * @returns how the override is afterwards
   */
  async take(
    id: string,
    by: string,
    decide: (current: StoredOverride, now: Instant) => Taken,
  ): Promise<StoredOverride> {
    const { result } = await this.#ledger.write(async (tx, append) => {
      const stored = await this.#store.lock(tx, id);
      if (!stored) {
        throw new NotFoundError(`There is no override ${id}`);
      }
      const now = this.#now();
      const current = asOf(stored, now);
      const { next, happenings } = decide(current, now);
      const entries = [
        ...broughtByTime(stored, current).map(happening =>
          overrideEntry(happening, current, { by: CLOCK_REF, at: now }),
        ),
        ...happenings.map(happening =>
          overrideEntry(happening, next, { by, at: now }),
        ),
      ];
      if (entries.length > 0) {
        await this.#store.update(tx, next);
        await append(entries);
      }
      return next;
    });
    return result;
  }

  /** Writes down what time has brought, if nobody else has. */
  async settle(id: string): Promise<void> {
    await this.take(id, CLOCK_REF, current => ({
      next: current,
      happenings: [],
    }));
  }
}

function broughtByTime(
  before: StoredOverride,
  { state }: StoredOverride,
): OverrideHappening[] {
  if (state === before.state) return [];
  return [state === 'lapsed' ? 'lapsed' : 'closed'];
}
