import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PIPELINE_SYSTEMS, pipelineOptions, renderPipeline } from '../pipeline';
import { yamlOf } from './yamlOf';

const EXAMPLE = {
  system: 'github',
  entity: 'component:default/payments-api',
  continuityUrl: 'https://portal.example',
  environments: ['staging', 'production'],
  commands: {
    build: './build.sh "$VERSION" > "$DIGEST_FILE"',
    deploy: './deploy.sh "$ENVIRONMENT" "$VERSION" "$DIGEST"',
    verify: './smoke-test.sh "$ENVIRONMENT"',
    current: './what-runs.sh "$ENVIRONMENT"',
  },
  migrations: 'db/migrations',
};

/**
 * `continuity:pipeline:render`: writes the files of a pipeline that asks, proves and
 * records, for whoever scaffolds a service.
 */
export function createRenderPipelineAction() {
  return createTemplateAction({
    id: 'continuity:pipeline:render',
    description:
      'Writes a pipeline that proves that there is a way back, asks the gate before each deployment, reports what came of it, and goes back when it does not work.',
    supportsDryRun: true,
    examples: [
      {
        description: 'A workflow of GitHub Actions with migrations',
        example: yamlOf('continuity:pipeline:render', EXAMPLE),
      },
    ],
    schema: {
      input: {
        system: z => z.enum(PIPELINE_SYSTEMS).describe('Whose pipeline it is'),
        entity: z => z.string().describe('Entity ref of what is deployed'),
        continuityUrl: z => z.string().describe('Where the portal is'),
        environments: z =>
          z
            .array(z.string())
            .describe('Deployed to one after the other, in this order'),
        commands: z =>
          z
            .object({
              build: z
                .string()
                .describe(
                  'Leaves the digest in the file that DIGEST_FILE names',
                ),
              deploy: z
                .string()
                .describe('Brings DIGEST of VERSION to ENVIRONMENT'),
              verify: z
                .string()
                .describe('Ends with 0 when ENVIRONMENT works as it should'),
              current: z
                .string()
                .describe(
                  'Prints "<version> <digest>" of what runs in ENVIRONMENT, nothing where nothing does',
                ),
            })
            .describe('A line of shell each'),
        rollbackPlan: z =>
          z
            .string()
            .describe(
              'JSON file with the payload of a rollback plan, which is reported. Absent: none is',
            )
            .optional(),
        migrations: z =>
          z
            .string()
            .describe('Folder of the migrations. Absent: there are none')
            .optional(),
        killSwitch: z =>
          z
            .object({
              flag: z.string(),
              provider: z.string().describe('Where flags are kept'),
              environment: z
                .string()
                .describe('In which it is thrown to see whether it works'),
              off: z.string().describe('Turns the risky part off'),
              isOff: z.string().describe('Ends with 0 once it is off'),
              on: z.string().describe('Turns it on again'),
            })
            .describe('The flag that the risky part is behind. Absent: none')
            .optional(),
        targetPath: z =>
          z
            .string()
            .describe('Folder of the repository in the workspace. Absent: it')
            .optional(),
      },
      output: {
        files: z =>
          z.array(z.string()).describe('Paths from the root of the repository'),
      },
    },
    handler: async ctx => {
      const { targetPath = '.', ...input } = ctx.input;
      const read = pipelineOptions.safeParse(input);
      if (!read.success) {
        throw new InputError(
          read.error.issues
            .map(({ path: at, message }) => `${at.join('.')}: ${message}`)
            .join('; '),
        );
      }
      const files = renderPipeline(read.data);
      for (const file of files) {
        const target = resolveSafeChildPath(
          ctx.workspacePath,
          path.join(targetPath, file.path),
        );
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, file.content);
        if (file.isExecutable) await chmod(target, 0o755);
        ctx.logger.info(`Wrote ${file.path}`);
      }
      ctx.output(
        'files',
        files.map(file => file.path),
      );
    },
  });
}
