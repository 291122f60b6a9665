import { defineEvidenceKind } from '@continuity/engine';
import { z } from 'zod';

/** A backup of the data of a service was made, or was not. */
export const backup = defineEvidenceKind({
  id: 'backup',
  title: 'Backup',
  schema: z.strictObject({
    /** What the backup system calls it. */
    job: z.string().min(1).max(200),
    outcome: z.enum(['succeeded', 'failed']),
    /** When the data in it was frozen: what came later is lost. */
    frozenAt: z.iso.datetime({ offset: true }),
  }),
  // A backup that nobody has heard of for two days is not one to count on.
  validFor: 'P2D',
  subject: { environment: 'required' },
  verdict: ({ outcome }) => (outcome === 'succeeded' ? 'pass' : 'fail'),
  headline: ({ job, outcome, frozenAt }) => `${job} ${outcome}, ${frozenAt}`,
});
