import type { GraphStatus } from '@continuity/plugin-continuity-common';
import type { Steps } from '@continuity/engine';
import { inTurns } from '../calendars/turns';
import type { Caller } from '../http';
import type { AskedGraph, GraphQuestions } from './GraphQuestions';
import { regionsOf } from './impact/knownOutage';
import type { Traffic } from './observed/Traffic';
import { eachInSteps } from './view/inSteps';

const MAX_REGIONS = 500;

/** How large and how old the graph is. */
export class GraphStatusService {
  readonly #questions: GraphQuestions;
  readonly #traffic: Pick<Traffic, 'present'>;

  constructor(options: {
    questions: GraphQuestions;
    traffic: Pick<Traffic, 'present'>;
  }) {
    this.#questions = options.questions;
    this.#traffic = options.traffic;
  }

  async status(caller: Caller): Promise<GraphStatus> {
    const snapshot = await this.#questions.snapshot();
    const common = { maxAge: this.#questions.maxAge };
    if (!snapshot) {
      return {
        ...common,
        graph: this.#questions.freshness(undefined),
        nodes: 0,
        edges: 0,
        groups: 0,
        unresolved: 0,
        regions: [],
        sources: await this.#traffic.present(undefined),
      };
    }
    const asked = await this.#questions.ask(caller);
    return {
      ...common,
      graph: asked.freshness,
      ...(await inTurns(sizesOf(asked))),
      regions: await inTurns(visibleRegions(asked)),
      sources: await this.#traffic.present(asked.snapshot),
    };
  }
}

type Sizes = Pick<GraphStatus, 'nodes' | 'edges' | 'groups' | 'unresolved'>;

const remembered = new WeakMap<object, Sizes>();

function* sizesOf({ snapshot: { graph } }: AskedGraph): Steps<Sizes> {
  let sizes = remembered.get(graph);
  if (!sizes) {
    let groups = 0;
    let unresolved = 0;
    yield* eachInSteps(graph.nodes(), ({ node }) => {
      groups += graph.groupsOf(node).length;
      if (!graph.declares(node)) unresolved += 1;
    });
    sizes = {
      nodes: graph.nodeCount,
      edges: graph.edgeCount,
      groups,
      unresolved,
    };
    remembered.set(graph, sizes);
  }
  return sizes;
}

function* visibleRegions({
  snapshot,
  view,
}: AskedGraph): Steps<GraphStatus['regions']> {
  return [...(yield* regionsOf(snapshot.graph))]
    .map(([name, refs]) => ({
      name,
      entities: refs.filter(ref => view.sees(ref)).length,
    }))
    .filter(({ entities }) => entities > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MAX_REGIONS);
}
