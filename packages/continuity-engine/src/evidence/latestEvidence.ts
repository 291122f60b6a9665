import type { Instant } from '../time/types';
import type { Evidence, EvidenceKind, LatestEvidence } from './types';

/** What is looked for. */
export interface EvidenceQuery<TPayload> {
  kind: EvidenceKind<TPayload>;
  /** Absent: evidence of every environment serves. */
  environment?: string;
  /** Absent: evidence of every region serves. */
  region?: string;
  /** The moment of judging; what was observed after it is not known yet. */
  now: Instant;
}

/**
 * The newest evidence of a kind by the time it was *observed*; arrival does not matter,
 * so late and out-of-order reports change nothing but their own moment.
 *
 * Evidence that names no environment (or region) speaks for every one, if its kind
 * allows that. Between general and specific evidence, the newer counts.
 */
export function latestEvidence<TPayload>(
  evidence: readonly Evidence[],
  query: EvidenceQuery<TPayload>,
): LatestEvidence<TPayload> {
  const newest = newestOf(evidence, query);
  if (newest.length > 1) newest.sort(bySoonestExpiry);
  const first = newest.at(0);
  if (!first) {
    return { state: 'missing' };
  }
  const readable: Evidence<TPayload>[] = [];
  for (const item of newest) {
    const payload = query.kind.schema.safeParse(item.payload);
    if (!payload.success) {
      return { state: 'unreadable', evidence: item };
    }
    readable.push(withPayload(item, payload.data));
  }
  if (newest.some(item => item.verdict !== first.verdict)) {
    return { state: 'contradicted', evidence: readable };
  }
  return {
    state: first.expiresAt > query.now ? 'valid' : 'expired',
    evidence: readable[0],
  };
}

/**
 * The next moment after `now` at which time alone changes what {@link latestEvidence}
 * answers: evidence observed later comes into view, or the one in view expires.
 *
 * @param latest - what was answered for the same query, if that is known already
 */
export function nextEvidenceChange<TPayload>(
  evidence: readonly Evidence[],
  query: EvidenceQuery<TPayload>,
  latest: LatestEvidence<TPayload> = latestEvidence(evidence, query),
): Instant | undefined {
  let next = latest.state === 'valid' ? latest.evidence.expiresAt : Infinity;
  for (const item of evidence) {
    if (
      item.observedAt > query.now &&
      item.observedAt < next &&
      serves(item, query)
    ) {
      next = item.observedAt;
    }
  }
  return next === Infinity ? undefined : next;
}

/** All that serves and was observed at the newest moment that is not after `now`. */
function newestOf<TPayload>(
  evidence: readonly Evidence[],
  query: EvidenceQuery<TPayload>,
): Evidence[] {
  let newest: Evidence[] = [];
  for (const item of evidence) {
    if (item.observedAt > query.now || !serves(item, query)) continue;
    const [known] = newest;
    if (!known || item.observedAt > known.observedAt) newest = [item];
    else if (item.observedAt === known.observedAt) newest.push(item);
  }
  return newest;
}

/** A copy, field by field: this is done for everything that is judged. */
function withPayload<T>(item: Evidence, payload: T): Evidence<T> {
  const copy: Evidence<T> = {
    id: item.id,
    kind: item.kind,
    source: item.source,
    externalId: item.externalId,
    entityRef: item.entityRef,
    observedAt: item.observedAt,
    receivedAt: item.receivedAt,
    expiresAt: item.expiresAt,
    verdict: item.verdict,
    headline: item.headline,
    payload,
  };
  if (item.environment !== undefined) copy.environment = item.environment;
  if (item.region !== undefined) copy.region = item.region;
  return copy;
}

/** Whether evidence is of the kind, and about the environment and region, that is asked for. */
export function serves<TPayload>(
  item: Evidence,
  { kind, environment, region }: EvidenceQuery<TPayload>,
): boolean {
  if (item.kind !== kind.id) {
    return false;
  }
  const environmentFits =
    environment === undefined ||
    item.environment === environment ||
    (item.environment === undefined && kind.subject.environment !== 'required');
  const regionFits =
    region === undefined || item.region === region || item.region === undefined;
  return environmentFits && regionFits;
}

/** Of several reports of one moment the one that is relied on shortest; then any, but always the same. */
function bySoonestExpiry(a: Evidence, b: Evidence): number {
  return a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1);
}
