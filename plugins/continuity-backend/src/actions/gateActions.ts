import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  continuityGateReadPermission,
  type GateDecision,
} from '@continuity/plugin-continuity-common';
import { describeAsker, readQuestion } from '../gate';
import type { ActionOptions } from './registerActions';

const READ_ONLY = { readOnly: true, idempotent: true, destructive: false };

/** Rules that are about windows, and about calendars that nobody can read. */
const CALENDAR_RULES = /^(?:freeze|maintenance|calendar):/;

/** Asking the gate, and having a freeze explained. Nothing is recorded. */
export function registerGateActions({
  registry,
  access,
  gate,
}: Pick<ActionOptions, 'registry' | 'access' | 'gate'>): void {
  const ask = async (
    input: Parameters<typeof readQuestion>[0],
    credentials: BackstageCredentials,
  ): Promise<GateDecision> => {
    const caller = await access.callerOf(
      credentials,
      continuityGateReadPermission,
    );
    const question = readQuestion(input);
    return gate.dryRun(
      question,
      await describeAsker(access, caller, question.entityRef),
    );
  };

  registry.register({
    name: 'can-i-deploy',
    title: 'May this be deployed?',
    description:
      'Says whether a service may be deployed to an environment now: allow, deny or needs-approval, with every reason, what to do about it, and when that changes. Nothing is recorded; a pipeline that deploys asks the gate itself.',
    attributes: READ_ONLY,
    visibilityPermission: continuityGateReadPermission,
    schema: {
      input: z =>
        z.object({
          entity: z
            .string()
            .describe('Entity ref, e.g. component:default/payments-api'),
          environment: z.string().describe('E.g. production'),
          region: z.string().optional(),
          class: z
            .enum(['standard', 'major', 'emergency'])
            .optional()
            .describe('Release class; absent: standard'),
          artifactDigest: z.string().optional().describe('sha256:...'),
          change: z.string().optional().describe('Id of the change request'),
        }),
      output: z =>
        z.object({
          verdict: z.enum(['allow', 'deny', 'needs-approval']),
          reasons: z.array(
            z.object({
              rule: z.string(),
              verdict: z.enum(['allow', 'deny', 'needs-approval']),
              explanation: z.string(),
              remedy: z.string().optional(),
            }),
          ),
          nextOpen: z.string().optional(),
          validUntil: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { verdict, reasons, nextOpen, validUntil } = await ask(
        input,
        credentials,
      );
      return {
        output: {
          verdict,
          reasons: reasons.map(({ rule, explanation, remedy, ...reason }) => ({
            rule,
            verdict: reason.verdict,
            explanation,
            ...(remedy !== undefined && { remedy }),
          })),
          ...(nextOpen !== undefined && { nextOpen }),
          validUntil,
        },
      };
    },
  });

  registry.register({
    name: 'explain-freeze',
    title: 'Why is it frozen?',
    description:
      'Says which freeze and maintenance windows close a service to releases of a class, why, until when, and when it is next open.',
    attributes: READ_ONLY,
    visibilityPermission: continuityGateReadPermission,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe('Entity ref'),
          environment: z.string(),
          class: z.enum(['standard', 'major', 'emergency']).optional(),
        }),
      output: z =>
        z.object({
          frozen: z.boolean(),
          windows: z.array(
            z.object({
              rule: z.string(),
              explanation: z.string(),
              remedy: z.string().optional(),
              until: z.string().optional(),
            }),
          ),
          nextOpen: z
            .string()
            .optional()
            .describe('Absent while it is closed: no end is known'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { reasons, nextOpen } = await ask(input, credentials);
      const closing = reasons.filter(
        ({ rule, verdict }) => verdict !== 'allow' && CALENDAR_RULES.test(rule),
      );
      return {
        output: {
          frozen: closing.length > 0,
          windows: closing.map(({ rule, explanation, remedy, until }) => ({
            rule,
            explanation,
            ...(remedy !== undefined && { remedy }),
            ...(until !== undefined && { until }),
          })),
          ...(nextOpen !== undefined && { nextOpen }),
        },
      };
    },
  });
}
