import { ResponseError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  Change,
  ContinuityClient,
} from '@continuity/plugin-continuity-common';
import type { ClientFor } from '../createClients';
import { attempt } from './attempt';
import { entities, environments, facts, regions, window } from './fields';
import { yamlOf } from './yamlOf';

/** The steps that the author of a change can take alone, by where it stands. */
const STEPS = [
  { from: 'draft', event: 'assess' },
  { from: 'assessed', event: 'request-approval' },
] as const;

const STEPS_TO = { draft: 0, assessed: 1, 'awaiting-approval': 2 } as const;

/**
 * `continuity:change:create`: raises a change request as whoever started the task, and
 * takes it as far as its author can. Nobody approves by a template.
 */
export function createCreateChangeAction(clientFor: ClientFor) {
  return createTemplateAction({
    id: 'continuity:change:create',
    description:
      'Raises a change request and says what it still lacks. It stays where it is when a step is refused; the task goes on.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Raise a change and put it up for approval',
        example: yamlOf('continuity:change:create', {
          title: 'Release 2.4.0 of the payments API',
          entities: ['component:default/payments-api'],
          environments: ['production'],
          window: {
            start: '2026-12-01T20:00:00+01:00',
            end: '2026-12-01T22:00:00+01:00',
          },
          plan: 'Roll out one region after the other.',
          rollbackPlan: {
            steps: ['Deploy 2.3.9'],
            decisionOwner: 'user:default/anna.keller',
            decisionDeadline: 'PT15M',
            expectedDuration: 'PT10M',
            dataHandling: 'The schema does not change.',
          },
          facts: { migration: 'none' },
          to: 'awaiting-approval',
        }),
      },
    ],
    schema: {
      input: {
        title: z => z.string().describe('What is done, in a line'),
        description: z => z.string().optional(),
        entities,
        environments,
        regions,
        digests: z =>
          z.record(z.string()).describe('sha256:... by entity ref').optional(),
        window,
        class: z =>
          z
            .enum(['standard', 'major', 'emergency'])
            .describe(
              'Absent: the computed one. Below it, a reason and an approval are needed',
            )
            .optional(),
        classReason: z => z.string().optional(),
        incident: z =>
          z
            .string()
            .describe('Reference of the incident; an emergency needs it')
            .optional(),
        plan: z => z.string().optional(),
        rollbackPlan: z =>
          z
            .object({
              steps: z.array(z.string()).optional(),
              decisionOwner: z
                .string()
                .describe('Ref of who decides to go back')
                .optional(),
              decisionDeadline: z
                .string()
                .describe('ISO 8601 duration after the beginning')
                .optional(),
              expectedDuration: z
                .string()
                .describe('ISO 8601 duration; within the RTO')
                .optional(),
              dataHandling: z.string().optional(),
            })
            .strict()
            .optional(),
        tests: z =>
          z
            .array(
              z.object({ summary: z.string(), link: z.string().optional() }),
            )
            .optional(),
        communication: z => z.string().optional(),
        implementer: z => z.string().describe('User ref').optional(),
        committers: z => z.array(z.string()).describe('User refs').optional(),
        facts,
        to: z =>
          z
            .enum(['draft', 'assessed', 'awaiting-approval'])
            .describe('How far to take it. Absent: it stays a draft')
            .optional(),
      },
      output: {
        id: z => z.string().describe('Absent in a dry run').optional(),
        link: z => z.string().describe('Path of its page in the portal'),
        class: z => z.enum(['standard', 'major', 'emergency']),
        state: z => z.string().describe('Where it stands').optional(),
        missing: z =>
          z
            .array(z.object({ path: z.string(), message: z.string() }))
            .describe('What it has to say and does not')
            .optional(),
        explanation: z =>
          z.string().describe('Where it stands and what it lacks, for people'),
      },
    },
    handler: async ctx => {
      const { to = 'draft', ...content } = ctx.input;
      const client = clientFor(ctx);
      if (ctx.isDryRun) {
        const {
          entities: refs,
          environments: places,
          regions: parts,
        } = content;
        const { class: releaseClass } = await attempt(
          'The release was not classified',
          client.classifyRelease({
            entities: refs,
            environments: places,
            ...(parts && { regions: parts }),
            ...(content.window && { window: content.window }),
            ...(content.incident && { incident: content.incident }),
            facts: content.facts ?? {},
          }),
        );
        const explanation = `Dry run: no change was raised. It would be ${releaseClass}.`;
        ctx.logger.info(explanation);
        ctx.output('explanation', explanation);
        ctx.output('class', releaseClass);
        ctx.output('link', '/continuity/changes');
        return;
      }
      // A task that is taken up again must not raise it twice.
      const id = await ctx.checkpoint({
        key: 'continuity.change.create',
        fn: async () => {
          const { summary } = await attempt(
            'The change was not raised',
            client.createChange({ content }),
          );
          return summary.id;
        },
      });
      ctx.output('id', id);
      ctx.output('link', `/continuity/changes/${id}`);
      const change = await takeFurther(client, id, STEPS_TO[to], refusal =>
        ctx.logger.warn(refusal),
      );
      const { summary, problems } = change;
      const explanation = [
        `It is ${summary.state}.`,
        ...problems.map(({ path, message }) => `It lacks ${path}: ${message}`),
      ].join('\n');
      ctx.logger.info(`Raised ${summary.class} change ${id}. ${explanation}`);
      ctx.output('class', summary.class);
      ctx.output('state', summary.state);
      ctx.output('missing', problems);
      ctx.output('explanation', explanation);
    },
  });
}

/** Takes the change up to the first of these steps that is refused. */
async function takeFurther(
  client: ContinuityClient,
  id: string,
  steps: number,
  tell: (refusal: string) => void,
): Promise<Change> {
  let change = await client.getChange(id);
  for (const { from, event } of STEPS.slice(0, steps)) {
    const { state, revision } = change.summary;
    if (state !== from) continue;
    try {
      change = await client.moveChange(id, { event, revision });
    } catch (error) {
      if (!ResponseError.is(error) || error.statusCode !== 409) throw error;
      tell(`It stays ${state}: ${error.cause.message}`);
      return change;
    }
  }
  return change;
}
