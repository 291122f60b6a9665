import { defaultRoots } from '@continuity/engine';
import { createTurns } from '../../calendars/turns';
import type {
  PointsOfFailure,
  PointsOfFailureRequest,
} from '@continuity/plugin-continuity-common';
import { canonicalRef, type Caller } from '../../http';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { FUNCTION_NODE, kindOfNode, SYSTEM_NODE } from '../model/nodeKinds';
import { passes, readOwner } from '../view/filterNodes';
import { pageOf } from '../view/paging';
import { PointExplainer } from './PointExplainer';
import { PointsOfRoots } from './singlePoints';

/** Roots that are looked at; the API takes as many by name. */
const MAX_ROOTS = 1000;
/** Roots that a point shows, each with the way to it. */
const MAX_SHOWN = 20;

/** What brings down a root alone. */
export class PointsService {
  readonly #questions: GraphQuestions;

  constructor(questions: GraphQuestions) {
    this.#questions = questions;
  }

  async find(
    request: PointsOfFailureRequest,
    caller: Caller,
  ): Promise<PointsOfFailure> {
    const { limit = 50, cursor, owner } = request;
    const filter = owner === undefined ? {} : { owner: readOwner(owner) };
    const named = request.roots?.map((ref, index) =>
      canonicalRef(`roots.${index}`, ref),
    );
    const asked = await this.#questions.ask(caller);
    const { snapshot, view } = asked;
    const { roots, unknown } = this.#roots(named, request.kind, asked);
    const found = await PointsOfRoots.of(snapshot.graph, roots);
    const seen = found.points.filter(({ ref }) => view.sees(ref));
    const listed = seen.filter(({ ref }) => passes(ref, filter, snapshot));
    const page = pageOf(
      listed,
      { limit, ...(cursor !== undefined && { cursor }) },
      snapshot.revision,
    );
    const turn = createTurns();
    const items: PointsOfFailure['items'] = [];
    for (const { ref } of page.items) {
      items.push(this.#present(ref, found.rootsOf(ref), asked));
      await turn();
    }
    return {
      graph: asked.freshness,
      roots: roots.length,
      unknown,
      totalItems: listed.length,
      hidden: found.points.length - seen.length,
      items,
      ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    };
  }

  #roots(
    named: string[] | undefined,
    kind: PointsOfFailureRequest['kind'],
    { snapshot, view }: AskedGraph,
  ): { roots: string[]; unknown: string[] } {
    const { graph } = snapshot;
    if (named) {
      const isKnown = (ref: string) => graph.has(ref) && view.sees(ref);
      return {
        roots: [...new Set(named.filter(isKnown))].sort(),
        unknown: named.filter(ref => !isKnown(ref)),
      };
    }
    const roots =
      kind === undefined
        ? defaultRoots(graph)
        : this.#ofKind(kind, snapshot.entries());
    return {
      roots: roots
        .filter(ref => view.sees(ref))
        .sort()
        .slice(0, MAX_ROOTS),
      unknown: [],
    };
  }

  #ofKind(
    kind: NonNullable<PointsOfFailureRequest['kind']>,
    entries: ReturnType<AskedGraph['snapshot']['entries']>,
  ): string[] {
    const [strictest] = this.#questions.tiers;
    const roots: string[] = [];
    for (const { ref, entity, profile } of entries) {
      const is = kindOfNode(entity);
      if (
        (kind === 'business-function' && is === FUNCTION_NODE) ||
        (kind === 'system' && is === SYSTEM_NODE) ||
        (kind === 'most-critical-tier' && profile.tier?.id === strictest?.id)
      ) {
        roots.push(ref);
      }
    }
    return roots;
  }

  #present(
    ref: string,
    roots: readonly string[],
    { snapshot, view }: AskedGraph,
  ): PointsOfFailure['items'][number] {
    const rank = (root: string) => {
      const tier = snapshot.entry(root)?.profile.tier?.id;
      const at = this.#questions.tiers.findIndex(({ id }) => id === tier);
      return at < 0 ? Infinity : at;
    };
    const explainer = new PointExplainer(snapshot.graph, ref);
    const shown = [...roots]
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .slice(0, MAX_SHOWN)
      .map(root => ({ root, path: explainer.pathTo(root) }));
    return {
      node: view.node(ref),
      rootCount: roots.length,
      // Only roots that the caller may see are looked at.
      hiddenRoots: 0,
      roots: shown.map(({ root, path }) => ({
        node: view.node(root),
        path: view.path(path),
      })),
      shield: view.words(explainer.shield(shown[0]?.path ?? [ref])),
    };
  }
}
