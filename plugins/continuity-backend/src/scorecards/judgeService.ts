import { createHash, randomUUID } from 'node:crypto';
import {
  EvidenceShelf,
  formatInstant,
  isInAudience,
  judgeScorecard,
  type AppliedExemption,
  type CheckRegistry,
  type Evidence,
  type Instant,
  type LedgerEntry,
  type Scorecard,
  type ScorecardJudgement,
} from '@continuity/engine';
import type { CatalogService } from '../catalog';
import { entityOwner } from '../graph';
import { lettersOf, isExempt, stateOf } from './states';
import type {
  ChangedCheck,
  EarlierResult,
  ResultSubject,
  StoredChange,
  StoredResult,
} from './types';

/** A scorecard with what is worked out of it once. */
export interface PreparedScorecard {
  scorecard: Scorecard;
  layout: string;
  /** Place of each level, by id. */
  places: ReadonlyMap<string, number>;
}

/** What judging a service on one scorecard comes to. */
export type Judged =
  | { outcome: 'not-asked' }
  | { outcome: 'same'; until?: Instant }
  | {
      outcome: 'changed';
      result: StoredResult;
      until?: Instant;
      change?: StoredChange;
      entry?: LedgerEntry;
    };

/** Everything that it takes, besides the scorecard. */
export interface ServiceMatter {
  service: CatalogService;
  evidence: readonly Evidence[];
  /** Exemptions in force on the scorecard, by check. */
  exemptions: ReadonlyMap<string, AppliedExemption>;
  /** What was judged before. Absent: nothing was. */
  earlier?: EarlierResult;
  /** Titles of the tiers by id, strictest first. */
  tiers: ReadonlyMap<string, string>;
  /** Since when it was to be judged. */
  dueSince: Instant;
  now: Instant;
}

/** Judges a service on one scorecard, and says what is different from before. */
export function judgeService(
  prepared: PreparedScorecard,
  checks: Pick<CheckRegistry, 'get'>,
  matter: ServiceMatter,
): Judged {
  const { scorecard } = prepared;
  const { service, earlier, now } = matter;
  if (!isInAudience(scorecard.audience, service)) {
    return { outcome: 'not-asked' };
  }
  const judgement = judgeScorecard(scorecard, checks, {
    now,
    entityRef: service.entityRef,
    entity: service.entity,
    profile: service.profile,
    tierTitles: matter.tiers,
    environments: service.environments,
    evidence: EvidenceShelf.of(service.entityRef, matter.evidence),
    exemptions: matter.exemptions,
  });
  const until = judgement.until === undefined ? {} : { until: judgement.until };
  const fresh = resultOf(prepared, judgement, matter);
  if (
    earlier?.contentHash === fresh.contentHash &&
    earlier.layout === fresh.layout
  ) {
    return { outcome: 'same', ...until };
  }
  const change = changeOf(prepared, fresh, matter);
  const lost = earlier !== undefined && fresh.level < earlier.level;
  const levelLostAt = lost ? now : stillLost(fresh, earlier);
  const result: StoredResult = {
    ...fresh,
    ...(earlier && change
      ? { changedAt: now }
      : earlier?.changedAt !== undefined && { changedAt: earlier.changedAt }),
    ...(levelLostAt !== undefined && { levelLostAt }),
  };
  const entry =
    earlier && fresh.level !== earlier.level
      ? levelEntry(prepared, result, earlier, judgement)
      : undefined;
  return {
    outcome: 'changed',
    result,
    ...until,
    ...(change && { change }),
    ...(entry && { entry }),
  };
}

function resultOf(
  { scorecard, layout, places }: PreparedScorecard,
  { rows, points, score, standing }: ScorecardJudgement,
  { service, tiers, now }: ServiceMatter,
): StoredResult {
  const subject = subjectOf(service);
  const place = (level: string | undefined) =>
    level === undefined ? -1 : places.get(level) ?? -1;
  const content = {
    scorecard: scorecard.id,
    layout,
    subject,
    level: place(standing.reached),
    levelAtBest: place(standing.atBest),
    ...(score && {
      score: {
        worst: Math.round(score.worst * 10),
        best: Math.round(score.best * 10),
      },
    }),
    points,
    risk:
      tierFactor(subject.tier, tiers) *
      (points.fail + points.unknown - points.exempt),
  };
  const details = JSON.stringify(rows);
  return {
    ...content,
    rows,
    details,
    contentHash: createHash('sha256')
      .update(JSON.stringify(content))
      .update(details)
      .digest('hex'),
    judgedAt: now,
  };
}

