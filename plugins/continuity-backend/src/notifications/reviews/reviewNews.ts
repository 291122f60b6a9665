import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { z } from 'zod';
import { maskSecrets } from '../../evidence';
import type { StoredSaasDecision } from '../../graph';
import { toIso } from '../../http';
import type { ReviewStage } from './reviewStage';

/** Entries of the ledger that tell of reviews. */
export const REVIEW_TYPES = 'graph.saas.review.*';

const TYPE_PREFIX = REVIEW_TYPES.slice(0, -1);

const reviewNews = z.object({
  stage: z.enum(['near', 'due']),
  entityRef: z.string(),
  /** Of the decision that is to be reviewed. */
  revision: z.number(),
  inPlanning: z.enum(['yes', 'no']),
  reason: z.string(),
  /** UTC, e.g. `2027-03-31`. */
  reviewOn: z.string(),
  decidedBy: z.string(),
  /** ISO 8601 */
  decidedAt: z.string(),
});

/** A review that an owner is to know of. */
export type ReviewNews = z.infer<typeof reviewNews>;

/** The entry of the ledger that tells of it. */
export function reviewEntry(
  stage: ReviewStage,
  decision: StoredSaasDecision,
  at: Instant,
): LedgerEntry {
  const { entityRef, revision, inPlanning, reason, reviewOn, decidedBy } =
    decision;
  return {
    id: randomUUID(),
    type: `${TYPE_PREFIX}${stage}`,
    at: formatInstant(at),
    actor: { ref: 'system' },
    subjects: [entityRef],
    data: maskSecrets({
      revision,
      inPlanning,
      reason,
      reviewOn,
      decidedBy,
      decidedAt: toIso(decision.decidedAt),
    }),
  };
}

/** @throws when the entry does not tell of a review in a form that is known here */
export function readReview({ type, subjects, data }: LedgerEntry): ReviewNews {
  return reviewNews.parse({
    ...Object(data),
    stage: type.slice(TYPE_PREFIX.length),
    entityRef: subjects[0],
  });
}
