import type { z } from 'zod';
import type { Instant } from '../time/types';

/**
 * `unknown` is a verdict of its own: missing, expired or contradictory evidence.
 * It is never counted as a pass.
 */
export type Verdict = 'pass' | 'fail' | 'unknown';

/**
 * A kind of evidence: what a report of it looks like, what it proves, and for how long.
 * Kinds are the first of the two plugs of the suite (see `scorecards` for the second).
 */
export interface EvidenceKind<TPayload = unknown> {
  /** Kebab-case, stable: it is stored. */
  id: string;
  title: string;
  schema: z.ZodType<TPayload>;
  /** ISO 8601 duration that a report may be relied on after it was observed. */
  validFor: string;
  /** Which of the subject's parts a report of this kind must name. */
  subject: { environment: 'required' | 'optional' | 'none' };
  verdict(payload: TPayload): Verdict;
  /** One line for people, e.g. `v1.4.2 to production in 180 s`. */
  headline(payload: TPayload): string;
}

/** What a report is about. */
export interface EvidenceSubject {
  /** Canonical entity ref, lower case. */
  entityRef: string;
  environment?: string;
  region?: string;
}

/** A report as it arrives from a pipeline or a collector. */
export interface EvidenceSubmission extends EvidenceSubject {
  kind: string;
  /** Who reports, e.g. `github-actions`. */
  source: string;
  /** The reporter's own id of it; the same (kind, source, externalId) is one piece of evidence. */
  externalId: string;
  /** When it was seen to be so, ISO 8601 with offset; not when it arrived. */
  observedAt: string;
  payload: unknown;
}

/** Evidence as stored: immutable. */
export interface Evidence<TPayload = unknown> extends EvidenceSubject {
  id: string;
  kind: string;
  source: string;
  externalId: string;
  observedAt: Instant;
  receivedAt: Instant;
  /** From this moment on it proves nothing (half-open). */
  expiresAt: Instant;
  verdict: Verdict;
  headline: string;
  payload: TPayload;
}

/**
 * The newest evidence of a kind by *observed* time; only `valid` may be relied on.
 * `missing`: there is none. `expired`: the newest is past its validity.
 * `contradicted`: reports of the same moment disagree.
 * `unreadable`: it does not fit its kind any more, because the kind has changed since.
 */
export type LatestEvidence<T> =
  | { state: 'valid'; evidence: Evidence<T> }
  | { state: 'expired'; evidence: Evidence<T> }
  | { state: 'contradicted'; evidence: Evidence<T>[] }
  | { state: 'unreadable'; evidence: Evidence }
  | { state: 'missing' };
