import { setTimeout as wait } from 'node:timers/promises';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  Change,
  ChangeState,
  ChangeSummary,
} from '@continuity/plugin-continuity-common';
import type { ClientFor } from '../createClients';
import { attempt } from './attempt';
import { yamlOf } from './yamlOf';

/** States in which somebody waits for each moment of its life in vain. */
const OVER: readonly ChangeState[] = ['cancelled', 'rejected', 'expired'];

/** States in which a moment of its life has come; once begun, it was approved. */
const REACHED = {
  approved: ['approved', 'scheduled', 'implementing', 'in-review', 'closed'],
  scheduled: ['scheduled', 'implementing', 'in-review', 'closed'],
  closed: ['closed'],
} as const satisfies Record<string, readonly ChangeState[]>;

const DEFAULT_MINUTES = 30;
/** Whoever starts a task is signed in for an hour; after that the portal refuses to answer. */
const MAX_MINUTES = 55;

/**
 * `continuity:change:await`: waits until a change is approved, scheduled or closed. A
 * suspended approval is none.
 *
 * @param pauseMs - between two looks
 */
export function createAwaitChangeAction(
  clientFor: ClientFor,
  pauseMs: number = 10_000,
) {
  return createTemplateAction({
    id: 'continuity:change:await',
    description:
      'Waits until a change is approved, scheduled or closed, and tells how far it is. Fails when the change is refused, cancelled or expires, or when the time is over.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Wait up to 45 minutes for the approval of a change',
        example: yamlOf('continuity:change:await', {
          id: '${{ steps.create.output.id }}',
          for: 'approved',
          timeoutMinutes: 45,
        }),
      },
    ],
    schema: {
      input: {
        id: z => z.string().uuid().describe('Id of the change'),
        for: z =>
          z
            .enum(['approved', 'scheduled', 'closed'])
            .describe('Absent: approved')
            .optional(),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .max(MAX_MINUTES)
            .describe(`How long at most. Absent: ${DEFAULT_MINUTES}`)
            .optional(),
      },
      output: {
        state: z => z.string().describe('Where it stands').optional(),
      },
    },
    handler: async ctx => {
      const { id, for: aim = 'approved', timeoutMinutes } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Dry run: nobody waits until it is ${aim}.`);
        return;
      }
      const client = clientFor(ctx);
      const minutes = timeoutMinutes ?? DEFAULT_MINUTES;
      const deadline = Date.now() + minutes * 60_000;
      for (let told = ''; ; ) {
        ctx.signal?.throwIfAborted();
        const change = await attempt(
          'The change could not be read',
          client.getChange(id, { signal: ctx.signal }),
        );
        const { summary } = change;
        if (hasReached(summary, aim)) {
          ctx.logger.info(`The change is ${summary.state}.`);
          ctx.output('state', summary.state);
          return;
        }
        if (OVER.includes(summary.state)) {
          throw new Error(
            `The change is ${summary.state} and will not be ${aim}. Raise another one, or see why: /continuity/changes/${id}`,
          );
        }
        const now = progressOf(change);
        if (now !== told) ctx.logger.info(now);
        told = now;
        if (Date.now() + pauseMs > deadline) {
          throw new Error(
            `After ${minutes} minutes the change is not ${aim}. ${now} See who must act: /continuity/changes/${id}`,
          );
        }
        await wait(pauseMs, undefined, { signal: ctx.signal });
      }
    },
  });
}

function hasReached(
  { state, suspended }: ChangeSummary,
  aim: keyof typeof REACHED,
): boolean {
  const states: readonly ChangeState[] = REACHED[aim];
  return states.includes(state) && (!suspended || aim === 'closed');
}

function progressOf({ summary, approvals }: Change): string {
  const { state, suspended, seats } = summary;
  return [
    `It is ${state}; ${seats.filled} of ${seats.required} seats are filled.`,
    ...(suspended
      ? ['Its approval is suspended, because something is different.']
      : []),
    ...(approvals.shortage ? [approvals.shortage] : []),
    ...(approvals.missing ? [approvals.missing] : []),
  ].join(' ');
}