/** Of n tiers the strictest counts n, the last 1. Nobody knows of what has none: n, too. */
function tierFactor(tier: string, tiers: ReadonlyMap<string, string>): number {
  const rank = [...tiers.keys()].indexOf(tier);
  return tiers.size - Math.max(0, rank);
}

function subjectOf({
  entityRef,
  entity,
  profile,
  systems,
}: CatalogService): ResultSubject {
  const owner = entityOwner(entity);
  const [system] = systems;
  const { name, title } = entity.metadata;
  return {
    entityRef,
    name,
    ...(title !== undefined && { title }),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    tier: profile.tier?.id ?? 'unclassified',
  };
}

/** A level that was lost is lost until the service stands as high again. */
function stillLost(
  fresh: StoredResult,
  earlier: EarlierResult | undefined,
): Instant | undefined {
  return earlier && fresh.level <= earlier.level
    ? earlier.levelLostAt
    : undefined;
}

function changeOf(
  { scorecard, layout }: PreparedScorecard,
  fresh: StoredResult,
  { earlier, dueSince, now }: ServiceMatter,
): StoredChange | undefined {
  // Letters of another scorecard stand for other checks.
  const before =
    earlier && earlier.layout === layout ? earlier.states : undefined;
  const letters = lettersOf(fresh.rows);
  const checks = fresh.rows.flatMap<ChangedCheck>(
    ({ check, state, reason }, at) =>
      before?.[at] === letters[at]
        ? []
        : [
            {
              check,
              ...(before !== undefined && { from: stateOf(before[at]) }),
              to: state,
              ...(isExempt(letters[at]) && { exempt: true }),
              reason,
            },
          ],
  );
  if (checks.length === 0 && earlier?.level === fresh.level) {
    return undefined;
  }
  return {
    id: randomUUID(),
    scorecard: scorecard.id,
    entityRef: fresh.subject.entityRef,
    at: now,
    dueSince,
    ...levelIds(scorecard, 'level', fresh.level),
    ...(earlier?.layout === layout &&
      levelIds(scorecard, 'levelBefore', earlier.level)),
    ...(fresh.score && { score: fresh.score }),
    checks,
  };
}

function levelIds<K extends string>(
  { levels }: Scorecard,
  key: K,
  place: number,
): { [P in K]?: string } | object {
  return place < 0 || place >= levels.length ? {} : { [key]: levels[place].id };
}

/**
 * What the ledger says when a service stands on another level. `scorecard`: because the
 * scorecard is another, and nobody did or neglected anything.
 */
function levelEntry(
  { scorecard, layout }: PreparedScorecard,
  result: StoredResult,
  earlier: EarlierResult,
  { rows, standing }: ScorecardJudgement,
): LedgerEntry {
  const titles = scorecard.levels.map(({ title }) => title);
  const byScorecard = earlier.layout !== layout;
  const isLost = result.level < earlier.level;
  const inForce =
    scorecard.rolloutAt === undefined || scorecard.rolloutAt <= result.judgedAt;
  const missing = new Set(standing.next?.missing);
  return {
    id: randomUUID(),
    type: isLost ? 'scorecard.level.lost' : 'scorecard.level.reached',
    at: formatInstant(result.judgedAt),
    actor: { ref: 'service:continuity' },
    subjects: [result.subject.entityRef],
    data: {
      scorecard: scorecard.id,
      title: scorecard.title,
      cause: byScorecard ? 'scorecard' : 'service',
      inForce,
      ...(result.subject.owner !== undefined && {
        owner: result.subject.owner,
      }),
      ...(!byScorecard &&
        earlier.level >= 0 && { before: titles[earlier.level] }),
      ...(result.level >= 0 && { level: titles[result.level] }),
      because: rows
        .filter(({ check, state }) => missing.has(check) && state !== 'pass')
        .slice(0, 5)
        .map(({ check, state, reason, remedy }) => ({
          check,
          state,
          reason,
          ...(remedy !== undefined && { remedy }),
        })),
    },
  };
}
