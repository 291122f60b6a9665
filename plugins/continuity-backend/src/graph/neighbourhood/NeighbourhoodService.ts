import { NotFoundError } from '@backstage/errors';
import type {
  EntityDependencies,
  GraphCounts,
  GraphDirection,
  GraphPicture,
  GraphReachPage,
} from '@continuity/plugin-continuity-common';
import { sortInSteps, type Steps } from '@continuity/engine';
import { inTurns } from '../../calendars/turns';
import type { Access, Caller } from '../../http';
import type { FindingsService } from '../findings/FindingsService';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { ownerOf } from '../model/entityFacts';
import { kindOfNode } from '../model/nodeKinds';
import { countReached, type Reached } from '../view/countReached';
import { type Drawable, drawPicture } from '../view/drawPicture';
import { eachInSteps, filterInSteps } from '../view/inSteps';
import { type NodeFilter, passes } from '../view/filterNodes';
import { pageOf } from '../view/paging';
import { composedOf } from './composed';
import {
  type Neighbour,
  type Neighbourhood,
  neighbourhoodOf,
} from './Neighbourhood';

const MAX_FINDINGS = 50;

const NOTHING: Neighbourhood = {
  dependants: [],
  dependencies: [],
  direct: { dependants: 0, dependencies: 0 },
};

/** What is asked of one direction. */
export interface ReachQuestion {
  direction: GraphDirection;
  /** Absent: any number. */
  maxHops?: number;
  filter: NodeFilter;
  page: { limit: number; cursor?: string };
}

/** Who needs an entity, and whom it needs. */
export class NeighbourhoodService {
  readonly #questions: GraphQuestions;
  readonly #access: Pick<Access, 'assertVisible'>;
  readonly #findings: Pick<FindingsService, 'about'>;

  constructor(options: {
    questions: GraphQuestions;
    access: Pick<Access, 'assertVisible'>;
    findings: Pick<FindingsService, 'about'>;
  }) {
    this.#questions = options.questions;
    this.#access = options.access;
    this.#findings = options.findings;
  }

  /** @throws NotFoundError when there is no such entity, or it is hidden */
  async around(ref: string, caller: Caller): Promise<EntityDependencies> {
    const { asked, found } = await this.#look(ref, caller);
    const { view, snapshot } = asked;
    const findings = await this.#findings.about(ref, asked);
    const group = (of: string) =>
      snapshot.graph
        .groupsOf(of)
        .map(({ group: name, minAvailable, members }) => ({
          name,
          minAvailable,
          members: members.map(member => view.node(member)),
        }));
    return {
      graph: asked.freshness,
      node: view.node(ref),
      inGraph: snapshot.graph.declares(ref),
      findings: findings.slice(0, MAX_FINDINGS),
      totalFindings: findings.length,
      dependants: {
        direct: found.direct.dependants,
        counts: await this.#counts(found.dependants, asked),
      },
      dependencies: {
        direct: found.direct.dependencies,
        counts: await this.#counts(found.dependencies, asked),
      },
      groups: group(ref),
      ...(snapshot.graph.declares(ref) &&
        (await inTurns(composedOf(ref, asked)))),
      picture: await inTurns(pictureOf(ref, found, asked)),
    };
  }

  /** @throws NotFoundError when there is no such entity, or it is hidden */
  async list(
    ref: string,
    { direction, maxHops = Infinity, filter, page }: ReachQuestion,
    caller: Caller,
  ): Promise<GraphReachPage> {
    const { asked, found } = await this.#look(ref, caller);
    const { view, snapshot } = asked;
    const near = found[direction].filter(({ hops }) => hops <= maxHops);
    const seen = await inTurns(filterInSteps(near, one => view.sees(one.ref)));
    const listed = await inTurns(
      filterInSteps(seen, one => passes(one.ref, filter, snapshot)),
    );
    const { items, nextCursor } = pageOf(listed, page, snapshot.revision);
    return {
      graph: asked.freshness,
      items: items.map(one => ({
        node: view.node(one.ref),
        hops: one.hops,
        outcome: one.outcome,
        path: view.path(one.path()),
      })),
      totalItems: listed.length,
      hidden: near.length - seen.length,
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async #look(
    ref: string,
    caller: Caller,
  ): Promise<{ asked: AskedGraph; found: Neighbourhood }> {
    const [, asked] = await Promise.all([
      this.#access.assertVisible(ref, caller),
      this.#questions.ask(caller),
    ]);
    const { graph } = asked.snapshot;
    if (!graph.has(ref)) {
      const { state } = asked.freshness;
      if (state === 'stale') {
        throw new NotFoundError(
          `${ref} is not in the graph, which is as the catalog was at ${asked.freshness.readAt}; it may be newer`,
        );
      }
      return { asked, found: NOTHING };
    }
    return { asked, found: await neighbourhoodOf(ref, asked.snapshot) };
  }

  async #counts(
    neighbours: readonly Neighbour[],
    asked: AskedGraph,
  ): Promise<GraphCounts> {
    return inTurns(
      countReached(
        reachedAmong(neighbours, asked),
        asked.view,
        this.#questions.tiers,
      ),
    );
  }
}

function* reachedAmong(
  neighbours: readonly Neighbour[],
  { snapshot }: AskedGraph,
): Iterable<Reached> {
  for (const { ref, hops, outcome } of neighbours) {
    if (outcome === 'unaffected') continue;
    const found = snapshot.entry(ref);
    const owner = found && ownerOf(found.entity);
    yield {
      ref,
      hops,
      outcome,
      ...(found && { kind: kindOfNode(found.entity) }),
      ...(found?.profile.tier && { tier: found.profile.tier.id }),
      ...(owner !== undefined && { owner }),
    };
  }
}

interface DrawableNeighbour extends Drawable {
  path: Neighbour['path'];
}

function* pictureOf(
  ref: string,
  found: Neighbourhood,
  { snapshot, view }: AskedGraph,
): Steps<GraphPicture> {
  const around: DrawableNeighbour[] = [];
  for (const direction of ['dependants', 'dependencies'] as const) {
    yield* eachInSteps(found[direction], one => {
      const { entity } = snapshot.entry(one.ref) ?? {};
      const owner = entity && ownerOf(entity);
      around.push({
        ref: one.ref,
        hops: one.hops,
        outcome: one.outcome,
        path: one.path,
        direction,
        ...(entity && { kind: kindOfNode(entity) }),
        ...(owner !== undefined && { owner }),
      });
    });
  }
  return yield* drawPicture(
    [{ ref, outcome: 'unaffected' }],
    yield* sortInSteps(around, (a, b) => a.hops - b.hops),
    view,
    ({ path }) => path(),
  );
}
