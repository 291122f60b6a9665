import { z } from 'zod';

/** What is kept of a deployment that GitHub holds, to recognise and to answer it. */
export const details = z.object({
  /** Of the repository, e.g. `github.com`. */
  host: z.string(),
  owner: z.string(),
  repository: z.string(),
  runId: z.string().regex(/^\d+$/),
  environment: z.string(),
  sha: z.string(),
  ref: z.string(),
  /** What the deployment says by itself. Absent: nothing. */
  says: z
    .object({
      entity: z.string().optional(),
      change: z.string().optional(),
      class: z.enum(['standard', 'major', 'emergency']).optional(),
      artifactDigest: z.string().optional(),
      region: z.string().optional(),
    })
    .optional(),
});

export type Details = z.infer<typeof details>;
