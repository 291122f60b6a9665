import {
  ANNOTATION_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseRepository } from '../annotate/parseRepository';
import { yamlOf } from './yamlOf';

/**
 * `continuity:catalog:locate`: in which file of which repository an entity is declared, in
 * the words that steps for pull requests take.
 */
export function createLocateCatalogAction(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  integrations: ScmIntegrationRegistry,
) {
  return createTemplateAction({
    id: 'continuity:catalog:locate',
    description:
      'Says in which file of which repository an entity is declared, so that other steps can fetch and change it. Fails when it does not come from a repository of GitHub or GitLab. Changes nothing.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Find the catalog file of a service',
        example: yamlOf('continuity:catalog:locate', {
          entity: 'component:default/payments-api',
        }),
      },
    ],
    schema: {
      input: {
        entity: z => z.string().describe('Entity ref of what is looked for'),
        url: z =>
          z
            .string()
            .describe('Address of the file. Absent: as the catalog knows it')
            .optional(),
      },
      output: {
        host: z =>
          z.enum(['github', 'gitlab']).describe('What kind of host it has'),
        repoUrl: z =>
          z
            .string()
            .describe('As publish actions take it, e.g. host?owner=a&repo=b'),
        branch: z => z.string().describe('The branch that the file is on'),
        url: z => z.string().describe('Address of the file, to be fetched'),
        root: z =>
          z
            .string()
            .describe(
              'Address of the root of the repository, to fetch all of it',
            ),
        path: z => z.string().describe('Its path in the repository'),
      },
    },
    handler: async ctx => {
      const { entity: ref } = ctx.input;
      const entity = await catalog.getEntityByRef(ref, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(`entity: ${ref} is not in the catalog`);
      }
      const found = parseRepository(
        ctx.input.url ?? locationOf(entity.metadata.annotations, ref),
        integrations,
      );
      ctx.logger.info(`${ref} is declared in ${found.url}`);
      ctx.output('host', found.host);
      ctx.output('repoUrl', found.repoUrl);
      ctx.output('branch', found.branch);
      ctx.output('url', found.url);
      ctx.output('root', found.root);
      ctx.output('path', found.path);
    },
  });
}

function locationOf(
  annotations: Record<string, string> = {},
  ref: string,
): string {
  const location = annotations[ANNOTATION_LOCATION];
  const { type, target } = location
    ? parseLocationRef(location)
    : { type: 'nothing', target: '' };
  if (type !== 'url') {
    throw new InputError(
      `${ref} comes from ${
        location ?? 'no known place'
      }, which no pull request can be opened for. Name the address of its file in a repository, or register it from there.`,
    );
  }
  return target;
}
