import { ServiceUnavailableError } from '@backstage/errors';
import type { Instant, TierDefinition } from '@continuity/engine';
import type { GraphFreshness } from '@continuity/plugin-continuity-common';
import type { FleetVisibility } from '../fleet';
import type { Caller } from '../http';
import type { GraphProjection, GraphSnapshot } from './types';
import { freshnessOf } from './view/freshness';
import { GraphView } from './view/GraphView';

/** What a question is answered from. */
export interface AskedGraph {
  snapshot: GraphSnapshot;
  view: GraphView;
  /** Stands in every answer. */
  freshness: GraphFreshness;
}

export interface GraphQuestionsOptions {
  projection: GraphProjection;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  tiers: readonly TierDefinition[];
  /** ISO 8601 duration. */
  maxAge: string;
  now: () => Instant;
}

/** Where every question about the graph begins: which graph, and what the caller may see. */
export class GraphQuestions {
  readonly #options: GraphQuestionsOptions;

  constructor(options: GraphQuestionsOptions) {
    this.#options = options;
  }

  get tiers(): readonly TierDefinition[] {
    return this.#options.tiers;
  }

  get maxAge(): string {
    return this.#options.maxAge;
  }

  get now(): Instant {
    return this.#options.now();
  }

  /** @throws ServiceUnavailableError while there is no graph at all */
  async ask(caller: Caller): Promise<AskedGraph> {
    const [snapshot, visible] = await Promise.all([
      this.#options.projection.current(),
      this.#options.visibility.visibleTo(caller),
    ]);
    if (!snapshot) {
      const problem = this.#options.projection.lastProblem();
      throw new ServiceUnavailableError(
        `The catalog has not been read completely yet${
          problem ? ` (${problem})` : ''
        }, so there is no graph; try again in a few seconds`,
      );
    }
    return {
      snapshot,
      view: new GraphView(snapshot, visible),
      freshness: this.freshness(snapshot),
    };
  }

  /** The newest graph, also when there is none. */
  async snapshot(): Promise<GraphSnapshot | undefined> {
    return this.#options.projection.current();
  }

  freshness(snapshot: GraphSnapshot | undefined): GraphFreshness {
    const { projection, maxAge } = this.#options;
    return freshnessOf(snapshot, { projection, maxAge, now: this.now });
  }
}
