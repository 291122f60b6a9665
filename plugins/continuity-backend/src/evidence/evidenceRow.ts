import type { Evidence, Verdict } from '@continuity/engine';

/** Evidence with what tells a repeated report from a different one. */
export interface StoredEvidence {
  evidence: Evidence;
  /** SHA-256 over what was reported, hex. */
  contentHash: string;
}

/** A row of the table `evidence`; an empty environment or region means none. */
export interface EvidenceRow {
  id: string;
  kind: string;
  source: string;
  external_id: string;
  entity_ref: string;
  environment: string;
  region: string;
  observed_at: number | string;
  received_at: number | string;
  expires_at: number | string;
  verdict: Verdict;
  headline: string;
  payload: string;
  content_hash: string;
}

/** How evidence is stored. */
export function toRow({ evidence, contentHash }: StoredEvidence): EvidenceRow {
  return {
    id: evidence.id,
    kind: evidence.kind,
    source: evidence.source,
    external_id: evidence.externalId,
    entity_ref: evidence.entityRef,
    environment: evidence.environment ?? '',
    region: evidence.region ?? '',
    observed_at: evidence.observedAt,
    received_at: evidence.receivedAt,
    expires_at: evidence.expiresAt,
    verdict: evidence.verdict,
    headline: evidence.headline,
    payload: JSON.stringify(evidence.payload),
    content_hash: contentHash,
  };
}

/** The inverse of {@link toRow}; PostgreSQL hands out a bigint as text. */
export function fromRow(row: EvidenceRow): StoredEvidence {
  return { evidence: evidenceFrom(row), contentHash: row.content_hash };
}

/** Evidence without the hash. Field by field: this is done for everything that is judged. */
export function evidenceFrom(row: Omit<EvidenceRow, 'content_hash'>): Evidence {
  const evidence: Evidence = {
    id: row.id,
    kind: row.kind,
    source: row.source,
    externalId: row.external_id,
    entityRef: row.entity_ref,
    observedAt: Number(row.observed_at),
    receivedAt: Number(row.received_at),
    expiresAt: Number(row.expires_at),
    verdict: row.verdict,
    headline: row.headline,
    payload: JSON.parse(row.payload),
  };
  if (row.environment !== '') evidence.environment = row.environment;
  if (row.region !== '') evidence.region = row.region;
  return evidence;
}
