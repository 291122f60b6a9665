import {
  type BlastRadius,
  type DependencyGraph,
  type Instant,
  measureImpactInSteps,
  type Steps,
} from '@continuity/engine';
import { inTurns } from '../calendars/turns';
import { FUNCTION_NODE } from './model/nodeKinds';
import type { GraphProjection, GraphSnapshot } from './types';
import { isFresh } from './view/freshness';
import { eachInSteps } from './view/inSteps';
import { isoDuration } from './view/isoDuration';

/** Business functions that an answer may name. */
const MAX_NAMED = 20;
/** Entities whose reach is remembered; a gate is asked about the same ones again. */
const MAX_REMEMBERED = 2_000;

/** What fails with an entity, without regard to who asks. */
interface Reach {
  failed: number;
  degraded: number;
  functions: string[];
  shortestRto?: string;
}

/** How far the failure of an entity reaches, for the gate. Never waits, never throws. */
export class BlastRadii {
  readonly #graph: GraphProjection;
  readonly #maxAge: string;
  readonly #now: () => Instant;
  #remembered:
    | { graph: DependencyGraph; reaches: Map<string, Promise<Reach>> }
    | undefined;

  constructor(options: {
    graph: GraphProjection;
    /** ISO 8601 duration; an older graph tells nothing. */
    maxAge: string;
    now: () => Instant;
  }) {
    this.#graph = options.graph;
    this.#maxAge = options.maxAge;
    this.#now = options.now;
  }

  /** @param visibleOf - which of some refs whoever asks may know of */
  async of(
    entityRef: string,
    visibleOf: (refs: string[]) => Promise<ReadonlySet<string>>,
  ): Promise<BlastRadius> {
    const snapshot = this.#graph.latest();
    if (!snapshot) {
      return unknown('the dependency graph is not ready yet');
    }
    const age = { maxAge: this.#maxAge, now: this.#now() };
    if (!isFresh(snapshot.readAt, age)) {
      return unknown('the dependency graph is older than it may be');
    }
    if (!snapshot.graph.declares(entityRef)) {
      return unknown('the dependency graph does not have the service yet');
    }
    const { functions, ...reach } = await this.#reach(
      entityRef,
      snapshot.graph,
    );
    const first = functions.slice(0, MAX_NAMED);
    const visible = first.length > 0 ? await visibleOf(first) : new Set();
    return {
      state: 'known',
      at: snapshot.readAt,
      ...reach,
      functions: functions.length,
      named: first
        .filter(ref => visible.has(ref))
        .map(ref => titleOf(ref, snapshot)),
    };
  }

  #reach(ref: string, graph: DependencyGraph): Promise<Reach> {
    if (
      this.#remembered?.graph !== graph ||
      this.#remembered.reaches.size >= MAX_REMEMBERED
    ) {
      this.#remembered = { graph, reaches: new Map() };
    }
    const { reaches } = this.#remembered;
    let reach = reaches.get(ref);
    if (!reach) {
      reach = inTurns(reachOf(ref, graph));
      reaches.set(ref, reach);
    }
    return reach;
  }
}

function* reachOf(ref: string, graph: DependencyGraph): Steps<Reach> {
  const { failed, degraded } = yield* measureImpactInSteps(graph, {
    down: [ref],
  });
  const functions: string[] = [];
  let shortest = Infinity;
  yield* eachInSteps(failed.nodes(), ({ node, kind, hops, rtoSeconds }) => {
    if (hops === 0) return;
    if (kind === FUNCTION_NODE) functions.push(node);
    shortest = Math.min(shortest, rtoSeconds ?? Infinity);
  });
  return {
    failed: failed.count - 1,
    degraded: degraded.count,
    functions: functions.sort(),
    ...(shortest < Infinity && { shortestRto: isoDuration(shortest) }),
  };
}

function titleOf(ref: string, { entry }: GraphSnapshot): string {
  return entry(ref)?.entity.metadata.title ?? ref;
}

function unknown(problem: string): BlastRadius {
  return { state: 'unknown', problem };
}
