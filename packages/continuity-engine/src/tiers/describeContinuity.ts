import { describeDuration, durationSeconds, formatProblem } from '../time';
import { parseContinuitySpec } from './parseContinuitySpec';
import { planningScope } from './planningScope';
import type {
  ContinuityProfile,
  ContinuitySpec,
  Objective,
  TierDefinition,
  TierFinding,
  TierSettings,
} from './types';

/**
 * Who a service is for continuity: its objectives and tier, where they came from,
 * and what does not fit together. Never throws. A block with anything wrong in it
 * is not used at all: half of what somebody meant is not what they meant.
 *
 * @param specValue - `spec.continuity` as it stands in the entity, unchecked.
 */
export function describeContinuity(
  specValue: unknown,
  settings: TierSettings,
): ContinuityProfile {
  if (specValue === undefined || specValue === null) {
    return describe({}, settings, []);
  }
  const { spec, problems } = parseContinuitySpec(specValue);
  if (spec) return describe(spec, settings, []);
  const findings = problems.map<TierFinding>(problem => ({
    id: 'invalid-declaration',
    message: formatProblem(problem),
    remedy: `Correct ${problem.path} in the entity's YAML; until then the whole block is not used.`,
  }));
  return describe({}, settings, findings);
}

function describe(
  spec: ContinuitySpec,
  settings: TierSettings,
  problems: TierFinding[],
): ContinuityProfile {
  const fromImpact = shortestTolerable(spec);
  const rto = spec.rto ? objective(spec.rto, 'declared') : fromImpact;
  const rpo = spec.rpo ? objective(spec.rpo, 'declared') : undefined;
  const declared = settings.tiers.find(tier => tier.id === spec.tier);
  const derived = rto && tierMetBy(rto, settings.tiers);
  const inForce = declared ?? derived;
  const tier: ContinuityProfile['tier'] = inForce && {
    id: inForce.id,
    title: inForce.title,
    source: declared ? 'declared' : 'derived',
  };
  const findings = [
    ...problems,
    ...unknownTier(spec, declared, settings.tiers),
    ...rtoExceedsImpact(rto, fromImpact),
    ...rtoExceedsEveryTier(rto, derived, settings.tiers),
    ...tierDisagreement(declared, derived, rto, settings.tiers),
  ];
  return {
    classification: tier ? 'classified' : 'unclassified',
    ...(tier && { tier }),
    ...(derived && { derivedTier: { id: derived.id, title: derived.title } }),
    ...(rto && { rto }),
    ...(rpo && { rpo }),
    findings,
    planning: planningScope(
      { tier, rto, rpo, impact: spec.impact },
      settings.planning,
    ),
    ...(!tier && { remedy: howToClassify(findings, settings.tiers) }),
  };
}

function objective(duration: string, source: Objective['source']): Objective {
  return { duration, seconds: durationSeconds(duration), source };
}

/** A service has to be back before the first harm becomes intolerable (ISO 22301: RTO < MTPD). */
function shortestTolerable(spec: ContinuitySpec): Objective | undefined {
  return (spec.impact ?? [])
    .map(line => objective(line.intolerableAfter, 'impact-analysis'))
    .reduce<Objective | undefined>(
      (least, next) => (least && least.seconds <= next.seconds ? least : next),
      undefined,
    );
}

function tierMetBy(
  rto: Objective,
  tiers: TierDefinition[],
): TierDefinition | undefined {
  return tiers.find(tier => rto.seconds <= durationSeconds(tier.maxRto));
}

function unknownTier(
  spec: ContinuitySpec,
  declared: TierDefinition | undefined,
  tiers: TierDefinition[],
): TierFinding[] {
  if (spec.tier === undefined || declared) return [];
  const ids = tiers.map(tier => tier.id).join(', ');
  return [
    {
      id: 'unknown-tier',
      message: `The declared tier "${spec.tier}" is not a tier of this organisation, so it is not used.`,
      remedy: `Set spec.continuity.tier to one of ${ids}, or leave it out to derive it from the RTO.`,
    },
  ];
}

function rtoExceedsImpact(
  rto: Objective | undefined,
  fromImpact: Objective | undefined,
): TierFinding[] {
  if (!rto || !fromImpact || rto.seconds <= fromImpact.seconds) return [];
  const limit = describeDuration(fromImpact.duration);
  return [
    {
      id: 'rto-exceeds-impact',
      message: `The declared RTO of ${describeDuration(
        rto.duration,
      )} is longer than the ${limit} after which the impact analysis calls an outage intolerable.`,
      remedy: `Shorten spec.continuity.rto to ${fromImpact.duration} or less, or review the impact analysis.`,
    },
  ];
}

function rtoExceedsEveryTier(
  rto: Objective | undefined,
  derived: TierDefinition | undefined,
  tiers: TierDefinition[],
): TierFinding[] {
  const last = tiers.at(-1);
  if (!rto || derived || !last) return [];
  return [
    {
      id: 'rto-exceeds-every-tier',
      message: `The RTO of ${describeDuration(
        rto.duration,
      )} is longer than every tier allows; the longest is ${describeDuration(
        last.maxRto,
      )} of ${last.title} (${last.id}), a month counting 30 days.`,
      remedy: `Declare an RTO of ${last.maxRto} or less, or declare the tier itself.`,
    },
  ];
}

function tierDisagreement(
  declared: TierDefinition | undefined,
  derived: TierDefinition | undefined,
  rto: Objective | undefined,
  tiers: TierDefinition[],
): TierFinding[] {
  if (!declared || !derived || !rto || declared.id === derived.id) return [];
  const origin =
    rto.source === 'declared'
      ? 'the declared RTO'
      : 'the shortest tolerable outage of the impact analysis';
  const weaker = tiers.indexOf(declared) > tiers.indexOf(derived);
  const message = `${declared.title} (${
    declared.id
  }) is declared and holds, but ${origin} of ${describeDuration(
    rto.duration,
  )} belongs to ${derived.title} (${derived.id}), which is ${
    weaker ? 'stricter' : 'less strict'
  }.`;
  return [
    weaker
      ? {
          id: 'tier-weaker-than-impact',
          message,
          remedy: `Raise spec.continuity.tier to ${
            derived.id
          }, or review whether an outage of ${describeDuration(
            rto.duration,
          )} is really the limit.`,
        }
      : {
          id: 'tier-stricter-than-impact',
          message,
          remedy: `Lower spec.continuity.tier to ${derived.id}, or declare the shorter RTO that ${declared.id} promises.`,
        },
  ];
}

function howToClassify(
  findings: TierFinding[],
  tiers: TierDefinition[],
): string {
  const mend = findings.map(finding => finding.remedy);
  const example = tiers[0]?.maxRto ?? 'PT4H';
  return [
    ...mend,
    `${
      mend.length > 0
        ? 'A block that classifies the service'
        : "Say how long an outage may last, in the entity's YAML"
    }, for example:`,
    'spec:',
    '  continuity:',
    `    rto: ${example}`,
    '    rpo: PT15M',
    '    impact:',
    `      - { category: customer, intolerableAfter: ${example} }`,
  ].join('\n');
}
