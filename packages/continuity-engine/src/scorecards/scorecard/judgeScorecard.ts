import type { Entity } from '@backstage/catalog-model';
import type { Evidence } from '../../evidence';
import type { ContinuityProfile } from '../../tiers/types';
import type { Instant } from '../../time';
import type { CheckRegistry } from '../createCheckRegistry';
import { EvidenceShelf } from '../EvidenceShelf';
import { runCheckInRegions } from '../runCheckInRegions';
import type { Check, CheckResult } from '../types';
import { appliesTo, type Applies } from './applies';
import { countPoints, scoreOf } from './score';
import { standingOf } from './standing';
import type {
  AppliedExemption,
  Scorecard,
  ScorecardCheck,
  ScorecardJudgement,
  ScorecardRow,
} from './types';

/** Everything that a scorecard may know of a service. */
export interface ScorecardSubject {
  now: Instant;
  entityRef: string;
  entity: Entity;
  profile: ContinuityProfile;
  /** What tiers are called, by id. Absent, or one is not there: its id is said. */
  tierTitles?: ReadonlyMap<string, string>;
  /** Where the service is deployed. */
  environments: readonly { name: string; region?: string }[];
  evidence: readonly Evidence[] | EvidenceShelf;
  /**
   * By the id of the check: exemptions that were approved. One that is over by `now` does
   * not count. Absent: none.
   */
  exemptions?: ReadonlyMap<string, AppliedExemption>;
}

/**
 * What a scorecard says of a service. Never throws. The formula stands in
 * `docs/scorecards.md`; its laws are:
 *
 * - unknown is not a pass, and counts for nothing but the best case;
 * - an exemption changes no score and no level: it is an agreement about what is asked of
 *   people, and no result;
 * - what does not apply is left out, of the total too.
 */
export function judgeScorecard(
  scorecard: Scorecard,
  checks: Pick<CheckRegistry, 'get'>,
  subject: ScorecardSubject,
): ScorecardJudgement {
  const { entityRef, evidence } = subject;
  const shelf =
    evidence instanceof EvidenceShelf
      ? evidence
      : EvidenceShelf.of(entityRef, evidence);
  const regions = regionsOf(scorecard, subject);
  const matter: RowMatter = { ...subject, evidence: shelf, regions };
  const rows = scorecard.checks.map(asked =>
    judgeRow(asked, checks.get(asked.check), scorecard, matter),
  );
  const points = countPoints(rows);
  const score = scoreOf(points);
  const moments = rows.flatMap(({ until, exemption }) => [
    ...(until === undefined ? [] : [until]),
    ...(exemption ? [exemption.until] : []),
  ]);
  return {
    scorecard: scorecard.id,
    rows,
    points,
    ...(score && { score }),
    standing: standingOf(scorecard, rows, points),
    ...(moments.length > 0 && { until: Math.min(...moments) }),
  };
}

interface RowMatter extends ScorecardSubject {
  evidence: EvidenceShelf;
  regions: string[];
}

function regionsOf(
  { environment }: Scorecard,
  { environments }: ScorecardSubject,
): string[] {
  return environments.flatMap(({ name, region }) =>
    name === environment && region !== undefined ? [region] : [],
  );
}

function judgeRow(
  { check: id, weight, appliesTo: entry }: ScorecardCheck,
  check: Check | undefined,
  { environment }: Scorecard,
  subject: RowMatter,
): ScorecardRow {
  if (!check) {
    return row({ weight, exemption: undefined }, notRegistered(id));
  }
  const applies = strictest(
    appliesTo(check.appliesTo, subject),
    appliesTo(entry, subject),
  );
  if (applies.applies === 'no') {
    return {
      check: id,
      weight,
      state: 'not-applicable',
      reason: applies.reason,
      evidence: [],
    };
  }
  const exemption = subject.exemptions?.get(id);
  const holding =
    exemption && exemption.until > subject.now ? exemption : undefined;
  if (applies.applies === 'unknown') {
    const { reason, remedy } = applies;
    return row(
      { weight, exemption: holding },
      { check: id, verdict: 'unknown', reason, remedy, evidence: [] },
    );
  }
  const { now, entityRef, profile, evidence, regions } = subject;
  return row(
    { weight, exemption: holding },
    runCheckInRegions(
      check,
      { now, entityRef, profile, environment, evidence },
      regions,
    ),
  );
}

/** Left out where either does not apply; then unknown where either is. */
function strictest(one: Applies, other: Applies): Applies {
  if (one.applies === 'no' || other.applies === 'yes') return one;
  return other.applies === 'no' || one.applies === 'yes' ? other : one;
}

function row(
  {
    weight,
    exemption,
  }: { weight: number; exemption: AppliedExemption | undefined },
  result: CheckResult,
): ScorecardRow {
  const { verdict, remedy, until } = result;
  const judged: ScorecardRow = {
    check: result.check,
    state: verdict,
    weight,
    reason: result.reason,
    evidence: result.evidence,
  };
  if (remedy !== undefined) judged.remedy = remedy;
  if (until !== undefined) judged.until = until;
  // What passes needs no exemption, and is a pass.
  if (exemption && verdict !== 'pass') judged.exemption = exemption;
  return judged;
}

function notRegistered(id: string): CheckResult {
  return {
    check: id,
    verdict: 'unknown',
    reason: `Check "${id}" does not exist here, so nobody can tell.`,
    remedy: `Have whoever runs Continuity install the module that brings check "${id}", or take it out of the scorecard.`,
    evidence: [],
  };
}
