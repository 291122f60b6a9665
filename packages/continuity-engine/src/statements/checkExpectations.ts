import { formatInstant, parseInstant, type Instant } from '../time';
import type { DecisionStatement, StatementRefusal } from './types';

/** What a statement has to be about. An absent part is not compared. */
export interface StatementExpectations {
  /** Entity ref in lower case. */
  entity?: string;
  environment?: string;
  /** Absent beside `environment`: all of it, so that one region is not enough. */
  region?: string;
  /** `sha256:` and 64 hexadecimal digits in lower case. */
  digest?: string;
  /** The moment at which it is relied on. */
  now: Instant;
}

/** How far the clock of whoever verifies may be behind. */
const TOLERANCE_MS = 60_000;

/**
 * Everything that keeps a verified statement from opening the way; nothing when it does.
 *
 * Its time runs from the moment that was asked about, not from that of the decision: an
 * allow for next week opens nothing today.
 */
export function checkExpectations(
  { predicate }: DecisionStatement,
  expected: StatementExpectations,
): StatementRefusal[] {
  const { request, verdict } = predicate;
  const refusals: StatementRefusal[] = [];
  const refuse = (code: StatementRefusal['code'], why: string, next: string) =>
    refusals.push({ code, why, next });

  if (expected.entity !== undefined && expected.entity !== request.entity) {
    refuse(
      'entity',
      `It is about ${request.entity}, not ${expected.entity}.`,
      `Ask the gate about ${expected.entity}.`,
    );
  }
  const { environment, region } = expected;
  if (environment !== undefined && environment !== request.environment) {
    refuse(
      'environment',
      `It is for ${request.environment}, not ${environment}.`,
      `Ask the gate about ${environment}.`,
    );
  } else if (
    region !== request.region &&
    (region !== undefined || environment !== undefined)
  ) {
    refuse(
      'region',
      `It is for ${request.region ?? 'all regions together'}, not ${
        region ?? 'all regions together'
      }.`,
      'Verify for what was asked about, or ask the gate about what is to be deployed.',
    );
  }
  if (
    expected.digest !== undefined &&
    expected.digest !== request.artifactDigest
  ) {
    refuse(
      'digest',
      `It is for ${
        request.artifactDigest ?? 'no artifact in particular'
      }, not ${expected.digest}.`,
      'Ask the gate about this artifact (--digest), and deploy no other.',
    );
  }
  refusals.push(...checkTime(predicate, expected.now));
  if (verdict !== 'allow') {
    const against = predicate.reasons.find(
      reason => reason.verdict === verdict,
    );
    refuse(
      'verdict',
      `The gate answered "${verdict}"${
        against ? `: ${against.explanation}` : '.'
      }`,
      `Do what decision ${predicate.id} asks for, then ask the gate again.`,
    );
  }
  return refusals;
}

function checkTime(
  { request, validUntil }: DecisionStatement['predicate'],
  now: Instant,
): StatementRefusal[] {
  const from = parseInstant(request.at);
  const until = parseInstant(validUntil);
  const at = formatInstant(now);
  if (from === undefined || now + TOLERANCE_MS < from) {
    return [
      {
        code: 'not-yet',
        why: `It was asked about ${request.at}, and it is ${at}.`,
        next: 'Wait until then, or ask the gate about now; if it is later than that, set the clock.',
      },
    ];
  }
  if (until === undefined || now >= until) {
    return [
      {
        code: 'expired',
        why: `It could be relied on until ${validUntil}, and it is ${at}.`,
        next: 'Ask the gate again; to look at what was valid earlier, name the moment with --at.',
      },
    ];
  }
  return [];
}
