import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { formatInstant, parseInstant, showValue, type Instant } from '../time';
import type { EvidenceRegistry } from './createEvidenceRegistry';
import { describePayloadProblem } from './payloadLimits';
import { instantText, lineText } from './payloadSchemas';
import { problemsOf } from './schemaProblems';
import type { EvidenceKind, EvidenceSubmission } from './types';

/** Clocks of pipelines run ahead by a little; more than this is a mistake. */
const MAX_AHEAD_MS = 5 * 60 * 1000;

export type ParsedSubmission =
  | { ok: true; submission: EvidenceSubmission; kind: EvidenceKind }
  | {
      ok: false;
      /** What is wrong, e.g. `payload.outcome`; empty for the submission as a whole. */
      field: string;
      message: string;
    };

const envelope = z.strictObject({
  kind: z.string().min(1).max(100),
  source: lineText(100),
  externalId: lineText(200),
  entityRef: z
    .string()
    .max(400)
    .regex(/^[\w.-]+:([\w.-]+\/)?[\w.-]+$/, {
      error: 'expected an entity ref, e.g. component:default/payments-api',
    }),
  environment: lineText(100).optional(),
  region: lineText(100).optional(),
  observedAt: instantText,
  payload: z.record(z.string(), z.unknown(), { error: 'expected an object' }),
});

/**
 * Checks a report as it arrived, and gives it in the form that is stored: entity ref
 * canonical, `observedAt` in UTC, payload as its kind understands it. Only the first
 * problem is named.
 *
 * @param value - anything, e.g. one item of a batch
 * @param context - `now` in epoch ms, for refusing what was observed in the future
 */
export function parseSubmission(
  value: unknown,
  registry: EvidenceRegistry,
  context: { now: Instant },
): ParsedSubmission {
  const parsed = envelope.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    return firstProblem(parsed.error, '');
  }
  const report = parsed.data;
  const kind = registry.get(report.kind);
  if (!kind) {
    const known = registry.list().map(({ id }) => id);
    return refuse(
      'kind',
      `${showValue(
        report.kind,
      )} is not a known kind of evidence: expected one of ${known.join(', ')}`,
    );
  }
  const subjectProblem = describeSubjectProblem(kind, report);
  if (subjectProblem) {
    return subjectProblem;
  }
  const observedAt = parseInstant(report.observedAt) ?? NaN;
  if (!(observedAt <= context.now + MAX_AHEAD_MS)) {
    return refuse(
      'observedAt',
      `${showValue(
        report.observedAt,
      )} lies in the future: it is ${formatInstant(
        context.now,
      )} now, and at most 5 minutes ahead are accepted`,
    );
  }
  const payloadProblem = describePayloadProblem(report.payload);
  if (payloadProblem) {
    return refuse('payload', payloadProblem);
  }
  const payload = kind.schema.safeParse(report.payload, { reportInput: true });
  if (!payload.success) {
    return firstProblem(payload.error, 'payload');
  }
  return {
    ok: true,
    kind,
    submission: {
      ...report,
      entityRef: stringifyEntityRef(parseEntityRef(report.entityRef)),
      observedAt: formatInstant(observedAt),
      payload: payload.data,
    },
  };
}

function describeSubjectProblem(
  kind: EvidenceKind,
  report: { environment?: string; region?: string },
): ParsedSubmission | undefined {
  const { environment, region } = report;
  if (kind.subject.environment === 'required' && environment === undefined) {
    return refuse(
      'environment',
      `is missing: evidence of kind "${kind.id}" is about one environment`,
    );
  }
  if (kind.subject.environment === 'none' && environment !== undefined) {
    return refuse(
      'environment',
      `${showValue(environment)}: evidence of kind "${
        kind.id
      }" is about the whole service; leave the environment out`,
    );
  }
  if (region !== undefined && environment === undefined) {
    return refuse(
      'region',
      `${showValue(
        region,
      )}: a region is part of an environment, and none is named`,
    );
  }
  return undefined;
}

function firstProblem(error: z.ZodError, root: string): ParsedSubmission {
  const [problem] = problemsOf(error, root);
  return problem
    ? refuse(problem.path, problem.message)
    : refuse(root, 'is not valid');
}

function refuse(field: string, message: string): ParsedSubmission {
  return { ok: false, field, message };
}
