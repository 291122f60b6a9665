import { defaultTierSettings, type SaasContract } from '../../tiers';
import type { DependencyGraph } from '../DependencyGraph';
import { measureImpact } from '../impact/measureImpact';
import { ROOT_KIND } from '../points/defaultRoots';
import type { GraphNode } from '../types';
import { describeShare, listNames } from '../words';
import { contractGaps } from './contractGaps';
import type { ThirdPartyJudgement, ThirdPartyRule } from './types';

/** The two strictest tiers and everything that a business function needs. */
export const defaultThirdPartyRule: ThirdPartyRule = {
  tiers: defaultTierSettings.tiers.slice(0, 2).map(({ id }) => id),
  businessFunctions: true,
};

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
  const impact = measureImpact(graph, { down: [node] });
  const failing = [...impact.failed.nodes()].filter(({ hops }) => hops > 0);
  const functions = failing
    .filter(({ kind }) => kind === ROOT_KIND)
    .map(one => one.node)
    .sort();
  const unclassified = failing.filter(({ tier }) => tier === undefined).length;
  const holding = reasonsFor(failing, functions, contract, rule);
  const doubts = reasonsOfDoubt(failing, unclassified, contract, rule);
  const absorbed = countAbsorbed(graph, node, failing);
  const facts = {
    failing: failing.length,
    unclassified,
    functions,
    absorbed,
    gaps: contractGaps(contract),
  };
  if (holding.length > 0) {
    return { inPlanning: 'yes', reasons: holding, ...facts };
  }
  if (doubts.length > 0) {
    return { inPlanning: 'unknown', reasons: doubts, ...facts };
  }
  return { inPlanning: 'no', reasons: [whyNot(facts, rule)], ...facts };
}

function reasonsFor(
  failing: readonly GraphNode[],
  functions: readonly string[],
  contract: SaasContract | undefined,
  rule: ThirdPartyRule,
): string[] {
  const reasons: string[] = [];
  if (rule.businessFunctions && functions.length > 0) {
    reasons.push(`Without it the business fails at ${listNames(functions)}.`);
  }
  for (const tier of rule.tiers) {
    const of = failing.filter(one => one.tier === tier).map(one => one.node);
    if (of.length === 0) continue;
    reasons.push(
      `Without it ${of.length} of ${tier} ${
        of.length === 1 ? 'fails' : 'fail'
      }: ${listNames(of.sort())}.`,
    );
  }
  const sla = contract?.sla;
  const target = strictestTarget(failing);
  if (sla !== undefined && target && sla < target.share) {
    reasons.push(
      `Its contract promises ${describeShare(sla)}, and ${
        target.node
      }, which fails without it, promises ${describeShare(target.share)}.`,
    );
  }
  if (
    sla !== undefined &&
    rule.slaAtLeast !== undefined &&
    failing.length > 0 &&
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
  failing: readonly GraphNode[],
  unclassified: number,
  contract: SaasContract | undefined,
  rule: ThirdPartyRule,
): string[] {
  if (failing.length === 0) return [];
  const doubts: string[] = [];
  if (unclassified > 0) {
    doubts.push(
      `${failing.length} ${
        failing.length === 1 ? 'fails' : 'fail'
      } without it, and ${unclassified} of them ${
        unclassified === 1 ? 'has' : 'have'
      } no tier, so nobody knows what that would mean. Classify them.`,
    );
  }
  const target = strictestTarget(failing);
  const isAsked = rule.slaAtLeast !== undefined || target !== undefined;
  if (contract?.sla === undefined && isAsked) {
    doubts.push(
      'Nobody has said what availability its contract promises, so it cannot be compared. Declare its SLA.',
    );
  }
  return doubts;
}

function strictestTarget(failing: readonly GraphNode[]) {
  let strictest: { node: string; share: number } | undefined;
  for (const { node, availabilityTarget: share } of failing) {
    if (share !== undefined && share > (strictest?.share ?? -1)) {
      strictest = { node, share };
    }
  }
  return strictest;
}

/** Direct dependants that do not fail. */
function countAbsorbed(
  graph: DependencyGraph,
  node: string,
  failing: readonly GraphNode[],
): number {
  const failed = new Set(failing.map(one => one.node));
  const dependants = new Set(graph.dependantsOf(node).map(({ from }) => from));
  dependants.delete(node);
  return [...dependants].filter(from => !failed.has(from)).length;
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
