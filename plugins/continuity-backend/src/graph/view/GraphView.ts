import type { GraphEdge } from '@continuity/engine';
import type {
  DependencySource,
  GraphGroupRef,
  GraphNode,
  GraphPath,
  GraphPathStep,
} from '@continuity/plugin-continuity-common';
import type { VisibleEntities } from '../../fleet';
import { ownerOf, systemOf } from '../model/entityFacts';
import type { GraphSnapshot } from '../types';

/** Longest path that is shown; a longer one explains nothing to anybody. */
const MAX_STEPS = 200;

/** Canonical refs as they stand in sentences; a full stop may follow. */
const REF = /[a-z0-9_.-]+:[a-z0-9_.-]+\/[a-z0-9_.-]+/g;

/** One caller's view of the graph, for one answer: who may be named, and how. */
export class GraphView {
  readonly snapshot: GraphSnapshot;
  readonly #visible: VisibleEntities;
  readonly #hidden = new Map<string, string>();
  readonly #edges = new Map<string, Map<string, GraphEdge>>();

  constructor(snapshot: GraphSnapshot, visible: VisibleEntities) {
    this.snapshot = snapshot;
    this.#visible = visible;
  }

  /**
   * Whether the caller may know of a node. What is only referred to has no permission of
   * its own: whoever sees an entity sees what it names.
   */
  sees(ref: string): boolean {
    if (this.#visible === 'all' || this.#visible.has(ref)) {
      return true;
    }
    const { graph, entry } = this.snapshot;
    return (
      entry(ref) === undefined &&
      graph.dependantsOf(ref).some(({ from }) => this.#seesEntity(from))
    );
  }

  node(ref: string): GraphNode {
    if (!this.sees(ref)) {
      return { id: this.#hiddenId(ref) };
    }
    const found = this.snapshot.entry(ref);
    if (!found) {
      return { id: ref, ref, known: false };
    }
    const { entity, profile } = found;
    const owner = ownerOf(entity);
    const system = systemOf(entity);
    const { title } = entity.metadata;
    const type = entity.spec?.type;
    return {
      id: ref,
      ref,
      kind: entity.kind.toLocaleLowerCase('en-US'),
      ...(title !== undefined && { title }),
      ...(typeof type === 'string' && { type }),
      ...(owner !== undefined && { owner }),
      ...(system !== undefined && { system }),
      ...(profile.tier && {
        tier: { id: profile.tier.id, title: profile.tier.title },
      }),
      ...(profile.rto && { rto: profile.rto.duration }),
      ...(profile.rpo && { rpo: profile.rpo.duration }),
    };
  }

  /** @param refs - from the cause to what it affects, each depending on the one before */
  path(refs: readonly string[]): GraphPath {
    return shortened(refs).map((ref, index, all): GraphPathStep => {
      const before = index > 0 ? all[index - 1] : undefined;
      const edge = before === undefined ? undefined : this.edge(ref, before);
      return {
        node: this.node(ref),
        ...(edge && { strength: edge.strength ?? 'hard' }),
        ...(edge && this.#declaredBy(ref, edge)),
      };
    });
  }

  /** How one depends on the other. Absent: it does not. */
  edge(from: string, to: string): GraphEdge | undefined {
    let edges = this.#edges.get(from);
    if (!edges) {
      edges = new Map();
      for (const edge of this.snapshot.graph.dependenciesOf(from)) {
        if (!edges.has(edge.to)) edges.set(edge.to, edge);
      }
      this.#edges.set(from, edges);
    }
    return edges.get(to);
  }

  /** The group that an edge belongs to, with its size. */
  group({ from, group }: GraphEdge): GraphGroupRef | undefined {
    const found =
      group === undefined
        ? undefined
        : this.snapshot.graph
            .groupsOf(from)
            .find(({ group: name }) => name === group);
    return (
      found && {
        name: found.group,
        minAvailable: found.minAvailable,
        size: found.members.length,
      }
    );
  }

  /**
   * Whom texts name by ref, each once, in the order in which it is named: for a page that
   * shows titles. What the caller may not see is left out.
   */
  mentions(texts: readonly string[]): GraphNode[] {
    const refs = texts.flatMap(text => (text.match(REF) ?? []).map(refIn));
    return [...new Set(refs)]
      .filter(ref => this.snapshot.graph.has(ref) && this.sees(ref))
      .map(ref => this.node(ref));
  }

  /** A text of the engine, in which what the caller may not see is not named. */
  words(text: string): string {
    return text.replace(REF, match => {
      const ref = refIn(match);
      return this.snapshot.graph.has(ref) && !this.sees(ref)
        ? `something that you may not see${match.slice(ref.length)}`
        : match;
    });
  }

  #declaredBy(from: string, edge: GraphEdge): Partial<GraphPathStep> {
    // The name of a group is told by whoever declares it.
    const group = this.sees(from) ? this.group(edge) : undefined;
    const source = sourceOf(edge);
    return { ...(source && { source }), ...(group && { group }) };
  }

  #seesEntity(ref: string): boolean {
    return this.#visible === 'all' || this.#visible.has(ref);
  }

  #hiddenId(ref: string): string {
    let id = this.#hidden.get(ref);
    if (id === undefined) {
      id = `hidden-${this.#hidden.size + 1}`;
      this.#hidden.set(ref, id);
    }
    return id;
  }
}

/** Without the full stops of the sentence. */
function refIn(match: string): string {
  return match.replace(/[.]+$/, '');
}

const SOURCES: readonly DependencySource[] = [
  'depends-on',
  'consumes-api',
  'provides-api',
  'part-of',
  'supports',
  'continuity',
];

/** Where an edge is declared, in the words of the API. */
export function sourceOf({ source }: GraphEdge): DependencySource | undefined {
  return SOURCES.find(known => known === source);
}

/** Keeps both ends: the cause and what is affected are what people look for. */
function shortened(refs: readonly string[]): readonly string[] {
  return refs.length <= MAX_STEPS
    ? refs
    : [...refs.slice(0, MAX_STEPS - 1), ...refs.slice(-1)];
}
