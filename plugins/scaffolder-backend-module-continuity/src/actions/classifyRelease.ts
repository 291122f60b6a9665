import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClientFor } from '../createClients';
import { attempt } from './attempt';
import { entities, environments, facts, regions, window } from './fields';
import { yamlOf } from './yamlOf';

/**
 * `continuity:classify-release`: the class of a release by the rules of the portal, and
 * what it binds the release to. Changes nothing, so a dry run does the same.
 */
export function createClassifyReleaseAction(clientFor: ClientFor) {
  return createTemplateAction({
    id: 'continuity:classify-release',
    description:
      'Says what class a release is of, by which rules, and what that binds it to. What is not declared and not known counts as its worst.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Classify a release that migrates the database',
        example: yamlOf('continuity:classify-release', {
          entities: ['component:default/payments-api'],
          environments: ['production'],
          facts: { migration: 'reversible' },
        }),
      },
    ],
    schema: {
      input: {
        entities,
        environments,
        regions,
        window,
        facts,
        incident: z =>
          z
            .string()
            .max(200)
            .describe('Reference of the incident that the release is to end')
            .optional(),
      },
      output: {
        class: z =>
          z
            .enum(['standard', 'major', 'emergency'])
            .describe('The highest class of any rule'),
        rules: z =>
          z
            .array(z.string())
            .describe('Ids of the rules that are met, or may be'),
        explanation: z =>
          z.string().describe('Why, and what to do next, for people'),
        approvals: z =>
          z.number().int().describe('How many people have to approve it'),
      },
    },
    handler: async ctx => {
      const {
        class: releaseClass,
        rules,
        protocol,
      } = await attempt(
        'The release was not classified',
        clientFor(ctx).classifyRelease(
          { ...ctx.input, facts: ctx.input.facts ?? {} },
          { signal: ctx.signal },
        ),
      );
      const counting = rules.filter(({ outcome }) => outcome !== 'not-met');
      const explanation =
        counting.length === 0
          ? `None of ${rules.length} rules makes it more than standard.`
          : counting
              .map(({ title, explanation: why, remedy }) =>
                [`${title}: ${why}`, ...(remedy ? [remedy] : [])].join(' '),
              )
              .join('\n');
      ctx.logger.info(`This release is ${releaseClass}.\n${explanation}`);
      ctx.output('class', releaseClass);
      ctx.output(
        'rules',
        counting.map(({ rule }) => rule),
      );
      ctx.output('explanation', explanation);
      ctx.output(
        'approvals',
        protocol.approvals.reduce((sum, { required }) => sum + required, 0),
      );
    },
  });
}
