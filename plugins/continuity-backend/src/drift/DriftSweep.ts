import type { Instant } from '@continuity/engine';
import type { CatalogProjection } from '../catalog';
import type { DriftStore } from './DriftStore';

/** How long what is known of an entity that is gone is kept, should it come back. */
const KEPT_MS = 30 * 86_400_000;

/** Forgets the drift of entities that have left the catalog; the evidence stays. */
export class DriftSweep {
  readonly #projection: Pick<CatalogProjection, 'current'>;
  readonly #store: Pick<DriftStore, 'unseenSince' | 'forget'>;
  readonly #now: () => Instant;

  constructor(options: {
    projection: Pick<CatalogProjection, 'current'>;
    store: Pick<DriftStore, 'unseenSince' | 'forget'>;
    now: () => Instant;
  }) {
    this.#projection = options.projection;
    this.#store = options.store;
    this.#now = options.now;
  }

  async run(): Promise<void> {
    const snapshot = await this.#projection.current();
    // Without a catalog nobody is known to be gone.
    if (!snapshot) return;
    const unseen = await this.#store.unseenSince(this.#now() - KEPT_MS);
    await this.#store.forget(unseen.filter(ref => !snapshot.services.has(ref)));
  }
}
