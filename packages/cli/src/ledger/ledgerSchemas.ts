import type { Checkpoint, SequencedEntry } from '@continuity/engine';
import { z } from 'zod';

const hash = z
  .string()
  .regex(/^[a-f0-9]{64}$/, 'is not a SHA-256 hash in lower-case hex');

/** Size and root of a ledger; more fields are ignored. */
export const checkpointSchema: z.ZodType<Checkpoint> = z.object({
  treeSize: z.int().nonnegative(),
  rootHash: hash,
});

/** The hashes are the verifier's business: a wrong one is a fault of the ledger. */
export const entrySchema: z.ZodType<SequencedEntry> = z.object({
  index: z.int(),
  canonical: z.string(),
  leafHash: z.string(),
  rootHash: z.string(),
});

/** The items are checked one by one, so that a bad one can be named. */
export const pageSchema = z.object({ items: z.array(z.unknown()) });
