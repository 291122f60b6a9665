import { readFile, writeFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { showValue } from '@continuity/engine';
import { annotateFile, type AnnotatedFile } from '../annotate/annotateFile';
import { yamlOf } from './yamlOf';

/** Where a file comes from does not matter to whether it is right; the catalog wants a place. */
const SOMEWHERE = 'url:https://repository.invalid/catalog-info.yaml';

/**
 * `continuity:catalog:annotate`: declares continuity in a catalog file, leaving its
 * comments, its order and everything else as it is.
 */
export function createAnnotateCatalogAction(
  catalog: Pick<CatalogService, 'validateEntity'>,
) {
  return createTemplateAction({
    id: 'continuity:catalog:annotate',
    description:
      'Adds spec.continuity and annotations to an entity in a catalog file, or merges them with what stands there. Refuses what contradicts it unless told to overwrite, and what the catalog would not accept. Doing it again changes nothing.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Declare tier, objectives and environments of a service',
        example: yamlOf('continuity:catalog:annotate', {
          path: 'catalog-info.yaml',
          entity: 'component:default/payments-api',
          continuity: {
            tier: 'tier-1',
            rto: 'PT1H',
            rpo: 'PT5M',
            impact: [{ category: 'regulatory', intolerableAfter: 'PT4H' }],
            rollbackOwner: 'group:default/team-payments',
            environments: [{ name: 'production', region: 'eu-west-1' }],
          },
          annotations: { 'continuity.dev/traced-as': 'payments' },
        }),
      },
    ],
    schema: {
      input: {
        path: z =>
          z
            .string()
            .describe('File in the workspace. Absent: catalog-info.yaml')
            .optional(),
        entity: z =>
          z
            .string()
            .describe(
              'Entity ref of whom it is about. Absent: the only one of the file that may declare continuity',
            )
            .optional(),
        continuity: z =>
          z
            .record(z.unknown())
            .describe(
              'Of spec.continuity. Environments are merged by name and region, dependencies by ref, the impact by category',
            )
            .optional(),
        annotations: z =>
          z.record(z.string()).describe('Of metadata.annotations').optional(),
        overwrite: z =>
          z
            .boolean()
            .describe(
              'Replaces what says something else instead of refusing. Absent: false',
            )
            .optional(),
      },
      output: {
        entityRef: z => z.string().describe('Whom it was about'),
        changed: z => z.boolean().describe('false: everything was there'),
        changes: z =>
          z
            .array(z.string())
            .describe('What was added or replaced, e.g. spec.continuity.rto'),
      },
    },
    handler: async ctx => {
      const {
        path = 'catalog-info.yaml',
        overwrite = false,
        ...wish
      } = ctx.input;
      const target = resolveSafeChildPath(ctx.workspacePath, path);
      const before = await readFile(target, 'utf8').catch(error => {
        throw new InputError(`path: ${path} cannot be read`, error);
      });
      let after: AnnotatedFile;
      try {
        after = annotateFile(before, { ...wish, overwrite });
      } catch (error) {
        throw new InputError(
          `${path} ${error instanceof Error ? error.message : String(error)}`,
          error,
        );
      }
      const { entity, entityRef, changes, contradictions } = after;
      if (contradictions.length > 0) {
        throw new ConflictError(
          `${path} says something else of ${entityRef}: ${contradictions
            .map(
              one =>
                `${one.path} is ${showValue(one.there)}, not ${showValue(
                  one.wanted,
                )}`,
            )
            .join(
              '; ',
            )}. Nothing was written. Agree on which is right, or set overwrite.`,
        );
      }
      const verdict = await catalog.validateEntity(entity, SOMEWHERE, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!verdict.valid) {
        throw new InputError(
          `The catalog would not accept ${entityRef} like this, so nothing was written. ${verdict.errors
            .map(({ message }) => message)
            .join('; ')}`,
        );
      }
      if (changes.length > 0) await writeFile(target, after.text);
      ctx.logger.info(
        changes.length > 0
          ? `${path}: ${entityRef} now says ${changes.join(', ')}.`
          : `${path}: ${entityRef} says all of that already.`,
      );
      ctx.output('entityRef', entityRef);
      ctx.output('changed', changes.length > 0);
      ctx.output('changes', changes);
    },
  });
}
