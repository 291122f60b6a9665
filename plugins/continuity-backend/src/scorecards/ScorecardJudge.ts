import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  CheckRegistry,
  Evidence,
  Instant,
  LedgerEntry,
} from '@continuity/engine';
import type { Knex } from 'knex';
import { createTurns } from '../calendars';
import type { CatalogProjection, CatalogSnapshot } from '../catalog';
import type { EvidenceArrivals, EvidenceStore } from '../evidence';
import type { LedgerService } from '../ledger';
import type { DueStore } from './DueStore';
import type { ExemptionStore } from './ExemptionStore';
import type { ServiceFingerprints } from './fingerprints';
import {
  judgeService,
  type Judged,
  type PreparedScorecard,
} from './judgeService';
import { keyOf, type ResultStore } from './ResultStore';
import type { EarlierResult } from './types';

/** Services that are judged in one transaction; others may wait for its locks. */
const BATCH = 200;
/** Services of which the evidence is in memory at once; what lives shorter costs less. */
const AT_A_TIME = 40;
const DAY_MS = 86_400_000;
/** For services that no scorecard is for; they come up again when something is different. */
const NEVER = Date.parse('9999-12-31T00:00:00Z');
/** How often a replica tries again at once when the database says no. */
const RETRY_MS = 1_000;

/** Which kinds of evidence the checks of the scorecards look at. */
interface NeededKinds {
  latest: string[];
  history: string[];
}

export interface ScorecardJudgeOptions {
  scorecards: readonly PreparedScorecard[];
  checks: CheckRegistry;
  /** Titles of the tiers by id, strictest first. */
  tiers: ReadonlyMap<string, string>;
  due: DueStore;
  results: ResultStore;
  exemptions: Pick<ExemptionStore, 'inForce'>;
  evidence: Pick<EvidenceStore, 'aroundMomentOf'>;
  fingerprints: ServiceFingerprints;
  projection: CatalogProjection;
  ledger: Pick<LedgerService, 'write'>;
  logger: Pick<LoggerService, 'warn'>;
  /** Transactions side by side: while the database reads for one, another is judged. */
  atOnce: number;
  /** Is told which scorecards have other results now. */
  tell: (scorecards: ReadonlySet<string>) => void;
  now: () => Instant;
}

/**
 * Judges services that are due, for whatever reason they are: evidence that came or runs
 * out, an exemption, another version of the entity or of the scorecards. Nothing is judged
 * because somebody looks.
 *
 * What was judged, its history, what the ledger says of it and when the service is due
 * again commit together, while the service's row is held: a level is lost once, however
 * many replicas there are, and what arrives meanwhile has the service judged again.
 */
