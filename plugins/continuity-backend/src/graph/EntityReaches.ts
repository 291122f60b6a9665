import {
  type DependencyGraph,
  type Instant,
  measureImpactInSteps,
  type Steps,
} from '@continuity/engine';
import { inTurns } from '../calendars/turns';
import { FUNCTION_NODE } from './model/nodeKinds';
import type { GraphProjection } from './types';
import { isFresh } from './view/freshness';
import { eachInSteps } from './view/inSteps';

/** What hangs together with an entity, by the dependency graph; refs. */
export interface EntityReach {
  /** Business functions that fail with it. */
  functions: readonly string[];
  /** Other services of the strictest tier that fail with it. */
  critical: readonly string[];
  /** All that fails with it, and all that it cannot do without. */
  related: ReadonlySet<string>;
}

/** Entities whose reach is remembered, of one graph. */
const MAX_REMEMBERED = 2_000;

/** What hangs together with entities, for those who plan a change of them. */
export class EntityReaches {
  readonly #graph: GraphProjection;
  readonly #maxAge: string;
  readonly #strictestTier: string;
  readonly #now: () => Instant;
  #remembered:
    | { graph: DependencyGraph; reaches: Map<string, Promise<EntityReach>> }
    | undefined;

  constructor(options: {
    graph: GraphProjection;
    /** ISO 8601 duration; an older graph tells nothing. */
    maxAge: string;
    strictestTier: string;
    now: () => Instant;
  }) {
    this.#graph = options.graph;
    this.#maxAge = options.maxAge;
    this.#strictestTier = options.strictestTier;
    this.#now = options.now;
  }

  /** Absent: not known, because the graph is not ready, too old, or does not have it. */
  async of(entityRef: string): Promise<EntityReach | undefined> {
    const snapshot = await this.#graph.current();
    if (
      !snapshot ||
      !isFresh(snapshot.readAt, { maxAge: this.#maxAge, now: this.#now() }) ||
      !snapshot.graph.declares(entityRef)
    ) {
      return undefined;
    }
    const { graph } = snapshot;
    if (
      this.#remembered?.graph !== graph ||
      this.#remembered.reaches.size >= MAX_REMEMBERED
    ) {
      this.#remembered = { graph, reaches: new Map() };
    }
    const { reaches } = this.#remembered;
    let reach = reaches.get(entityRef);
    if (!reach) {
      reach = inTurns(reachOf(entityRef, graph, this.#strictestTier));
      reaches.set(entityRef, reach);
    }
    return reach;
  }
}

function* reachOf(
  ref: string,
  graph: DependencyGraph,
  strictestTier: string,
): Steps<EntityReach> {
  const { failed } = yield* measureImpactInSteps(graph, { down: [ref] });
  const functions: string[] = [];
  const critical: string[] = [];
  const related = new Set<string>();
  yield* eachInSteps(failed.nodes(), ({ node, kind, tier, hops }) => {
    if (hops === 0) return;
    related.add(node);
    if (kind === FUNCTION_NODE) functions.push(node);
    else if (tier === strictestTier) critical.push(node);
  });
  yield* addNeeded(ref, graph, related);
  related.delete(ref);
  return { functions: functions.sort(), critical: critical.sort(), related };
}

/** What it cannot do without, directly or through others; there may be circles. */
function* addNeeded(
  ref: string,
  graph: DependencyGraph,
  related: Set<string>,
): Steps<void> {
  const needed = new Set([ref]);
  for (const node of needed) {
    for (const { to, strength } of graph.dependenciesOf(node)) {
      if (strength !== 'soft') needed.add(to);
    }
    related.add(node);
    yield;
  }
}
