import { z } from 'zod';

const line = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[^\p{Cc}]+$/u, 'is more than a line');
const name = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'is no name: a-z, 0-9 and - between them',
  );
const path = z
  .string()
  .max(200)
  .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, 'is no path inside the repository')
  .refine(text => !text.split('/').includes('..'), 'leaves the repository');

/** Systems that pipelines can be made for. */
export const PIPELINE_SYSTEMS = ['github', 'gitlab', 'jenkins'] as const;

/**
 * What a pipeline is made of. Commands are lines of shell; they find `VERSION`, `DIGEST`
 * and, when something is deployed, `ENVIRONMENT` in their environment.
 */
export const pipelineOptions = z.strictObject({
  system: z.enum(PIPELINE_SYSTEMS),
  entity: z
    .string()
    .max(400)
    .regex(
      /^[a-z]+:[a-z0-9-]+\/[\w.-]+$/i,
      'is no entity ref, e.g. component:default/payments-api',
    ),
  continuityUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .regex(/^[^'"\s\\$`]+$/, 'holds what no address needs'),
  environments: z
    .array(name)
    .min(1)
    .max(10)
    .refine(
      names => new Set(names).size === names.length,
      'names an environment twice',
    ),
  commands: z.strictObject({
    build: line,
    deploy: line,
    verify: line,
    current: line,
  }),
  rollbackPlan: path.optional(),
  migrations: path.optional(),
  killSwitch: z
    .strictObject({
      flag: z.string().regex(/^[\w.:/-]{1,200}$/, 'is no name of a flag'),
      provider: z.string().regex(/^[\w.:/-]{1,100}$/, 'is no name'),
      environment: name,
      off: line,
      isOff: line,
      on: line,
    })
    .optional(),
});

export type PipelineOptions = z.infer<typeof pipelineOptions>;

type Proofs = Pick<
  PipelineOptions,
  'rollbackPlan' | 'migrations' | 'killSwitch'
>;

/** Whether anything of going back is proven before the first deployment. */
export function hasProofs({
  rollbackPlan,
  migrations,
  killSwitch,
}: Proofs): boolean {
  return (
    rollbackPlan !== undefined ||
    migrations !== undefined ||
    killSwitch !== undefined
  );
}
