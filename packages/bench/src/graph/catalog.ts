import type { GraphEdge, GraphNode } from '@continuity/engine';
import { Chance } from '../calendar/random';

/** Takes in a catalog, one entity and one relation after the other. */
export interface CatalogSink {
  node(node: GraphNode): void;
  edge(edge: GraphEdge): void;
}

export interface CatalogSize {
  entities: number;
  relations: number;
}

export const SIZES: readonly CatalogSize[] = [
  { entities: 10_000, relations: 80_000 },
  { entities: 100_000, relations: 800_000 },
  { entities: 740_000, relations: 6_000_000 },
];

/** What a catalog consists of, by share of its entities, from what people see downwards. */
const SHARES = {
  function: 0.003,
  system: 0.04,
  component: 0.55,
  api: 0.2,
  resource: 0.2,
  platform: 0.007,
};

type Kind = keyof typeof SHARES;

const NAMES: Record<Kind, string> = {
  function: 'businessfunction:default/function',
  system: 'system:default/system',
  component: 'component:default/service',
  api: 'api:default/api',
  resource: 'resource:default/resource',
  platform: 'resource:default/platform',
};

const KINDS: Record<Kind, string> = {
  function: 'business-function',
  system: 'system',
  component: 'service',
  api: 'api',
  resource: 'resource',
  platform: 'resource',
};

/** Everything rests on it in the end. */
export const GROUND = 'resource:default/platform-0';

/** Services call those of deeper layers; few call back, which makes circles. */
const LAYERS = 5;

/**
 * A catalog like a large organisation's, the same for the same size: services in layers
 * that consume APIs, with databases and queues of their own, on a shared platform. How
 * often something is depended on follows a power law: most by none or one, a few by
 * thousands (density r^(-2/3) over ranks r, so degrees k with k^(-5/2)).
 */
export class SyntheticCatalog {
  readonly size: CatalogSize;
  readonly #counts: Record<Kind, number>;

  constructor(size: CatalogSize) {
    this.size = size;
    const count = (kind: Kind) => Math.round(SHARES[kind] * size.entities);
    this.#counts = {
      function: count('function'),
      system: count('system'),
      component: 0,
      api: count('api'),
      resource: count('resource'),
      platform: count('platform'),
    };
    const others = Object.values(this.#counts).reduce((sum, n) => sum + n, 0);
    this.#counts.component = size.entities - others;
  }

  name(kind: Kind, number: number): string {
    return `${NAMES[kind]}-${number}`;
  }

  /** Business functions, the first so many. */
  roots(most: number): string[] {
    return Array.from(
      { length: Math.min(most, this.#counts.function) },
      (_, index) => this.name('function', index),
    );
  }

  /** Some entities from all over, by chance. */
  some(count: number): string[] {
    const chance = new Chance(99);
    const kinds = Object.keys(SHARES) as Kind[];
    const weights = kinds.map(kind => [this.#counts[kind], kind] as const);
    return Array.from({ length: count }, () => {
      const kind = chance.weighted(weights);
      return this.name(kind, chance.below(this.#counts[kind]));
    });
  }

  /** Hands over all entities and relations in turn, nothing of which is kept. */
  stream(sink: CatalogSink): void {
    const chance = new Chance(7);
    this.#nodes(sink, chance);
    let edges = 0;
    const counting: CatalogSink = {
      node: sink.node,
      edge: edge => {
        edges++;
        sink.edge(edge);
      },
    };
    this.#scaffold(counting, chance);
    const { component } = this.#counts;
    while (edges < this.size.relations) {
      this.#serviceEdges(counting, chance, chance.below(component));
    }
  }

  #nodes(sink: CatalogSink, chance: Chance): void {
    for (const kind of Object.keys(SHARES) as Kind[]) {
      for (let number = 0; number < this.#counts[kind]; number++) {
        const tier = 1 + chance.below(4);
        sink.node({
          node: this.name(kind, number),
          kind: KINDS[kind],
          tier: `tier-${tier}`,
          owner: `group:default/team-${chance.below(2000)}`,
          rtoSeconds: 3600 * tier,
          recoverySeconds: 60 * (1 + chance.below(20)),
          availability: 0.999,
        });
      }
    }
  }

  /** What every entity has at least. */
  #scaffold(sink: CatalogSink, chance: Chance): void {
    const counts = this.#counts;
    for (let number = 0; number < counts.function; number++) {
      for (let edge = 0; edge < 6; edge++) {
        this.#link(
          sink,
          'function',
          number,
          'system',
          chance.below(counts.system),
        );
      }
    }
    for (let number = 0; number < counts.component; number++) {
      this.#link(sink, 'system', number % counts.system, 'component', number);
      this.#link(
        sink,
        'component',
        number,
        'platform',
        popular(chance, counts.platform),
      );
    }
    for (let number = 0; number < counts.api; number++) {
      // An API works as long as who provides it does.
      this.#link(sink, 'api', number, 'component', this.#provider(number));
    }
    for (let number = 0; number < counts.resource; number++) {
      this.#link(
        sink,
        'component',
        chance.below(counts.component),
        'resource',
        number,
      );
      this.#link(
        sink,
        'resource',
        number,
        'platform',
        popular(chance, counts.platform),
      );
    }
    for (let number = 1; number < counts.platform; number++) {
      this.#link(sink, 'platform', number, 'platform', chance.below(number));
    }
  }

  /** What a service uses besides, one to four of something. */
  #serviceEdges(sink: CatalogSink, chance: Chance, from: number): void {
    const { api, resource, component } = this.#counts;
    const layer = Math.floor((from * LAYERS) / component);
    const roll = chance.share();
    if (roll < 0.1) {
      const group = `stand-ins-${chance.below(4)}`;
      for (let member = 0; member < 2 + chance.below(2); member++) {
        sink.edge({
          from: this.name('component', from),
          to: this.name('resource', popular(chance, resource)),
          group,
          minAvailable: 1,
        });
      }
      return;
    }
    if (roll < 0.4) {
      this.#link(
        sink,
        'component',
        from,
        'resource',
        popular(chance, resource),
        chance,
      );
      return;
    }
    const calls = 1 + chance.below(4);
    for (let call = 0; call < calls; call++) {
      const isBack = layer === LAYERS - 1 ? chance.share() < 0.01 : false;
      const deepest = isBack ? LAYERS : Math.max(1, LAYERS - 1 - layer);
      // APIs are numbered from the deepest layer upwards.
      const target = popular(chance, Math.ceil((api * deepest) / LAYERS));
      this.#link(sink, 'component', from, 'api', target, chance);
    }
  }

  /** APIs with small numbers are provided by services of the deepest layer. */
  #provider(number: number): number {
    const { api, component } = this.#counts;
    return component - 1 - Math.floor((number * component) / api);
  }

  #link(
    sink: CatalogSink,
    fromKind: Kind,
    from: number,
    toKind: Kind,
    to: number,
    chance?: Chance,
  ): void {
    sink.edge({
      from: this.name(fromKind, from),
      to: this.name(toKind, to),
      strength: chance && chance.share() < 0.4 ? 'soft' : 'hard',
    });
  }
}

/** Small numbers far more often: a power law over ranks. */
function popular(chance: Chance, count: number): number {
  return Math.min(count - 1, Math.floor(count * chance.share() ** 3));
}
