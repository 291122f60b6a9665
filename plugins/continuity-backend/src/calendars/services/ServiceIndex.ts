import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '../../catalog';
import { belongsToFleet, canonicalRef, PredicateColumns } from '../../fleet';
import { createTurns } from '../turns';
import { PositionSet } from './PositionSet';

export const UNCLASSIFIED = 'unclassified';

/** A service with what filters and groups look at. */
export interface ServiceRow {
  service: CatalogService;
  /** Canonical ref of the owner. Absent: it names none. */
  owner?: string;
  /** Tier id or `unclassified`. */
  tier: string;
}

/**
 * The services of one revision, ready for being counted. A position identifies a
 * service; they are in the order of their refs.
 */
export class ServiceIndex {
  readonly rows: readonly ServiceRow[];
  /** Those that the fleet shows, and so those that are counted. */
  readonly fleet: PositionSet;
  /** Services of the same tier and environments are one facet; a service of each. */
  readonly facets: readonly CatalogService[];
  readonly facetOf: Uint32Array;
  readonly predicates: PredicateColumns;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #bySystem: ReadonlyMap<string, number[]>;
  readonly #byFunction: ReadonlyMap<string, number[]>;

  private constructor(parts: {
    rows: ServiceRow[];
    facets: CatalogService[];
    facetOf: Uint32Array;
    predicates: PredicateColumns;
    bySystem: Map<string, number[]>;
    byFunction: Map<string, number[]>;
  }) {
    this.rows = parts.rows;
    this.facets = parts.facets;
    this.facetOf = parts.facetOf;
    this.predicates = parts.predicates;
    this.#bySystem = parts.bySystem;
    this.#byFunction = parts.byFunction;
    this.#positions = new Map(
      parts.rows.map(({ service }, position) => [service.entityRef, position]),
    );
    this.fleet = this.where(({ service }) => belongsToFleet(service.entity));
  }

  /** @param previous - what predicates said there of services that are still the same */
  static async build(
    services: ReadonlyMap<string, CatalogService>,
    previous?: ServiceIndex,
  ): Promise<ServiceIndex> {
    const turn = createTurns();
    const refs = [...services.keys()].sort();
    const rows: ServiceRow[] = [];
    const facets = new Map<string, number>();
    const representatives: CatalogService[] = [];
    const facetOf = new Uint32Array(refs.length);
    const bySystem = new Map<string, number[]>();
    const byFunction = new Map<string, number[]>();
    for (const ref of refs) {
      await turn();
      const service = services.get(ref);
      if (service) {
        const row = rowOf(service);
        const position = rows.push(row) - 1;
        const key = JSON.stringify([row.tier, service.environments]);
        let facet = facets.get(key);
        if (facet === undefined) {
          facet = representatives.push(service) - 1;
          facets.set(key, facet);
        }
        facetOf[position] = facet;
        service.systems.forEach(system => put(bySystem, system, position));
        service.businessFunctions.forEach(of => put(byFunction, of, position));
      }
    }
    return new ServiceIndex({
      rows,
      facets: representatives,
      facetOf,
      predicates: new PredicateColumns(rows, previous?.predicates),
      bySystem,
      byFunction,
    });
  }

  get size(): number {
    return this.rows.length;
  }

  /** Absent: it is none of the services. */
  positionOf(entityRef: string): number | undefined {
    return this.#positions.get(entityRef);
  }

  where(test: (row: ServiceRow, position: number) => boolean): PositionSet {
    return PositionSet.where(this.size, position =>
      test(this.rows[position], position),
    );
  }

  /** Services that are part of one of the systems, or are it. */
  inSystems(refs: readonly string[]): PositionSet {
    return this.#listed(this.#bySystem, refs);
  }

  /** Services that support one of the business functions. */
  supporting(refs: readonly string[]): PositionSet {
    return this.#listed(this.#byFunction, refs);
  }

  #listed(
    lists: ReadonlyMap<string, readonly number[]>,
    refs: readonly string[],
  ): PositionSet {
    return PositionSet.of(
      this.size,
      refs.flatMap(ref => lists.get(ref) ?? []),
    );
  }
}

function rowOf(service: CatalogService): ServiceRow {
  return {
    service,
    owner: ownerOf(service.entity),
    tier: service.profile.tier?.id ?? UNCLASSIFIED,
  };
}

function ownerOf({ spec, metadata }: Entity): string | undefined {
  return typeof spec?.owner === 'string'
    ? canonicalRef(spec.owner, 'Group', metadata.namespace)
    : undefined;
}

function put(lists: Map<string, number[]>, key: string, position: number) {
  const list = lists.get(key);
  if (list) {
    list.push(position);
  } else {
    lists.set(key, [position]);
  }
}
