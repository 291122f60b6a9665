import {
  nextSteps,
  type Check,
  type CheckRegistry,
  type Instant,
  type Scorecard,
  type ScorecardRow,
  type TierDefinition,
} from '@continuity/engine';
import type {
  EntityScorecard,
  RemedyAction,
  Scorecard as ScorecardOut,
  ScorecardChange,
  ScorecardCheck,
  ScorecardResult,
  ScorecardScore,
  ScorecardService,
  ScorecardStanding,
} from '@continuity/plugin-continuity-common';
import { stateOf as exemptionState } from '../exemptions';
import { toIso } from '../http';
import type { PreparedScorecard } from './judgeService';
import { presentExemption } from './presentExemption';
import { rowsOf, type ListedRow, type ResultRow } from './resultRow';
import { isExempt, stateOf } from './states';
import type { StoredChange, StoredExemption } from './types';

export function presentScorecard(
  scorecard: Scorecard,
  checks: Pick<CheckRegistry, 'get'>,
  about: { now: Instant; services: number },
): ScorecardOut {
  const { rolloutAt } = scorecard;
  return {
    id: scorecard.id,
    title: scorecard.title,
    ...(scorecard.description !== undefined && {
      description: scorecard.description,
    }),
    ...(scorecard.owner !== undefined && { owner: scorecard.owner }),
    environment: scorecard.environment,
    ...(rolloutAt !== undefined && { rolloutAt: toIso(rolloutAt) }),
    inForce: rolloutAt === undefined || rolloutAt <= about.now,
    checks: scorecard.checks.map(({ check, weight, remedy }) =>
      presentCheck(checks.get(check), { check, weight, remedy }),
    ),
    levels: scorecard.levels.map(({ requires, ...level }) => ({
      ...level,
      requires: [...requires],
    })),
    services: about.services,
  };
}

function presentCheck(
  check: Check | undefined,
  asked: { check: string; weight: number; remedy?: RemedyAction | object },
): ScorecardCheck {
  return {
    id: asked.check,
    title: check?.title ?? asked.check,
    question: check?.question ?? asked.check,
    weight: asked.weight,
    needs: check ? check.needs.map(({ id }) => id) : [],
    ...(asked.remedy && { remedy: actionOf(asked.remedy) }),
  };
}

/** An action leaves as it was configured. */
function actionOf(remedy: object): RemedyAction {
  return { title: '', ...remedy };
}

/** A row of the heat map. @param isOverdue - it was not judged since it was to be */
export function presentResult(
  row: ListedRow,
  { scorecard, layout }: PreparedScorecard,
  tiers: readonly TierName[],
  isOverdue: boolean,
): ScorecardResult {
  const isOther = row.layout !== layout;
  const ids = scorecard.checks.map(({ check }) => check);
  const letters = isOther ? '' : row.states;
  return {
    service: presentService(row, tiers),
    standing: isOther ? {} : standingOf(row, scorecard),
    points: pointsOf(row),
    ...scoreOf(row),
    risk: row.risk,
    states: ids.map((_, at) => stateOf(letters.charAt(at))),
    exempt: ids.filter((_, at) => isExempt(letters.charAt(at))),
    stale: isOther || isOverdue,
    judgedAt: toIso(Number(row.judged_at)),
  };
}

/** What a tier is called. */
export type TierName = Pick<TierDefinition, 'id' | 'title'>;

export function presentService(
  row: ListedRow,
  tiers: readonly TierName[],
): ScorecardService {
  return {
    entityRef: row.entity_ref,
    name: row.name,
    ...(row.title !== null && { title: row.title }),
    ...(row.owner !== '' && { owner: row.owner }),
    ...(row.system !== '' && { system: row.system }),
    tier: row.tier,
    ...tierTitle(row.tier, tiers),
  };
}

/** Absent where it is no tier, or one that is configured no more. */
export function tierTitle(
  tier: string,
  tiers: readonly TierName[],
): { tierTitle?: string } {
  const title = tiers.find(({ id }) => id === tier)?.title;
  return title === undefined ? {} : { tierTitle: title };
}

