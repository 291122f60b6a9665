import type { Instant } from '@continuity/engine';
import { FUNCTION_NODE } from '../model/nodeKinds';
import type { GraphSnapshot } from '../types';
import type { Observed, ObservedCall } from './Traffic';

/** What one entity declares, held against the calls that were seen of it. */
export interface TrafficComparison {
  ref: string;
  /** Its calls in the newest readings, to whomever. */
  calls: number;
  /** Refs that it declares, each in exactly one of the lists that follow. */
  declared: readonly string[];
  /** Called in the period. */
  agreeing: readonly string[];
  /** Not called, and watched for long enough to say so. */
  unseen: readonly string[];
  /** Not called, and not watched for long enough. */
  waiting: readonly string[];
  /** Nothing behind it is known to tracing, so nothing can be said. */
  untraced: readonly string[];
  /** Calls in the period to what it does not declare. */
  undocumented: readonly ObservedCall[];
}

/** When calls count, and whether silence says anything. */
export interface TrafficPeriod {
  unseenAfterMs: number;
  now: Instant;
}

/**
 * Compares every entity that tracing knows, by ref. A call counts as declared when a direct
 * dependency says so, or one on an API or system that the called one stands behind.
 *
 * Not seen says little on its own: only between two that tracing knows, and only after
 * every source was watched for the whole time.
 */
export function compareTraffic(
  snapshot: GraphSnapshot,
  observed: Observed,
  { unseenAfterMs, now }: TrafficPeriod,
): TrafficComparison[] {
  const { graph } = snapshot;
  const { watchedSince, seen } = observed;
  const forgotten = now - unseenAfterMs;
  const isWatched = watchedSince !== undefined && watchedSince <= forgotten;
  const recent = new Map<string, ObservedCall[]>();
  for (const call of observed.calls) {
    if (call.lastSeenAt < forgotten) continue;
    const known = recent.get(call.from);
    if (known) known.push(call);
    else recent.set(call.from, [call]);
  }
  return [...seen]
    .filter(ref => graph.has(ref) && graph.node(ref)?.kind !== FUNCTION_NODE)
    .sort()
    .map(ref => {
      const calls = recent.get(ref) ?? [];
      const called = new Set(calls.map(({ to }) => to));
      const covered = new Set<string>();
      const agreeing: string[] = [];
      const silent: string[] = [];
      const untraced: string[] = [];
      const declared = [
        ...new Set(graph.dependenciesOf(ref).map(({ to }) => to)),
      ].filter(to => to !== ref);
      for (const to of declared) {
        const behind = reachedBy(to, graph).filter(one => one !== ref);
        behind.forEach(one => covered.add(one));
        if (behind.some(one => called.has(one))) agreeing.push(to);
        else if (behind.some(one => seen.has(one))) silent.push(to);
        else untraced.push(to);
      }
      return {
        ref,
        calls: calls.reduce((sum, one) => sum + one.calls, 0),
        declared,
        agreeing,
        unseen: isWatched ? silent : [],
        waiting: isWatched ? [] : silent,
        untraced,
        undocumented: calls.filter(({ to }) => !covered.has(to)),
      };
    });
}

/** Who is called by whoever needs something: itself, or what provides or makes it up. */
function reachedBy(ref: string, graph: GraphSnapshot['graph']): string[] {
  return ref.startsWith('api:') || ref.startsWith('system:')
    ? [ref, ...graph.dependenciesOf(ref).map(({ to }) => to)]
    : [ref];
}