export class ScorecardJudge implements EvidenceArrivals {
  readonly #options: ScorecardJudgeOptions;
  readonly #needed: NeededKinds;
  #mayJudge = false;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: ScorecardJudgeOptions) {
    this.#options = options;
    this.#needed = neededKinds(options);
  }

  /**
   * Whether this replica judges: not, while others judge by other settings, or results
   * would change to and fro.
   */
  allow(mayJudge: boolean): void {
    this.#mayJudge = mayJudge;
  }

  /** {@inheritDoc EvidenceArrivals.note} */
  async note(
    tx: Knex.Transaction,
    evidence: readonly Evidence[],
  ): Promise<void> {
    const { latest, history } = this.#needed;
    const refs = evidence
      .filter(({ kind }) => latest.includes(kind) || history.includes(kind))
      .map(({ entityRef }) => entityRef);
    await this.#options.due.expect(tx, refs, this.#options.now());
  }

  /** {@inheritDoc EvidenceArrivals.committed} */
  committed(): void {
    this.soon();
  }

  /** Judges what is due now rather than with the next run; nobody has to wait for it. */
  soon(): void {
    if (!this.#mayJudge) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.run().catch(error =>
      this.#options.logger.warn(
        `Scorecards are not judged yet; it is tried again. ${stringifyError(
          error,
        )}`,
      ),
    );
  }

  /** Judges all that is due. @returns when nothing is, or somebody else is at it */
  async run(signal?: AbortSignal): Promise<void> {
    if (!this.#mayJudge) return;
    this.#running ??= this.#judgeAll(signal).finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #judgeAll(signal?: AbortSignal): Promise<void> {
    const { atOnce } = this.#options;
    do {
      this.#again = false;
      await Promise.all(
        Array.from({ length: atOnce }, () => this.#judgeBatches(signal)),
      );
    } while (this.#again && !signal?.aborted);
  }

  async #judgeBatches(signal?: AbortSignal): Promise<void> {
    let taken: number;
    do {
      taken = await this.#judgeBatch();
    } while (taken === BATCH && !signal?.aborted);
  }

  /** @returns how many services were taken */
  async #judgeBatch(): Promise<number> {
    const { projection, ledger, due, now } = this.#options;
    const snapshot = await projection.current();
    if (!snapshot) return 0;
    const at = now();
    const { result } = await ledger.write(async (tx, append) => {
      const taken = await due.take(tx, at, BATCH);
      return taken.size === 0
        ? { taken: 0, changed: new Set<string>() }
        : {
            taken: taken.size,
            changed: await this.#judge(tx, append, { taken, snapshot, at }),
          };
    });
    if (result.changed.size > 0) this.#options.tell(result.changed);
    return result.taken;
  }

  /** @returns the scorecards that have other results now */
  async #judge(
    tx: Knex.Transaction,
    append: (entries: LedgerEntry[]) => Promise<void>,
    {
      taken,
      snapshot,
      at,
    }: {
      taken: ReadonlyMap<string, Instant>;
      snapshot: CatalogSnapshot;
      at: Instant;
    },
  ): Promise<Set<string>> {
    const { scorecards, due, results, exemptions, evidence, fingerprints } =
      this.#options;
    const refs = [...taken.keys()];
    const here = refs.filter(ref => snapshot.services.has(ref));
    const gone = refs.filter(ref => !snapshot.services.has(ref));
    const excused = await exemptions.inForce(tx, here, at);
    const earlier = await results.earlier(tx, refs);
    const turn = createTurns();
    const judged: (Judged & { scorecard: string; entityRef: string })[] = [];
    const settled = [];
    for (let from = 0; from < here.length; from += AT_A_TIME) {
      const some = here.slice(from, from + AT_A_TIME);
      const known = await evidence.aroundMomentOf(some, this.#needed, at, tx);
      for (const entityRef of some) {
        await turn();
        const service = snapshot.services.get(entityRef);
        if (!service) continue;
        const own = scorecards.map(prepared => {
          const scorecard = prepared.scorecard.id;
          const key = keyOf(scorecard, entityRef);
          return {
            scorecard,
            entityRef,
            ...judgeService(prepared, this.#options.checks, {
              service,
              evidence: known.get(entityRef) ?? [],
              exemptions: excused.get(key) ?? new Map(),
              earlier: earlier.get(key),
              tiers: this.#options.tiers,
              dueSince: taken.get(entityRef) ?? at,
              now: at,
            }),
          };
        });
        judged.push(...own);
        settled.push({
          entityRef,
          dueAt: nextLook(own, at),
          fingerprint: fingerprints.of(service),
        });
      }
    }
    const changed = judged.flatMap(one =>
      one.outcome === 'changed' ? [one] : [],
    );
    const dropped = droppedOf(judged, gone, earlier, scorecards);
    await results.write(
      tx,
      changed.map(({ result }) => result),
    );
    await results.remove(tx, dropped);
    await results.note(
      tx,
      changed.flatMap(({ change }) => change ?? []),
    );
    await due.settle(tx, settled);
    await due.forget(tx, gone);
    await append(changed.flatMap(({ entry }) => entry ?? []));
    return new Set([...changed, ...dropped].map(({ scorecard }) => scorecard));
  }
}

/** When a service is to be looked at again if nothing happens to it. */
function nextLook(judged: readonly Judged[], at: Instant): Instant {
  const asked = judged.flatMap(one =>
    one.outcome === 'not-asked' ? [] : [one.until ?? Infinity],
  );
  if (asked.length === 0) return NEVER;
  // Once a day in any case, so that what was forgotten by a mistake does not stay so.
  return Math.max(at + RETRY_MS, Math.min(...asked, at + DAY_MS));
}

function droppedOf(
  judged: readonly (Judged & { scorecard: string; entityRef: string })[],
  gone: readonly string[],
  earlier: ReadonlyMap<string, EarlierResult>,
  scorecards: readonly PreparedScorecard[],
): { scorecard: string; entityRef: string }[] {
  return [
    ...judged.filter(({ outcome }) => outcome === 'not-asked'),
    ...gone.flatMap(entityRef =>
      scorecards.map(({ scorecard }) => ({
        scorecard: scorecard.id,
        entityRef,
      })),
    ),
  ]
    .map(({ scorecard, entityRef }) => ({ scorecard, entityRef }))
    .filter(({ scorecard, entityRef }) =>
      earlier.has(keyOf(scorecard, entityRef)),
    );
}

function neededKinds({
  scorecards,
  checks,
}: ScorecardJudgeOptions): NeededKinds {
  const asked = new Set(
    scorecards.flatMap(({ scorecard }) =>
      scorecard.checks.map(({ check }) => check),
    ),
  );
  const used = checks.list().filter(({ id }) => asked.has(id));
  const ids = (kinds: readonly { id: string }[]) => kinds.map(({ id }) => id);
  return {
    latest: [...new Set(used.flatMap(({ needs }) => ids(needs)))],
    history: [...new Set(used.flatMap(({ history = [] }) => ids(history)))],
  };
}
