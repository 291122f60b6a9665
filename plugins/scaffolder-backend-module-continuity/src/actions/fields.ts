import type { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/** The zod that the scaffolder hands to schemas. */
type Zod = Parameters<
  Extract<
    NonNullable<
      NonNullable<Parameters<typeof createTemplateAction>[0]['schema']>['input']
    >,
    (z: never) => unknown
  >
>[0];

/** Fields that actions share; what they may hold in detail is checked by the server. */
export const entities = (z: Zod) =>
  z
    .array(z.string())
    .min(1)
    .max(50)
    .describe('Entity refs of what is deployed');

export const environments = (z: Zod) =>
  z.array(z.string()).min(1).describe('Where to, e.g. production');

export const regions = (z: Zod) =>
  z
    .array(z.string())
    .describe('Absent: every region of those environments')
    .optional();

export const window = (z: Zod) =>
  z
    .object({ start: z.string(), end: z.string() })
    .describe('When it is planned, ISO 8601 with offset')
    .optional();

export const facts = (z: Zod) =>
  z
    .object({
      migration: z.enum(['none', 'reversible', 'irreversible']).optional(),
      touches: z.array(z.enum(['configuration', 'infrastructure'])).optional(),
      size: z
        .object({
          files: z.number().int().min(0),
          lines: z.number().int().min(0),
        })
        .optional(),
      majorUpdates: z.array(z.string()).optional(),
      pipeline: z.enum(['conformant', 'divergent']).optional(),
    })
    .strict()
    .describe('What only whoever changes it knows; what is left out is unknown')
    .optional();
