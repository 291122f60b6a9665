import { finish, STRETCH, type Steps } from '../../steps';
import { defaultTierSettings, type SaasContract } from '../../tiers';
import { standsForOthers } from '../abstractKinds';
import type { DependencyGraph } from '../DependencyGraph';
import { measureImpactInSteps } from '../impact/measureImpact';
import type { OutageImpact } from '../impact/OutageImpact';
import { ROOT_KIND } from '../points/defaultRoots';
import { describeShare, listNames } from '../words';
import { contractGaps } from './contractGaps';
import type { ThirdPartyJudgement, ThirdPartyRule } from './types';

/** The two strictest tiers and everything that a business function needs. */
export const defaultThirdPartyRule: ThirdPartyRule = {
  tiers: defaultTierSettings.tiers.slice(0, 2).map(({ id }) => id),
  businessFunctions: true,
};

/** What fails without a service, counted. */
interface Failing {
  count: number;
  /** Services that nobody has classified; what stands for others is not asked. */
  unclassified: number;
  functions: string[];
  /** Names by tier, of the tiers of the rule. */
  ofTier: ReadonlyMap<string, string[]>;
  /** Who promises most. Absent: nobody promises anything. */
  strictest?: { node: string; share: number };
}

/**
 * Whether a third-party service belongs into continuity planning, by what its contract
 * promises, how critical those are that fail without it, and whether something takes its
 * place. One condition that holds is enough.
 *
 * Something takes its place when it stands in a redundancy group, or its dependants can
 * do without it: then nothing fails. A substitute that is only named does not count,
 * because nobody has arranged for it.
 *
 * @param contract - what is known of the contract; absent: nothing
 * @throws RangeError when the node is not in the graph
 */
export function judgeThirdParty(
  graph: DependencyGraph,
  node: string,
  contract: SaasContract | undefined,
  rule: ThirdPartyRule = defaultThirdPartyRule,
): ThirdPartyJudgement {
  return finish(judgeThirdPartyInSteps(graph, node, { contract, rule }));
}

/**
 * {@link judgeThirdParty}, bit by bit.
 *
 * @param options - `impact`: of the node being down, for who has it already
 */
export function* judgeThirdPartyInSteps(
  graph: DependencyGraph,
  node: string,
  options: {
    contract?: SaasContract;
    rule?: ThirdPartyRule;
    impact?: OutageImpact;
  } = {},
): Steps<ThirdPartyJudgement> {
  const { contract, rule = defaultThirdPartyRule } = options;
  const impact =
    options.impact ?? (yield* measureImpactInSteps(graph, { down: [node] }));
  const failing = yield* countFailing(impact, rule);
  const facts = {
    failing: failing.count,
    unclassified: failing.unclassified,
    functions: failing.functions,
    absorbed: countAbsorbed(graph, node, impact),
    gaps: contractGaps(contract),
  };
  const holding = reasonsFor(failing, contract, rule);
  if (holding.length > 0) {
    return { inPlanning: 'yes', reasons: holding, ...facts };
  }
  const doubts = reasonsOfDoubt(failing, contract, rule);
  if (doubts.length > 0) {
    return { inPlanning: 'unknown', reasons: doubts, ...facts };
  }
  return { inPlanning: 'no', reasons: [whyNot(facts, rule)], ...facts };
}

function* countFailing(
  impact: OutageImpact,
  rule: ThirdPartyRule,
): Steps<Failing> {
  const functions: string[] = [];
  const ofTier = new Map<string, string[]>(rule.tiers.map(tier => [tier, []]));
  let count = 0;
  let unclassified = 0;
  let strictest: Failing['strictest'];
  for (const { hops, node, kind, tier, ...known } of impact.failed.nodes()) {
    if (hops === 0) continue;
    count += 1;
    if (kind === ROOT_KIND) functions.push(node);
    if (tier !== undefined) ofTier.get(tier)?.push(node);
    else if (!standsForOthers({ kind, ...known })) unclassified += 1;
    const share = known.availabilityTarget;
    if (share !== undefined && isStricter({ node, share }, strictest)) {
      strictest = { node, share };
    }
    if (count % STRETCH === 0) yield;
  }
  for (const names of [functions, ...ofTier.values()]) names.sort();
  return {
    count,
    unclassified,
    functions,
    ofTier,
    ...(strictest && { strictest }),
  };
}

/** Of equal promises the first by name, so that everybody says the same. */
function isStricter(
  one: { node: string; share: number },
  other: Failing['strictest'],
): boolean {
  return (
    !other ||
    one.share > other.share ||
    (one.share === other.share && one.node < other.node)
  );
}

function reasonsFor(
  { count, functions, ofTier, strictest }: Failing,
  contract: SaasContract | undefined,
  rule: ThirdPartyRule,
): string[] {
  const reasons: string[] = [];
  if (rule.businessFunctions && functions.length > 0) {
    reasons.push(`Without it the business fails at ${listNames(functions)}.`);
  }
  for (const [tier, names] of ofTier) {
    if (names.length === 0) continue;
    reasons.push(
      `Without it ${names.length} of ${tier} ${
        names.length === 1 ? 'fails' : 'fail'
      }: ${listNames(names)}.`,
    );
  }
  const sla = contract?.sla;
  if (sla !== undefined && strictest && sla < strictest.share) {
    reasons.push(
      `Its contract promises ${describeShare(sla)}, and ${
        strictest.node
      }, which fails without it, promises ${describeShare(strictest.share)}.`,
    );
  }
  if (
    sla !== undefined &&
    rule.slaAtLeast !== undefined &&
    count > 0 &&
    sla < rule.slaAtLeast
  ) {
    reasons.push(
      `Its contract promises ${describeShare(
        sla,
      )}, less than the ${describeShare(rule.slaAtLeast)} of the rule.`,
    );
  }
  return reasons;
}

function reasonsOfDoubt(
  { count, unclassified, strictest }: Failing,
  contract: SaasContract | undefined,
  rule: ThirdPartyRule,
): string[] {
  if (count === 0) return [];
  const doubts: string[] = [];
  if (unclassified > 0) {
    doubts.push(
      `${count} ${
        count === 1 ? 'fails' : 'fail'
      } without it, and ${unclassified} of them ${
        unclassified === 1 ? 'has' : 'have'
      } no tier, so nobody knows what that would mean. Classify them.`,
    );
  }
  const isAsked = rule.slaAtLeast !== undefined || strictest !== undefined;
  if (contract?.sla === undefined && isAsked) {
    doubts.push(
      'Nobody has said what availability its contract promises, so it cannot be compared. Declare its SLA.',
    );
  }
  return doubts;
}

/** Direct dependants that do not fail. */
function countAbsorbed(
  graph: DependencyGraph,
  node: string,
  impact: OutageImpact,
): number {
  const dependants = new Set(graph.dependantsOf(node).map(({ from }) => from));
  dependants.delete(node);
  return [...dependants].filter(from => impact.stateOf(from) !== 'failed')
    .length;
}

function whyNot(
  { failing, absorbed }: { failing: number; absorbed: number },
  { tiers }: ThirdPartyRule,
): string {
  if (failing > 0) {
    return `Of the ${failing} that ${
      failing === 1 ? 'fails' : 'fail'
    } without it none is of ${tiers.join(' or ')}.`;
  }
  return absorbed > 0
    ? 'Nothing fails without it: what depends on it has a stand-in or can do without.'
    : 'Nothing depends on it.';
}
