import {
  deployment,
  driftScan,
  parseInstant,
  type DriftScanPayload,
  type Evidence,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { z } from 'zod';
import type { EvidenceStore } from '../evidence';
import type { CommitWithCursor, LedgerFollower, PlacedEntry } from '../ledger';
import type { CulpritMatcher } from './CulpritMatcher';
import type { CulpritReporter } from './CulpritReporter';
import type { DriftStore } from './DriftStore';
import { afterScan } from './placeState';
import type { DriftPlaceKey, DriftPlaceState } from './types';

/** What is looked at of an entry that tells of evidence. */
const recorded = z.object({ id: z.string(), kind: z.string() });

/** Scans that are gone through again when one comes late. */
const MOST_SCANS = 200;

interface DriftFollowerOptions {
  evidence: Pick<EvidenceStore, 'byId' | 'listForEntity'>;
  matcher: Pick<CulpritMatcher, 'match'>;
  reporter: Pick<CulpritReporter, 'report'>;
  store: Pick<DriftStore, 'ofEntity' | 'save'>;
  now: () => Instant;
}

/**
 * Keeps what is known of drift: follows scans, and looks again for culprits when a change,
 * an override or a deployment of the same service comes or goes.
 */
export class DriftFollower implements LedgerFollower {
  readonly name = 'drift';
  readonly begins = 'first';
  readonly types = ['evidence.recorded', 'change.*', 'override.*'];
  readonly batch = 50;
  readonly setAsideAfter = 10;
  readonly #options: DriftFollowerOptions;

  constructor(options: DriftFollowerOptions) {
    this.#options = options;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor | undefined> {
    const { matcher, reporter, store } = this.#options;
    const known = new Map<string, Map<string, DriftPlaceState>>();
    const placesOf = async (entityRef: string) => {
      const found =
        known.get(entityRef) ??
        new Map(
          (await store.ofEntity(entityRef)).map(state => [
            idOf(state.key),
            state,
          ]),
        );
      known.set(entityRef, found);
      return found;
    };
    let at = -Infinity;
    for (const { entry } of entries) {
      signal.throwIfAborted();
      at = Math.max(at, parseInstant(entry.at) ?? -Infinity);
      const scan = await this.#scanOf(entry);
      if (scan) await this.#take(scan, await placesOf(scan.entityRef));
      else if (mattersToCulprits(entry)) {
        for (const entityRef of entry.subjects) await placesOf(entityRef);
      }
    }
    const changed: DriftPlaceState[] = [];
    for (const places of known.values()) {
      for (const state of places.values()) {
        signal.throwIfAborted();
        changed.push(await reporter.report(await matcher.match(state), at));
      }
    }
    return changed.length === 0
      ? undefined
      : async tx => {
          for (const state of changed) await store.save(tx, state);
        };
  }

  async #scanOf({
    type,
    data,
  }: LedgerEntry): Promise<Evidence<DriftScanPayload> | undefined> {
    if (type !== 'evidence.recorded') return undefined;
    const { id, kind } = recorded.parse(data);
    if (kind !== driftScan.id) return undefined;
    const evidence = await this.#options.evidence.byId(id);
    return evidence && readScan(evidence);
  }

  async #take(
    scan: Evidence<DriftScanPayload>,
    places: Map<string, DriftPlaceState>,
  ): Promise<void> {
    const key = keyOf(scan);
    const before = places.get(idOf(key));
    if (!before || scan.observedAt > before.newest.observedAt) {
      places.set(idOf(key), afterScan(before, key, scan));
    } else if (scan.id !== before.newest.evidenceId) {
      places.set(idOf(key), await this.#again(key, before));
    }
  }

  /** From all scans in the order in which they looked, however they came in. */
  async #again(
    key: DriftPlaceKey,
    before: DriftPlaceState,
  ): Promise<DriftPlaceState> {
    const { items } = await this.#options.evidence.listForEntity(
      key.entityRef,
      { kind: driftScan.id, environment: key.environment },
      { limit: MOST_SCANS },
    );
    const again = items
      .flatMap(item => readScan(item) ?? [])
      .filter(scan => idOf(keyOf(scan)) === idOf(key))
      .sort((a, b) => a.observedAt - b.observedAt || (a.id < b.id ? -1 : 1))
      .reduce<DriftPlaceState | undefined>(
        (state, scan) => afterScan(state, key, scan),
        undefined,
      );
    return again ? withCulpritsOf(before, again) : before;
  }
}

/** Of what is resolved nobody looks for culprits again. */
function withCulpritsOf(
  before: DriftPlaceState,
  state: DriftPlaceState,
): DriftPlaceState {
  const known = new Map(
    before.life.findings.map(({ key, culprit }) => [key, culprit]),
  );
  return {
    ...state,
    life: {
      ...state.life,
      findings: state.life.findings.map(finding => ({
        ...finding,
        culprit: known.get(finding.key) ?? finding.culprit,
      })),
    },
  };
}

/** What does not fit its kind any more proves nothing. */
function readScan(evidence: Evidence): Evidence<DriftScanPayload> | undefined {
  const payload = driftScan.schema.safeParse(evidence.payload);
  return payload.success && evidence.environment !== undefined
    ? { ...evidence, payload: payload.data }
    : undefined;
}

function keyOf(scan: Evidence<DriftScanPayload>): DriftPlaceKey {
  return {
    entityRef: scan.entityRef,
    environment: scan.environment ?? '',
    ...(scan.region !== undefined && { region: scan.region }),
    against: scan.payload.against,
  };
}

function idOf({ entityRef, environment, region, against }: DriftPlaceKey) {
  return JSON.stringify([entityRef, environment, region ?? null, against]);
}

function mattersToCulprits({ type, data }: LedgerEntry): boolean {
  return type === 'evidence.recorded'
    ? recorded.parse(data).kind === deployment.id
    : true;
}
