import type { Instant } from '@continuity/engine';
import {
  ANNOTATION_TRACED_AS,
  type TrafficSource,
} from '@continuity/plugin-continuity-common';
import type { GraphSettings } from '../../config/types';
import { toIso } from '../../http';
import { kindOfNode } from '../model/nodeKinds';
import type { GraphSnapshot } from '../types';
import type {
  SeenCall,
  StoredTrafficSource,
  TrafficStore,
} from './TrafficStore';

/** Readings that may be missed before what is known of a source is stale. */
const MISSED = 3;
const MAX_UNMATCHED = 200;

/** Calls between two entities, over all sources. */
export interface ObservedCall {
  from: string;
  to: string;
  calls: number;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  /** Ids of sources. */
  sources: string[];
}

/** How up to date a source is. */
interface ObservedSource {
  id: string;
  state: TrafficSource['state'];
  /** When it was last read. Absent: never. */
  readAt?: Instant;
}

/** What traffic shows, at one revision of the graph and of all sources. */
export interface Observed {
  calls: ObservedCall[];
  /** Since when every fresh source was read without a gap. Absent: none is fresh. */
  watchedSince?: Instant;
  /** Entities that were seen in traffic at all, as caller or called. */
  seen: ReadonlySet<string>;
  /** Calls by name, of names that no entity answers to, by source. */
  unmatched: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** All that are configured, whatever their state. */
  sources: readonly ObservedSource[];
  /** Names the state of the sources; equal when nothing was read in between. */
  revision: string;
}

const NOTHING: Observed = {
  calls: [],
  seen: new Set(),
  unmatched: new Map(),
  sources: [],
  revision: '',
};

/** What this replica knows of the calls between services. */
export class Traffic {
  readonly #store: Pick<TrafficStore, 'sources' | 'calls'>;
  readonly #settings: GraphSettings['traffic'];
  readonly #now: () => Instant;
  #calls: { revision: string; calls: SeenCall[] } | undefined;
  #observed: { of: GraphSnapshot['graph']; observed: Observed } | undefined;

  constructor(options: {
    store: Pick<TrafficStore, 'sources' | 'calls'>;
    settings: GraphSettings['traffic'];
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  /** What the sources show of the entities of a graph. */
  async observed(snapshot: GraphSnapshot): Promise<Observed> {
    if (this.#settings.sources.length === 0) {
      return NOTHING;
    }
    const sources = await this.#configured();
    const fresh = sources.filter(source => this.#state(source) === 'fresh');
    const revision = sources
      .map(
        ({ id, revision: of }) =>
          `${id}:${of}:${fresh.some(one => one.id === id)}`,
      )
      .join(' ');
    if (
      this.#observed?.of === snapshot.graph &&
      this.#observed.observed.revision === revision
    ) {
      return this.#observed.observed;
    }
    if (this.#calls?.revision !== revision) {
      this.#calls = { revision, calls: await this.#store.calls() };
    }
    const ids = new Set(sources.map(({ id }) => id));
    const matched = match(
      this.#calls.calls.filter(({ source }) => ids.has(source)),
      namesOf(snapshot),
    );
    const since = fresh.map(({ watchedSince }) => watchedSince ?? Infinity);
    const observed = {
      ...matched,
      revision,
      sources: sources.map(source => ({
        id: source.id,
        state: this.#state(source),
        ...(source.readAt !== undefined && { readAt: source.readAt }),
      })),
      ...(since.length > 0 && { watchedSince: Math.max(...since) }),
    };
    this.#observed = { of: snapshot.graph, observed };
    return observed;
  }

  /** The sources as the API shows them. */
  async present(snapshot: GraphSnapshot | undefined): Promise<TrafficSource[]> {
    if (this.#settings.sources.length === 0) {
      return [];
    }
    const [sources, observed] = await Promise.all([
      this.#configured(),
      snapshot && this.observed(snapshot),
    ]);
    const pairs = new Map<string, number>();
    for (const { source } of this.#calls?.calls ?? []) {
      pairs.set(source, (pairs.get(source) ?? 0) + 1);
    }
    return sources.map(source => ({
      id: source.id,
      type: source.type,
      state: this.#state(source),
      ...(source.readAt !== undefined && { readAt: toIso(source.readAt) }),
      ...(source.problem !== undefined && { lastProblem: source.problem }),
      pairs: pairs.get(source.id) ?? 0,
      unmatched: [...(observed?.unmatched.get(source.id) ?? [])]
        .map(([name, calls]) => ({ name, calls }))
        .sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1))
        .slice(0, MAX_UNMATCHED),
    }));
  }

  async #configured(): Promise<
    (StoredTrafficSource & { type: TrafficSource['type'] })[]
  > {
    const stored = new Map(
      (await this.#store.sources()).map(source => [source.id, source]),
    );
    return this.#settings.sources.map(({ id, type }) => ({
      ...(stored.get(id) ?? { id, revision: 0 }),
      type,
    }));
  }

  #state({ readAt }: StoredTrafficSource): TrafficSource['state'] {
    if (readAt === undefined) {
      return 'never-read';
    }
    const age = this.#now() - readAt;
    return age <= MISSED * this.#settings.refreshMs ? 'fresh' : 'stale';
  }
}

