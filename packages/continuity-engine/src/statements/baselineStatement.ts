import { z } from 'zod';
import { isCanonical } from '../ledger';
import { parseInstant } from '../time';
import { openStatement } from './openStatement';
import {
  STATEMENT_TYPE,
  type StatementRefusal,
  type TrustedKey,
} from './types';

/** What a predicate about a baseline is called. */
export const BASELINE_PREDICATE = 'https://continuity.dev/baseline/v1';

/** What a signed statement says of a baseline, as it was promoted. */
export interface BaselinePredicate {
  /** UUID. */
  id: string;
  /** Entity ref, e.g. `component:default/payments-api`. */
  entity: string;
  environment: string;
  /** Absent: all regions of the environment. */
  region?: string;
  version: number;
  /** UUID of the change under which it was promoted. */
  change: string;
  promotedBy: string;
  /** ISO 8601. */
  promotedAt: string;
}

/** An in-toto statement about a baseline; its subject is the digest of the objects. */
export interface BaselineStatement {
  _type: typeof STATEMENT_TYPE;
  subject: { name: string; digest: { sha256: string } }[];
  predicateType: typeof BASELINE_PREDICATE;
  predicate: BaselinePredicate;
}

/** @param digest - `sha256:` of the objects, as the snapshot has it */
export function makeBaselineStatement(
  predicate: BaselinePredicate,
  digest: string,
): BaselineStatement {
  return {
    _type: STATEMENT_TYPE,
    subject: [
      {
        name: nameOf(predicate),
        digest: { sha256: digest.replace(/^sha256:/, '') },
      },
    ],
    predicateType: BASELINE_PREDICATE,
    predicate,
  };
}

function nameOf({ entity, environment, region }: BaselinePredicate): string {
  return `${entity}@${environment}${region === undefined ? '' : `/${region}`}`;
}

const shape: z.ZodType<BaselineStatement> = z.looseObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(
      z.looseObject({
        name: z.string(),
        digest: z.looseObject({ sha256: z.string().regex(/^[a-f0-9]{64}$/) }),
      }),
    )
    .length(1),
  predicateType: z.literal(BASELINE_PREDICATE),
  predicate: z.looseObject({
    id: z.string().min(1),
    entity: z.string().min(1),
    environment: z.string().min(1),
    region: z.string().optional(),
    version: z.int().min(1),
    change: z.string().min(1),
    promotedBy: z.string().min(1),
    promotedAt: z
      .string()
      .refine(text => parseInstant(text) !== undefined, 'is not a moment'),
  }),
});

/** What a baseline has to be. */
export interface BaselineExpectations {
  entity: string;
  environment: string;
  region?: string;
  /** `sha256:` of the objects that are at hand. */
  digest: string;
  /** Absent: any. */
  version?: number;
}

/**
 * Verifies that a trusted key signed just these objects as the baseline of just this place.
 *
 * @param text - the envelope, as it came
 * @param keys - those that are trusted, and no others
 */
export function verifyBaselineStatement(
  text: string,
  keys: readonly TrustedKey[],
  expected: BaselineExpectations,
):
  | { ok: true; statement: BaselineStatement; keyId: string }
  | { ok: false; refusals: StatementRefusal[] } {
  const opened = openStatement(text, keys);
  if ('refusal' in opened) return { ok: false, refusals: [opened.refusal] };
  const statement = read(opened.payload);
  if (!statement) {
    return {
      ok: false,
      refusals: [
        {
          code: 'statement',
          why: 'What was signed is not a baseline that this version understands.',
          next: 'Take the statement of a baseline, and a version of continuity as new as the portal.',
        },
      ],
    };
  }
  const refusals = compare(statement, expected);
  return refusals.length === 0
    ? { ok: true, statement, keyId: opened.keyId }
    : { ok: false, refusals };
}

function read(payload: Uint8Array): BaselineStatement | undefined {
  try {
    const text = new TextDecoder('utf-8', {
      fatal: true,
      ignoreBOM: true,
    }).decode(payload);
    // In that form a value has one text, so two readers never see two things.
    if (!isCanonical(text)) return undefined;
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function compare(
  { subject, predicate }: BaselineStatement,
  expected: BaselineExpectations,
): StatementRefusal[] {
  const refusals: StatementRefusal[] = [];
  const place = nameOf({ ...predicate, ...expected, region: expected.region });
  const refuse = (code: StatementRefusal['code'], why: string) =>
    refusals.push({
      code,
      why,
      next: 'Do not compare with it; fetch the baseline anew from the portal.',
    });
  if (subject[0].name !== place || nameOf(predicate) !== place) {
    refuse('entity', `It is of ${nameOf(predicate)}, not of ${place}.`);
  }
  if (`sha256:${subject[0].digest.sha256}` !== expected.digest) {
    refuse(
      'digest',
      `It is for sha256:${subject[0].digest.sha256}, and the objects are ${expected.digest}.`,
    );
  }
  if (
    expected.version !== undefined &&
    predicate.version !== expected.version
  ) {
    refuse(
      'statement',
      `It is of version ${predicate.version}, not ${expected.version}.`,
    );
  }
  return refusals;
}
