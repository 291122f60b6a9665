import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { countOpen, headOf } from './placeState';
import type {
  DriftPlaceHead,
  DriftPlaceKey,
  DriftPlaceState,
  NewestScan,
} from './types';

/** PostgreSQL hands out a bigint as text. */
interface HeadRow {
  entity_ref: string;
  environment: string;
  region: string;
  against: DriftPlaceKey['against'];
  evidence_id: string;
  source: string;
  observed_at: number | string;
  expires_at: number | string;
  verdict: NewestScan['verdict'];
  headline: string;
  counts: string;
  compared_with: string | null;
  baseline_version: number | null;
  unlisted: number;
  attributed: number;
  unauthorised: number;
  ambiguous: number;
  unknown: number;
  since: number | string | null;
}

interface PlaceRow extends HeadRow {
  reported: string | null;
  not_compared: string;
  life: string;
}

const TABLE = 'drift_places';
const KEY = ['entity_ref', 'environment', 'region', 'against'] as const;
const HEAD = [
  ...KEY,
  'evidence_id',
  'source',
  'observed_at',
  'expires_at',
  'verdict',
  'headline',
  'counts',
  'compared_with',
  'baseline_version',
  'unlisted',
  'attributed',
  'unauthorised',
  'ambiguous',
  'unknown',
  'since',
] as const;
/** Refs a statement. */
const REFS = 500;

/** Where the newest scan of every place is kept, and the life of its findings. */
export class DriftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Everything about an entity. */
  async ofEntity(entityRef: string): Promise<DriftPlaceState[]> {
    const rows = await this.#knex<PlaceRow>(TABLE)
      .where('entity_ref', entityRef)
      .orderBy(['environment', 'region', 'against']);
    return rows.map(stateOf);
  }

  /** Every place of every entity, without its findings. */
  async heads(filter: Partial<DriftPlaceKey> = {}): Promise<DriftPlaceHead[]> {
    const { against, environment } = filter;
    const rows: HeadRow[] = await this.#knex(TABLE)
      .where({
        ...(against !== undefined && { against }),
        ...(environment !== undefined && { environment }),
      })
      .select(...HEAD);
    return rows.map(headFrom);
  }

  async save(tx: Knex.Transaction, state: DriftPlaceState): Promise<void> {
    await tx(TABLE)
      .insert(rowOf(state))
      .onConflict([...KEY])
      .merge();
  }

  /** Refs of entities of which nothing was scanned since a moment. */
  async unseenSince(moment: Instant): Promise<string[]> {
    const rows: { entity_ref: string }[] = await this.#knex(TABLE)
      .groupBy('entity_ref')
      .havingRaw('max(observed_at) < ?', [moment])
      .select('entity_ref');
    return rows.map(({ entity_ref }) => entity_ref);
  }

  async forget(entityRefs: readonly string[]): Promise<void> {
    for (let from = 0; from < entityRefs.length; from += REFS) {
      await this.#knex(TABLE)
        .whereIn('entity_ref', entityRefs.slice(from, from + REFS))
        .delete();
    }
  }
}

function rowOf(state: DriftPlaceState): PlaceRow {
  const { key, newest, life, notCompared, reported } = state;
  const { comparedWith, baselineVersion } = newest;
  return {
    entity_ref: key.entityRef,
    environment: key.environment,
    region: key.region ?? '',
    against: key.against,
    evidence_id: newest.evidenceId,
    source: newest.source,
    observed_at: newest.observedAt,
    expires_at: newest.expiresAt,
    verdict: newest.verdict,
    headline: newest.headline,
    counts: JSON.stringify(newest.counts),
    compared_with: comparedWith ? JSON.stringify(comparedWith) : null,
    baseline_version: baselineVersion ?? null,
    unlisted: newest.unlisted,
    ...countOpen(state),
    since: headOf(state).since ?? null,
    reported: reported ?? null,
    not_compared: JSON.stringify(notCompared),
    life: JSON.stringify(life),
  };
}

function headFrom(row: HeadRow): DriftPlaceHead {
  const { attributed, unauthorised, ambiguous, unknown, since } = row;
  return {
    key: {
      entityRef: row.entity_ref,
      environment: row.environment,
      ...(row.region !== '' && { region: row.region }),
      against: row.against,
    },
    newest: {
      evidenceId: row.evidence_id,
      source: row.source,
      observedAt: Number(row.observed_at),
      expiresAt: Number(row.expires_at),
      verdict: row.verdict,
      headline: row.headline,
      // Our own texts, written above.
      counts: JSON.parse(row.counts),
      ...(row.compared_with !== null && {
        comparedWith: JSON.parse(row.compared_with),
      }),
      ...(row.baseline_version !== null && {
        baselineVersion: row.baseline_version,
      }),
      unlisted: row.unlisted,
    },
    open: { attributed, unauthorised, ambiguous, unknown },
    ...(since !== null && { since: Number(since) }),
  };
}

function stateOf(row: PlaceRow): DriftPlaceState {
  const { key, newest } = headFrom(row);
  return {
    key,
    newest,
    life: JSON.parse(row.life),
    notCompared: JSON.parse(row.not_compared),
    ...(row.reported !== null && { reported: row.reported }),
  };
}
