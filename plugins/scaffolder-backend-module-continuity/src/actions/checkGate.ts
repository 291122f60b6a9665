import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import type { ClientFor } from '../createClients';
import { attempt } from './attempt';
import { yamlOf } from './yamlOf';

/**
 * `continuity:gate:check`: may this be deployed there now? Whatever is not a clear yes
 * fails the task, unless the template says that it goes on and looks at the verdict.
 */
export function createCheckGateAction(clientFor: ClientFor) {
  return createTemplateAction({
    id: 'continuity:gate:check',
    description:
      'Asks whether something may be deployed somewhere now, and records the decision. Fails unless it may, and says why and what to do next.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Go on only if the change may be deployed to production',
        example: yamlOf('continuity:gate:check', {
          entity: 'component:default/payments-api',
          environment: 'production',
          change: '${{ steps.create.output.id }}',
        }),
      },
    ],
    schema: {
      input: {
        entity: z => z.string().describe('Entity ref of what is deployed'),
        environment: z => z.string().describe('Where to, e.g. production'),
        region: z =>
          z.string().describe('Absent: all of the environment').optional(),
        class: z => z.enum(['standard', 'major', 'emergency']).optional(),
        artifactDigest: z =>
          z
            .string()
            .regex(/^sha256:[a-f0-9]{64}$/)
            .optional(),
        change: z => z.string().describe('Id of the change').optional(),
        failUnlessAllowed: z =>
          z
            .boolean()
            .describe(
              'false: the task goes on with any verdict, and the template looks at it. Absent: true',
            )
            .optional(),
      },
      output: {
        verdict: z => z.enum(['allow', 'deny', 'needs-approval']),
        explanation: z =>
          z.string().describe('Why, and what to do next, for people'),
        decision: z =>
          z
            .string()
            .describe('Id in the ledger. Absent in a dry run')
            .optional(),
        validUntil: z =>
          z.string().describe('When it has to be asked again, ISO 8601'),
        nextOpen: z =>
          z
            .string()
            .describe(
              'When time alone makes it allowed. Absent: that is not known, or it is allowed',
            )
            .optional(),
      },
    },
    handler: async ctx => {
      const { failUnlessAllowed = true, ...question } = ctx.input;
      const decision = await attempt(
        'The gate gave no answer, so nothing may be deployed',
        clientFor(ctx).decide(
          { ...question, ...(ctx.isDryRun && { dryRun: true }) },
          {
            signal: ctx.signal,
            // A step that is taken up again is the same question.
            ...(!ctx.isDryRun && {
              idempotencyKey: `scaffolder:${ctx.task.id}:${
                ctx.step?.id ?? 'gate'
              }`,
            }),
          },
        ),
      );
      const { verdict, id, validUntil, nextOpen } = decision;
      const explanation = explain(decision);
      ctx.logger.info(`${verdict}\n${explanation}`);
      ctx.output('verdict', verdict);
      ctx.output('explanation', explanation);
      ctx.output('validUntil', validUntil);
      if (id !== undefined) ctx.output('decision', id);
      if (nextOpen !== undefined) ctx.output('nextOpen', nextOpen);
      if (verdict !== 'allow' && failUnlessAllowed && !ctx.isDryRun) {
        throw new Error(
          `${question.entity} may not be deployed to ${question.environment} now (${verdict}).\n${explanation}`,
        );
      }
    },
  });
}

/** The reasons that count: those against it, or those for it when there are no others. */
function explain({ verdict, reasons }: GateDecision): string {
  return reasons
    .filter(reason => verdict === 'allow' || reason.verdict !== 'allow')
    .map(({ explanation, remedy }) =>
      [explanation, ...(remedy ? [remedy] : [])].join(' '),
    )
    .join('\n');
}
