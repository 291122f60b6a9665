import type { LedgerEntry } from '@continuity/engine';
import { z } from 'zod';

/** Entries of the ledger that tell of scorecards. */
export const SCORECARD_TYPES = 'scorecard.*';
export const LEVEL_LOST = 'scorecard.level.lost';
export const EXEMPTION_TYPES = 'scorecard.exemption.';

const lostLevel = z.object({
  scorecard: z.string(),
  title: z.string(),
  cause: z.enum(['service', 'scorecard']),
  inForce: z.boolean(),
  owner: z.string().optional(),
  before: z.string().optional(),
  level: z.string().optional(),
  because: z.array(
    z.object({ reason: z.string(), remedy: z.string().optional() }),
  ),
});

const exemption = z.object({
  id: z.string(),
  scorecard: z.string(),
  title: z.string(),
  check: z.string(),
  until: z.string(),
  requestedBy: z.string(),
  reason: z.string(),
  decider: z.string().optional(),
  comment: z.string().optional(),
  revocation: z.string().optional(),
});

/** A service stands on a lower level than before. */
export type LostLevelNews = z.infer<typeof lostLevel> & { entityRef: string };

/** Somebody asked for an exemption, or decided about it. */
export type ExemptionNews = z.infer<typeof exemption> & {
  step: string;
  by: string;
  entityRef: string;
};

/** @throws when the entry does not tell of a level in a form that is known here */
export function readLostLevel({ subjects, data }: LedgerEntry): LostLevelNews {
  return { ...lostLevel.parse(data), entityRef: subjects[0] };
}

/** @throws when the entry does not tell of an exemption in a form that is known here */
export function readExemption({
  type,
  actor,
  subjects,
  data,
}: LedgerEntry): ExemptionNews {
  return {
    ...exemption.parse(data),
    step: type.slice(EXEMPTION_TYPES.length),
    by: actor.ref,
    entityRef: subjects[0],
  };
}
