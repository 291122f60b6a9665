import {
  defaultRoots,
  findSinglePointsInSteps,
  PointExplainer,
  type SinglePoints,
  type Steps,
} from '@continuity/engine';
import { createTurns, inTurns } from '../../calendars/turns';
import type {
  PointsOfFailure,
  PointsOfFailureRequest,
} from '@continuity/plugin-continuity-common';
import { canonicalRef, type Caller } from '../../http';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { FUNCTION_NODE, kindOfNode, SYSTEM_NODE } from '../model/nodeKinds';
import { passes, readOwner } from '../view/filterNodes';
import { filterInSteps } from '../view/inSteps';
import { pageOf } from '../view/paging';
import { pointsCsv } from './pointsCsv';

/** Roots that are looked at; the API takes as many by name. */
const MAX_ROOTS = 1000;
/** Roots that a point shows, each with the way to it. */
const MAX_SHOWN = 20;

/** Rows of a file. */
const MAX_ROWS = 10_000;

type PointOfFailure = PointsOfFailure['items'][number];

/** What was found for one caller. */
interface Found {
  asked: AskedGraph;
  roots: string[];
  /** Roots that the graph does not know, or the caller may not see. */
  unknown: string[];
  points: SinglePoints;
  /** Refs that the filters let through and the caller may see, most roots first. */
  listed: string[];
  hidden: number;
}

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
    const { limit = 50, cursor } = request;
    const found = await this.#find(request, caller);
    const page = pageOf(
      found.listed,
      { limit, ...(cursor !== undefined && { cursor }) },
      found.asked.snapshot.revision,
    );
    return {
      graph: found.asked.freshness,
      roots: found.roots.length,
      unknown: found.unknown,
      totalItems: found.listed.length,
      hidden: found.hidden,
      items: await this.#presentAll(page.items, found),
      ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    };
  }

  /** All of them as CSV, a row for each; limit and cursor are not looked at. */
  async csv(request: PointsOfFailureRequest, caller: Caller): Promise<string> {
    const found = await this.#find(request, caller);
    return inTurns(
      pointsCsv(
        await this.#presentAll(found.listed.slice(0, MAX_ROWS), found),
        {
          hidden: found.hidden,
          left: Math.max(0, found.listed.length - MAX_ROWS),
        },
      ),
    );
  }

  async #find(request: PointsOfFailureRequest, caller: Caller): Promise<Found> {
    const { owner } = request;
    const filter = owner === undefined ? {} : { owner: readOwner(owner) };
    const named = request.roots?.map((ref, index) =>
      canonicalRef(`roots.${index}`, ref),
    );
    const asked = await this.#questions.ask(caller);
    const { snapshot, view } = asked;
    const { roots, unknown } = await inTurns(
      this.#roots(named, request.kind, asked),
    );
    const points = await inTurns(
      findSinglePointsInSteps(snapshot.graph, roots),
    );
    const turn = createTurns();
    const listed: string[] = [];
    let hidden = 0;
    for (const { node } of points.counted()) {
      if (!view.sees(node)) hidden += 1;
      else if (passes(node, filter, snapshot)) listed.push(node);
      await turn();
    }
    return { asked, roots, unknown, points, listed, hidden };
  }

  async #presentAll(
    refs: readonly string[],
    { points, asked }: Found,
  ): Promise<PointOfFailure[]> {
    const turn = createTurns();
    const items: PointOfFailure[] = [];
    for (const ref of refs) {
      const explainer = await inTurns(
        PointExplainer.inSteps(asked.snapshot.graph, ref),
      );
      items.push(this.#present(ref, points.rootsOf(ref), explainer, asked));
      await turn();
    }
    return items;
  }

  *#roots(
    named: string[] | undefined,
    kind: PointsOfFailureRequest['kind'],
    { snapshot, view }: AskedGraph,
  ): Steps<{ roots: string[]; unknown: string[] }> {
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
        : yield* this.#ofKind(kind, snapshot.entries());
    return {
      roots: roots
        .filter(ref => view.sees(ref))
        .sort()
        .slice(0, MAX_ROOTS),
      unknown: [],
    };
  }

  *#ofKind(
    kind: NonNullable<PointsOfFailureRequest['kind']>,
    entries: ReturnType<AskedGraph['snapshot']['entries']>,
  ): Steps<string[]> {
    const [strictest] = this.#questions.tiers;
    const ofKind = yield* filterInSteps(entries, ({ entity, profile }) => {
      const is = kindOfNode(entity);
      return (
        (kind === 'business-function' && is === FUNCTION_NODE) ||
        (kind === 'system' && is === SYSTEM_NODE) ||
        (kind === 'most-critical-tier' && profile.tier?.id === strictest?.id)
      );
    });
    return ofKind.map(({ ref }) => ref);
  }

  #present(
    ref: string,
    roots: readonly string[],
    explainer: PointExplainer,
    { snapshot, view }: AskedGraph,
  ): PointOfFailure {
    const rank = (root: string) => {
      const tier = snapshot.entry(root)?.profile.tier?.id;
      const at = this.#questions.tiers.findIndex(({ id }) => id === tier);
      return at < 0 ? Infinity : at;
    };
    const shown = [...roots]
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .slice(0, MAX_SHOWN)
      .map(root => ({ root, explained: explainer.explain(root) }));
    const shield = shown[0]?.explained?.shield ?? '';
    return {
      node: view.node(ref),
      rootCount: roots.length,
      // Only roots that the caller may see are looked at.
      hiddenRoots: 0,
      roots: shown.map(({ root, explained }) => ({
        node: view.node(root),
        path: view.path(explained?.path ?? [ref, root]),
      })),
      shield: view.words(shield),
      mentions: view.mentions([shield]),
    };
  }
}
