import {
  applyChangesInSteps,
  type ContinuityProfile,
  GraphBuilder,
  type DependencyGraph,
  type NodeChange,
  type TierSettings,
} from '@continuity/engine';
import { createTurns, inTurns } from '../calendars/turns';
import type {
  CatalogService,
  DeclaredFunction,
  LoadedProjection,
  LoadedSnapshot,
} from '../catalog';
import { declareFunction, profileOfFunction } from './model/declareFunction';
import { declareService, type DeclarationRules } from './model/declareNode';
import type { GraphEntry, GraphProjection, GraphSnapshot } from './types';
import { filterInSteps } from './view/inSteps';

/** Who must not wait is answered from a graph that is at most this much behind, milliseconds. */
const CATCH_UP_MS = 1_000;

interface Held {
  of: LoadedSnapshot;
  profiles: ReadonlyMap<string, ContinuityProfile>;
  graph: DependencyGraph;
}

/**
 * The graph of this replica, made from its projection of the catalog. It has the age of
 * that projection: a catalog that cannot be read leaves the last graph in place. What
 * changed from one snapshot to the next is found by comparing what they hold, so it does
 * not matter how many revisions lie between them, and replicas with equal revisions have
 * equal graphs.
 */
export class CatalogGraph implements GraphProjection {
  readonly #projection: LoadedProjection;
  readonly #tiers: TierSettings;
  readonly #rules: DeclarationRules;
  #held: Held | undefined;
  #snapshot: GraphSnapshot | undefined;
  #catchingUp = false;
  #caughtUpAt = 0;
  /** One at a time: two that begin at once would both do all of the work. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: {
    projection: LoadedProjection;
    tiers: TierSettings;
    rules: DeclarationRules;
  }) {
    this.#projection = options.projection;
    this.#tiers = options.tiers;
    this.#rules = options.rules;
  }

  async current(): Promise<GraphSnapshot | undefined> {
    const of = await this.#projection.current();
    if (!of) {
      return undefined;
    }
    if (this.#held?.of === of && this.#snapshot) {
      return this.#snapshot;
    }
    const next = this.#turn
      .catch(() => undefined)
      .then(() => this.#bringUpTo(of));
    this.#turn = next;
    return next;
  }

  latest(): GraphSnapshot | undefined {
    // Who fails to bring it up to date leaves the last one, whose age tells.
    if (!this.#catchingUp && Date.now() - this.#caughtUpAt >= CATCH_UP_MS) {
      this.#catchingUp = true;
      this.current()
        .catch(() => undefined)
        .finally(() => {
          this.#catchingUp = false;
          this.#caughtUpAt = Date.now();
        });
    }
    return this.#snapshot;
  }

  lastProblem(): string | undefined {
    return this.#projection.lastProblem();
  }

  async #bringUpTo(of: LoadedSnapshot): Promise<GraphSnapshot> {
    const before = this.#held;
    if (before && this.#snapshot && !isNewer(of, before.of)) {
      return this.#snapshot;
    }
    const profiles = this.#profiles(of, before);
    const graph = before
      ? await this.#changed(before, of, profiles)
      : await this.#built(of, profiles);
    this.#held = { of, profiles, graph };
    this.#snapshot = snapshotOf(this.#held);
    return this.#snapshot;
  }

  async #built(
    of: LoadedSnapshot,
    profiles: Held['profiles'],
  ): Promise<DependencyGraph> {
    const turn = createTurns();
    const builder = new GraphBuilder();
    const add = async (change: NodeChange) => {
      if ('node' in change) {
        builder.addNode(change.node);
        change.edges.forEach(edge => builder.addEdge(edge));
      }
      await turn();
    };
    for (const service of of.services.values()) {
      await add(declareService(service, this.#rules));
    }
    for (const declared of of.functions.values()) {
      await add(this.#function(declared, profiles));
    }
    return inTurns(builder.buildInSteps());
  }

  async #changed(
    before: Held,
    of: LoadedSnapshot,
    profiles: Held['profiles'],
  ): Promise<DependencyGraph> {
    if (
      of.services === before.of.services &&
      of.functions === before.of.functions
    ) {
      return before.graph;
    }
    const turn = createTurns();
    const changes: NodeChange[] = [];
    const changed = filterInSteps(of.services, ([ref, service]) =>
      isChanged(before.of.services.get(ref), service),
    );
    for (const [, service] of await inTurns(changed)) {
      changes.push(declareService(service, this.#rules));
      await turn();
    }
    for (const [ref, declared] of of.functions) {
      if (before.of.functions.get(ref) !== declared) {
        changes.push(this.#function(declared, profiles));
      }
    }
    for (const [old, now] of [
      [before.of.services, of.services],
      [before.of.functions, of.functions],
    ]) {
      const gone = filterInSteps(old.keys(), ref => !now.has(ref));
      for (const removed of await inTurns(gone)) {
        changes.push({ removed });
      }
    }
    return inTurns(applyChangesInSteps(before.graph, changes));
  }

  #function(declared: DeclaredFunction, profiles: Held['profiles']) {
    const profile =
      profiles.get(declared.ref) ?? profileOfFunction(declared, this.#tiers);
    return declareFunction(declared, profile);
  }

  #profiles(of: LoadedSnapshot, before: Held | undefined): Held['profiles'] {
    return before?.of.functions === of.functions
      ? before.profiles
      : new Map(
          [...of.functions.values()].map(declared => [
            declared.ref,
            profileOfFunction(declared, this.#tiers),
          ]),
        );
  }
}

/** Two who asked at once may be answered in the other order. */
function isNewer(of: LoadedSnapshot, held: LoadedSnapshot): boolean {
  return (
    of !== held && (of.revision !== held.revision || of.readAt > held.readAt)
  );
}

/** A service is made anew when a function changed; its entity is not. */
function isChanged(
  before: CatalogService | undefined,
  now: CatalogService,
): boolean {
  return before !== now && before?.entity !== now.entity;
}

function snapshotOf({ of, profiles, graph }: Held): GraphSnapshot {
  const entry = (ref: string): GraphEntry | undefined => {
    const service = of.services.get(ref);
    if (service) {
      return entryOfService(service);
    }
    const declared = of.functions.get(ref);
    const profile = profiles.get(ref);
    return declared && profile
      ? { ref, entity: declared.versions.newest, profile }
      : undefined;
  };
  return {
    graph,
    revision: of.revision,
    readAt: of.readAt,
    entry,
    *entries() {
      for (const service of of.services.values()) {
        yield entryOfService(service);
      }
      for (const ref of of.functions.keys()) {
        const found = entry(ref);
        if (found) yield found;
      }
    },
  };
}

function entryOfService(service: CatalogService): GraphEntry {
  return {
    ref: service.entityRef,
    entity: service.entity,
    profile: service.profile,
    ...(service.declared && { declared: service.declared }),
  };
}
