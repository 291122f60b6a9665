import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { rollbackPlan } from '@continuity/engine';
import { parseDocument } from 'yaml';
import type { ClientFor } from '../createClients';
import { findPlanProblems } from '../rollbackPlan/findPlanProblems';
import { attempt } from './attempt';
import { yamlOf } from './yamlOf';

/** More than anybody writes, and little enough to be read at once. */
const MAX_BYTES = 200_000;

/**
 * `continuity:rollback-plan:validate`: can this plan of going back be relied on? By the
 * rules of the portal's own evidence and check.
 *
 * @param now - epoch ms
 */
export function createValidateRollbackPlanAction(
  clientFor: ClientFor,
  now: () => number = Date.now,
) {
  return createTemplateAction({
    id: 'continuity:rollback-plan:validate',
    description:
      'Says whether a rollback plan names steps, owner, deadline, duration and what becomes of data, was reviewed lately, and is faster than the recovery time objective. Fails when it is not, unless told otherwise.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Validate the plan in a repository, and report it',
        example: yamlOf('continuity:rollback-plan:validate', {
          entity: 'component:default/payments-api',
          path: 'continuity/rollback-plan.yaml',
          submit: true,
        }),
      },
      {
        description: 'Look at a plan that was typed, and go on in any case',
        example: yamlOf('continuity:rollback-plan:validate', {
          entity: 'component:default/payments-api',
          plan: {
            steps: ['Deploy 2.3.9'],
            decisionOwner: 'group:default/team-payments',
            decisionDeadline: 'PT15M',
            expectedDuration: 'PT10M',
            dataHandling: 'The schema does not change.',
            reviewed: '2026-11-01T09:00:00Z',
          },
          failOnProblems: false,
        }),
      },
    ],
    schema: {
      input: {
        entity: z => z.string().describe('Entity ref of whose plan it is'),
        environment: z =>
          z
            .string()
            .describe('Absent: the plan is for every environment')
            .optional(),
        plan: z =>
          z
            .record(z.unknown())
            .describe('The plan. Absent: it is read from a file')
            .optional(),
        path: z =>
          z
            .string()
            .describe('YAML or JSON file in the workspace. Absent: see plan')
            .optional(),
        reviewed: z =>
          z
            .string()
            .describe(
              'When it was last reviewed, ISO 8601 with offset. Absent: as the plan says',
            )
            .optional(),
        failOnProblems: z =>
          z
            .boolean()
            .describe(
              'false: the task goes on, and the template looks at the output. Absent: true',
            )
            .optional(),
        submit: z =>
          z
            .boolean()
            .describe(
              'Reports it as evidence when nothing is wrong with it. Absent: false',
            )
            .optional(),
      },
      output: {
        valid: z => z.boolean().describe('Whether it can be relied on'),
        problems: z =>
          z
            .array(
              z.object({
                path: z.string(),
                what: z.string(),
                why: z.string(),
                remedy: z.string(),
              }),
            )
            .describe('Everything that is wrong with it, with its field'),
        explanation: z => z.string().describe('The same, for people'),
        evidence: z =>
          z
            .string()
            .describe('Id of the evidence. Absent: it was not reported')
            .optional(),
      },
    },
    handler: async ctx => {
      const { entity, environment, failOnProblems = true, submit } = ctx.input;
      const raw = await readPlan(ctx.workspacePath, ctx.input);
      const client = clientFor(ctx);
      const { profile, entityRef } = await attempt(
        'The plan was not validated',
        client.getEntity(entity, { signal: ctx.signal }),
      );
      const judged = findPlanProblems(raw, {
        entityRef,
        environment,
        profile,
        reviewed: ctx.input.reviewed,
        now: now(),
      });
      const problems = judged.ok ? [] : judged.problems;
      const explanation = judged.ok
        ? judged.reason
        : problems
            .map(({ path, what, why, remedy }) =>
              [path && `${path}:`, what, why, remedy]
                .filter(text => text !== '')
                .join(' '),
            )
            .join('\n');
      ctx.output('valid', judged.ok);
      ctx.output('problems', problems);
      ctx.output('explanation', explanation);
      if (!judged.ok) {
        ctx.logger.warn(explanation);
        if (failOnProblems) {
          throw new InputError(
            `The rollback plan of ${entityRef} cannot be relied on.\n${explanation}`,
          );
        }
        return;
      }
      ctx.logger.info(explanation);
      if (!submit) return;
      if (ctx.isDryRun) {
        ctx.logger.info('Dry run: it was not reported as evidence.');
        return;
      }
      const { id } = await attempt(
        'The plan can be relied on, but it was not reported',
        client.createEvidence(
          {
            kind: rollbackPlan.id,
            source: 'scaffolder',
            // A step that is taken up again reports the same piece.
            externalId: `${ctx.task.id}:${ctx.step?.id ?? 'rollback-plan'}`,
            entityRef,
            ...(environment !== undefined && { environment }),
            observedAt: judged.reviewed,
            payload: judged.payload,
          },
          { signal: ctx.signal },
        ),
      );
      ctx.logger.info(`Reported it as evidence ${id}.`);
      ctx.output('evidence', id);
    },
  });
}

async function readPlan(
  workspace: string,
  input: { plan?: unknown; path?: string },
): Promise<unknown> {
  if ((input.plan === undefined) === (input.path === undefined)) {
    throw new InputError(
      'plan, path: expected either of them, a plan or the file that holds it',
    );
  }
  if (input.path === undefined) return input.plan;
  const text = await readFile(
    resolveSafeChildPath(workspace, input.path),
    'utf8',
  ).catch(error => {
    throw new InputError(`path: ${input.path} cannot be read`, error);
  });
  if (text.length > MAX_BYTES) {
    throw new InputError(
      `path: ${input.path} is too long to be a plan; expected at most ${MAX_BYTES} characters`,
    );
  }
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new InputError(
      `path: ${input.path} is not YAML: ${document.errors[0].message}`,
    );
  }
  return document.toJS();
}
