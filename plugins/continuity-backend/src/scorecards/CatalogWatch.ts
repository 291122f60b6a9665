import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { createTurns } from '../calendars';
import type { CatalogProjection } from '../catalog';
import type { DueStore, JudgingState } from './DueStore';
import type { ServiceFingerprints } from './fingerprints';
import type { ScorecardJudge } from './ScorecardJudge';

/** Replicas of other settings that were not seen for this long are gone. */
const GONE_MS = 2 * 60_000;
/** How often a replica says that it is there. */
const SEEN_MS = 30_000;

/**
 * Notices when the catalog or the settings are others than services were judged by, and
 * has those judged again that it concerns.
 *
 * While replicas with different settings run side by side, those that began last judge and
 * the others do not; when they are gone, the others do again.
 */
export class CatalogWatch {
  readonly #knex: Knex;
  readonly #due: DueStore;
  readonly #judge: Pick<ScorecardJudge, 'allow'>;
  readonly #projection: CatalogProjection;
  readonly #fingerprints: ServiceFingerprints;
  readonly #settings: string;
  readonly #scorecards: readonly string[];
  readonly #now: () => Instant;
  readonly #startedAt: Instant;
  #problem: string | undefined;

  constructor(options: {
    database: Knex;
    due: DueStore;
    judge: Pick<ScorecardJudge, 'allow'>;
    projection: CatalogProjection;
    fingerprints: ServiceFingerprints;
    /** Fingerprint of the settings of this replica. */
    settings: string;
    /** Ids of the scorecards that there are. */
    scorecards: readonly string[];
    now: () => Instant;
  }) {
    this.#knex = options.database;
    this.#due = options.due;
    this.#judge = options.judge;
    this.#projection = options.projection;
    this.#fingerprints = options.fingerprints;
    this.#settings = options.settings;
    this.#scorecards = options.scorecards;
    this.#now = options.now;
    this.#startedAt = options.now();
  }

  /** Why this replica does not judge. Absent: it does. */
  get problem(): string | undefined {
    return this.#problem;
  }

  async run(signal: AbortSignal): Promise<void> {
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      this.#stop('The catalog has not been read completely yet');
      return;
    }
    const state = await this.#inCharge();
    if (!state) {
      this.#stop('Other replicas, with other scorecards, judge at this time');
      return;
    }
    this.#problem = undefined;
    this.#judge.allow(true);
    if (state.catalogRevision === snapshot.revision) {
      return;
    }
    const judgedAs = await this.#due.fingerprints();
    const turn = createTurns();
    const different: string[] = [];
    for (const service of snapshot.services.values()) {
      await turn();
      if (signal.aborted) return;
      if (judgedAs.get(service.entityRef) !== this.#fingerprints.of(service)) {
        different.push(service.entityRef);
      }
    }
    const gone = [...judgedAs.keys()].filter(
      ref => !snapshot.services.has(ref),
    );
    await this.#due.expect(this.#knex, [...different, ...gone], this.#now());
    await this.#due.compared(this.#settings, snapshot.revision);
  }

  #stop(problem: string): void {
    this.#problem = problem;
    this.#judge.allow(false);
  }

  /** What holds for everybody, if this replica may judge by its settings. */
  async #inCharge(): Promise<JudgingState | undefined> {
    const now = this.#now();
    const state = await this.#due.state();
    const { adoptedAt = -Infinity, seenAt = -Infinity } = state;
    if (state.settings === this.#settings) {
      if (now - seenAt >= SEEN_MS) await this.#due.seen(this.#settings, now);
      return state;
    }
    if (this.#startedAt <= adoptedAt && now - seenAt < GONE_MS) {
      return undefined;
    }
    if (!(await this.#due.adopt(this.#settings, state, now))) {
      return undefined;
    }
    await this.#knex('scorecard_results')
      .whereNotIn('scorecard', [...this.#scorecards])
      .delete();
    return this.#due.state();
  }
}
