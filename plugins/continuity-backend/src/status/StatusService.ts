import type { ContinuitySettings } from '../config';
import { type CatalogProjection, presentUnreadable } from '../catalog';
import { toIso } from '../http';
import type { ContinuityStatus } from '@continuity/plugin-continuity-common';
import { durationMs, type Instant } from '@continuity/engine';

/** How old the knowledge of the catalog is, and what could not be read. */
export class StatusService {
  readonly #projection: CatalogProjection;
  readonly #maxCatalogAge: string;
  readonly #now: () => Instant;

  constructor(options: {
    projection: CatalogProjection;
    settings: Pick<ContinuitySettings, 'gate'>;
    now: () => Instant;
  }) {
    this.#projection = options.projection;
    this.#maxCatalogAge = options.settings.gate.maxCatalogAge;
    this.#now = options.now;
  }

  async status(): Promise<ContinuityStatus> {
    const snapshot = await this.#projection.current();
    const common = {
      maxCatalogAge: this.#maxCatalogAge,
      lastProblem: this.#projection.lastProblem(),
    };
    if (!snapshot) {
      return {
        ...common,
        state: 'never-read',
        entities: 0,
        calendars: 0,
        unreadableCalendars: [],
      };
    }
    const age = this.#now() - snapshot.readAt;
    const limit = durationMs(this.#maxCatalogAge);
    return {
      ...common,
      // As the gate judges it; a reading from far ahead means that clocks disagree.
      state: age < limit && age >= -limit ? 'fresh' : 'stale',
      catalogReadAt: toIso(snapshot.readAt),
      entities: snapshot.services.size,
      calendars: snapshot.calendars.length,
      unreadableCalendars: snapshot.unreadableCalendars.map(presentUnreadable),
    };
  }
}
