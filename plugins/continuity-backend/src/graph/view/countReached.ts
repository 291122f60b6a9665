import type {
  GraphCounts,
  ImpactOutcome,
} from '@continuity/plugin-continuity-common';
import { UNCLASSIFIED } from '../../fleet/FleetIndex';
import type { Steps, TierDefinition } from '@continuity/engine';
import { FUNCTION_NODE } from '../model/nodeKinds';
import type { GraphView } from './GraphView';
import { eachInSteps } from './inSteps';

/** A node that a question reaches, without its path. */
export interface Reached {
  ref: string;
  hops: number;
  outcome: Extract<ImpactOutcome, 'failed' | 'degraded'>;
  kind?: string;
  tier?: string;
  owner?: string;
}

interface Tally {
  failed: number;
  degraded: number;
}

const MAX_HOPS = 50;
const MAX_OWNERS = 100;
const MAX_FUNCTIONS = 200;

/**
 * Totals over everything that is reached. What the caller may not see is in the totals,
 * and its tier and owner are not told apart.
 */
export function* countReached(
  reached: Iterable<Reached>,
  view: GraphView,
  tiers: readonly TierDefinition[],
): Steps<GraphCounts> {
  const byHops = new Map<number, Tally>();
  const byTier = new Map<string, Tally>();
  const byOwner = new Map<string | undefined, Tally>();
  const functions: Reached[] = [];
  let total = 0;
  let hidden = 0;
  yield* eachInSteps(reached, one => {
    total += 1;
    add(byHops, Math.min(one.hops, MAX_HOPS), one.outcome);
    if (!view.sees(one.ref)) {
      hidden += 1;
      return;
    }
    add(byTier, one.tier ?? UNCLASSIFIED, one.outcome);
    add(byOwner, one.owner, one.outcome);
    if (one.kind === FUNCTION_NODE) {
      functions.push(one);
    }
  });
  return {
    total,
    hidden,
    byHops: [...byHops]
      .sort(([a], [b]) => a - b)
      .map(([hops, tally]) => ({ hops, ...tally })),
    byTier: [
      ...tiers.map(({ id, title }) => ({ id, title })),
      { id: UNCLASSIFIED, title: 'Unclassified' },
    ].flatMap(tier => {
      const tally = byTier.get(tier.id);
      return tally ? [{ ...tier, ...tally }] : [];
    }),
    byOwner: mostAffected(byOwner),
    businessFunctions: functions
      .sort(worstFirst)
      .slice(0, MAX_FUNCTIONS)
      .map(({ ref, outcome, hops }) => ({
        node: view.node(ref),
        outcome,
        hops,
      })),
  };
}

function add<K>(tallies: Map<K, Tally>, key: K, outcome: Reached['outcome']) {
  const tally = tallies.get(key) ?? { failed: 0, degraded: 0 };
  tally[outcome] += 1;
  tallies.set(key, tally);
}

function mostAffected(
  byOwner: ReadonlyMap<string | undefined, Tally>,
): GraphCounts['byOwner'] {
  const owners = [...byOwner].sort(
    ([a, left], [b, right]) =>
      right.failed - left.failed ||
      right.degraded - left.degraded ||
      ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  const rest = owners.slice(MAX_OWNERS);
  return [
    ...owners.slice(0, MAX_OWNERS).map(([owner, tally]) => ({
      ...(owner !== undefined && { owner }),
      ...tally,
    })),
    ...(rest.length > 0
      ? [
          {
            other: true,
            failed: rest.reduce((sum, [, { failed }]) => sum + failed, 0),
            degraded: rest.reduce((sum, [, { degraded }]) => sum + degraded, 0),
          },
        ]
      : []),
  ];
}

function worstFirst(a: Reached, b: Reached): number {
  return (
    Number(a.outcome === 'degraded') - Number(b.outcome === 'degraded') ||
    a.hops - b.hops ||
    (a.ref < b.ref ? -1 : 1)
  );
}