/**
 * Which entity answers to a name: those that say so in an annotation, else the component,
 * else the resource of that name. A name that several answer to belongs to none of them;
 * guessing would put one team's calls on another's account.
 */
function namesOf(snapshot: GraphSnapshot): ReadonlyMap<string, string> {
  const claims: Map<string, Set<string>>[] = [new Map(), new Map(), new Map()];
  const claim = (rank: number, name: string, ref: string) => {
    const refs = claims[rank].get(name);
    if (refs) refs.add(ref);
    else claims[rank].set(name, new Set([ref]));
  };
  for (const { ref, entity } of snapshot.entries()) {
    const kind = kindOfNode(entity);
    const traced = entity.metadata.annotations?.[ANNOTATION_TRACED_AS];
    if (traced !== undefined) {
      for (const name of traced.split(',')) claim(0, name.trim(), ref);
    } else if (kind === 'service') {
      claim(1, entity.metadata.name, ref);
    } else if (kind === 'resource' || kind === 'saas') {
      claim(2, entity.metadata.name, ref);
    }
  }
  const names = new Map<string, string>();
  const settled = new Set<string>();
  for (const ofRank of claims) {
    for (const [name, refs] of ofRank) {
      if (settled.has(name)) continue;
      settled.add(name);
      const [first] = refs;
      if (refs.size === 1 && first !== undefined) names.set(name, first);
    }
  }
  return names;
}

function match(
  calls: readonly SeenCall[],
  names: ReadonlyMap<string, string>,
): Pick<Observed, 'calls' | 'seen' | 'unmatched'> {
  const byPair = new Map<string, ObservedCall>();
  const unmatched = new Map<string, Map<string, number>>();
  const seen = new Set<string>();
  for (const call of calls) {
    const from = names.get(call.client);
    const to = names.get(call.server);
    for (const [name, ref] of [
      [call.client, from],
      [call.server, to],
    ] as const) {
      if (ref !== undefined) {
        seen.add(ref);
        continue;
      }
      const ofSource = unmatched.get(call.source) ?? new Map<string, number>();
      ofSource.set(name, (ofSource.get(name) ?? 0) + call.calls);
      unmatched.set(call.source, ofSource);
    }
    if (from !== undefined && to !== undefined && from !== to) {
      add(byPair, from, to, call);
    }
  }
  return {
    calls: [...byPair.values()],
    seen,
    unmatched,
  };
}

function add(
  byPair: Map<string, ObservedCall>,
  from: string,
  to: string,
  { source, calls, firstSeenAt, lastSeenAt }: SeenCall,
) {
  const key = `${from} ${to}`;
  const known = byPair.get(key);
  byPair.set(key, {
    from,
    to,
    calls: calls + (known?.calls ?? 0),
    firstSeenAt: Math.min(firstSeenAt, known?.firstSeenAt ?? Infinity),
    lastSeenAt: Math.max(lastSeenAt, known?.lastSeenAt ?? 0),
    sources: [...new Set([...(known?.sources ?? []), source])].sort(),
  });
}