/** Everything that a scorecard says of a service. */
export function presentEntityScorecard(
  row: ResultRow,
  { scorecard, layout }: PreparedScorecard,
  checks: Pick<CheckRegistry, 'get'>,
  about: {
    now: Instant;
    services: number;
    dueAt?: Instant;
    exemptions: readonly StoredExemption[];
  },
): EntityScorecard {
  const { now } = about;
  const isOther = row.layout !== layout;
  const rows = rowsOf(row);
  const steps = nextSteps({
    rows,
    standing: missingFor(row.level, scorecard, rows),
  });
  const untils = rows.flatMap(({ until, exemption }) => [
    ...(until === undefined ? [] : [until]),
    ...(exemption ? [exemption.until] : []),
  ]);
  return {
    scorecard: presentScorecard(scorecard, checks, about),
    standing: isOther ? {} : withNext(row, scorecard, rows),
    points: pointsOf(row),
    ...scoreOf(row),
    checks: rows.map(judged =>
      presentEntityCheck(judged, scorecard, checks, about),
    ),
    nextSteps: steps.map(({ check }) => check),
    ...(untils.length > 0 && { until: toIso(Math.min(...untils)) }),
    stale: isOther || (about.dueAt !== undefined && about.dueAt <= now),
    judgedAt: toIso(Number(row.judged_at)),
    ...(row.changed_at !== null && {
      lastChangeAt: toIso(Number(row.changed_at)),
    }),
    ...(row.level_lost_at !== null && {
      levelLostAt: toIso(Number(row.level_lost_at)),
    }),
  };
}

function presentEntityCheck(
  row: ScorecardRow,
  scorecard: Scorecard,
  checks: Pick<CheckRegistry, 'get'>,
  { now, exemptions }: { now: Instant; exemptions: readonly StoredExemption[] },
): EntityScorecard['checks'][number] {
  const check = checks.get(row.check);
  const asked = scorecard.checks.find(other => other.check === row.check);
  const own = exemptions.filter(
    one => one.check === row.check && one.scorecard === scorecard.id,
  );
  const inForce = own.findLast(one => exemptionState(one, now) === 'in-force');
  const requested = own.find(one => exemptionState(one, now) === 'requested');
  return {
    check: row.check,
    title: check?.title ?? row.check,
    question: check?.question ?? row.check,
    weight: row.weight,
    state: row.state,
    reason: row.reason,
    ...(row.remedy !== undefined && { remedy: row.remedy }),
    ...(asked?.remedy &&
      row.state !== 'pass' &&
      row.state !== 'not-applicable' && { action: actionOf(asked.remedy) }),
    evidence: row.evidence,
    ...(row.until !== undefined && { until: toIso(row.until) }),
    ...(inForce && { exemption: presentExemption(inForce, now) }),
    ...(requested && { requested: presentExemption(requested, now) }),
  };
}

export function presentChange(change: StoredChange): ScorecardChange {
  return {
    at: toIso(change.at),
    ...(change.level !== undefined && { level: change.level }),
    ...(change.levelBefore !== undefined && {
      levelBefore: change.levelBefore,
    }),
    ...(change.score && { score: inPercent(change.score) }),
    checks: change.checks.map(check => ({ ...check })),
  };
}

function inPercent({ worst, best }: { worst: number; best: number }) {
  return { worst: worst / 10, best: best / 10 };
}

function scoreOf({ worst, best }: ListedRow): { score?: ScorecardScore } {
  return worst === null || best === null
    ? {}
    : { score: inPercent({ worst, best }) };
}

function pointsOf({ pass, fail, unknown, exempt, total }: ListedRow) {
  return { pass, fail, unknown, exempt, total };
}

function standingOf(
  { level, level_at_best: atBest }: ListedRow,
  { levels }: Scorecard,
): ScorecardStanding {
  return {
    ...(levels[level] && { level: levels[level].id }),
    ...(levels[atBest] && { levelAtBest: levels[atBest].id }),
  };
}

function withNext(
  row: ListedRow,
  scorecard: Scorecard,
  rows: readonly ScorecardRow[],
): ScorecardStanding {
  const standing = standingOf(row, scorecard);
  const { next } = missingFor(row.level, scorecard, rows);
  if (!next || row.total === 0) return standing;
  const { atLeast } = scorecard.levels[row.level + 1];
  const isTooLow =
    atLeast !== undefined && row.pass * 100 < atLeast * row.total;
  return {
    ...standing,
    next: { ...next, ...(isTooLow && { atLeast }) },
  };
}

/** What the level above requires and does not pass. */
function missingFor(
  level: number,
  { levels }: Scorecard,
  rows: readonly ScorecardRow[],
): { next?: { level: string; missing: string[] } } {
  const above = levels.at(level + 1);
  if (!above) return {};
  const met = new Set(
    rows
      .filter(({ state }) => state === 'pass' || state === 'not-applicable')
      .map(({ check }) => check),
  );
  return {
    next: {
      level: above.id,
      missing: above.requires.filter(check => !met.has(check)),
    },
  };
}
