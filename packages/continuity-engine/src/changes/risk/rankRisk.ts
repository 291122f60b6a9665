import type { ReleaseFacts } from '../../releases/types';
import type { ChangeRisk, RiskFacts, RiskFactor } from './types';

const CLASS_POINTS = { standard: 0, major: 10, emergency: 20 } as const;
/** Of the strictest tier, of the next one and so on; further ones have none. */
const TIER_POINTS = [20, 12, 6];
/** What nobody knows counts as its worst. */
const WORST = 20;
const POINTS_A_FUNCTION = 4;
const POINTS_A_SERVICE = 1;
const MIGRATION_POINTS = { none: 0, reversible: 6, irreversible: WORST };
const POINTS_A_CHECK = 10;
const POINTS_A_CLOSING = 10;

/**
 * Orders changes for those who decide on them: the riskier, the earlier. Points of
 * several factors are added, each of which gives 0 to 20, so that no single one hides the
 * others. A change of several entities has the worst of each factor. What is not known
 * counts as its worst.
 *
 * @returns 0 to 140 points, and where they come from
 */
export function rankRisk({
  class: releaseClass,
  releases,
  tiers,
  readiness,
}: RiskFacts): ChangeRisk {
  const each = [...releases.values()];
  const all: RiskFactor[] = [
    {
      kind: 'class',
      points: CLASS_POINTS[releaseClass],
      explanation: `It is of class ${releaseClass}.`,
    },
    worst(each, facts => tierFactor(facts, tiers)),
    worst(each, reachFactor),
    worst(each, migrationFactor),
    checksFactor(readiness),
    closingsFactor(readiness),
    worst(each, historyFactor),
  ];
  const factors = all
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return {
    points: factors.reduce((sum, { points }) => sum + points, 0),
    factors,
  };
}

function worst(
  releases: readonly ReleaseFacts[],
  factorOf: (facts: ReleaseFacts) => RiskFactor,
): RiskFactor {
  return (releases.length === 0 ? [{}] : releases)
    .map(factorOf)
    .reduce((a, b) => (b.points > a.points ? b : a));
}

function tierFactor(
  { tier }: ReleaseFacts,
  tiers: readonly string[],
): RiskFactor {
  const at = tier === undefined ? -1 : tiers.indexOf(tier);
  return at < 0
    ? {
        kind: 'tier',
        points: WORST,
        explanation: 'It is not known how much the business needs it.',
      }
    : {
        kind: 'tier',
        points: TIER_POINTS[at] ?? 0,
        explanation: `It is of ${tier}.`,
      };
}

function reachFactor({ blastRadius }: ReleaseFacts): RiskFactor {
  if (!blastRadius) {
    return {
      kind: 'blast-radius',
      points: WORST,
      explanation: 'It is not known what fails with it.',
    };
  }
  const { businessFunctions, criticalServices } = blastRadius;
  return {
    kind: 'blast-radius',
    points: Math.min(
      WORST,
      businessFunctions * POINTS_A_FUNCTION +
        criticalServices * POINTS_A_SERVICE,
    ),
    explanation: `Business functions that fail with it: ${businessFunctions}; services of the strictest tier: ${criticalServices}.`,
  };
}

function migrationFactor({ migration }: ReleaseFacts): RiskFactor {
  return {
    kind: 'migration',
    points: migration === undefined ? WORST : MIGRATION_POINTS[migration],
    explanation:
      migration === undefined
        ? 'Nobody says whether it migrates a database.'
        : `Its database migration is ${migration}.`,
  };
}

function checksFactor({ checks }: RiskFacts['readiness']): RiskFactor {
  if (!checks) {
    return {
      kind: 'checks',
      points: WORST,
      explanation: 'It is not known what its checks say.',
    };
  }
  const bad = Object.entries(checks).filter(
    ([, verdict]) => verdict !== 'pass',
  );
  return {
    kind: 'checks',
    points: Math.min(WORST, bad.length * POINTS_A_CHECK),
    explanation: `Checks that do not pass: ${bad
      .map(([id, verdict]) => `${id} (${verdict})`)
      .join(', ')}.`,
  };
}

function closingsFactor({ closings }: RiskFacts['readiness']): RiskFactor {
  if (!closings) {
    return {
      kind: 'closings',
      points: WORST,
      explanation: 'It is not known what closes its time.',
    };
  }
  const titles = Object.values(closings);
  return {
    kind: 'closings',
    points: Math.min(WORST, titles.length * POINTS_A_CLOSING),
    explanation: `Windows that close its time: ${titles.join(', ')}.`,
  };
}

function historyFactor({ history }: ReleaseFacts): RiskFactor {
  if (!history || history.deployments === 0) {
    return {
      kind: 'history',
      points: WORST,
      explanation: 'It is not known how its last deployments went.',
    };
  }
  const { deployments, failed } = history;
  return {
    kind: 'history',
    points: Math.round((failed / deployments) * WORST),
    explanation: `${failed} of its last ${deployments} deployments failed.`,
  };
}
