import type { FreezeWindow, WindowScope } from '@continuity/engine';
import { type CatalogService, environmentsBound } from '../catalog';
import type { FleetIndex } from './FleetIndex';
import { OUTCOMES, PredicateColumns } from './PredicateColumns';

/** Which services a window is for, and in which of their environments. */
export interface WindowReach {
  /** Positions of rows in the index. */
  positions: readonly number[];
  /** Names of the environments bound, of a row among the positions. */
  environmentsOf(position: number): readonly string[];
}

/**
 * Works out the reach of windows over the services of one revision. It does not
 * depend on the time, so each is worked out once; windows of equal scope share it.
 *
 * The release class is left aside: the fleet shows a window that binds any class.
 */
export class FleetReach {
  readonly #index: FleetIndex;
  readonly #predicates: PredicateColumns;
  readonly #reaches = new Map<string, Promise<WindowReach>>();
  /** Services of the same tier and environments are one facet. */
  readonly #facetOf: Uint32Array;
  readonly #facets: CatalogService[] = [];

  constructor(index: FleetIndex, previous?: FleetReach) {
    this.#index = index;
    this.#predicates = new PredicateColumns(
      index.rows,
      previous && previous.#predicates,
    );
    this.#facetOf = new Uint32Array(index.rows.length);
    const known = new Map<string, number>();
    index.rows.forEach(({ service, tier }, position) => {
      const key = JSON.stringify([tier, service.environments]);
      let facet = known.get(key);
      if (facet === undefined) {
        facet = this.#facets.push(service) - 1;
        known.set(key, facet);
      }
      this.#facetOf[position] = facet;
    });
  }

  async of(window: FreezeWindow): Promise<WindowReach> {
    const { classes: _classes, ...scope } = window.scope;
    const key = JSON.stringify(scope);
    let reach = this.#reaches.get(key);
    if (!reach) {
      reach = this.#workOut(scope);
      this.#reaches.set(key, reach);
      reach.catch(() => this.#reaches.delete(key));
    }
    return reach;
  }

  async #workOut(scope: WindowScope): Promise<WindowReach> {
    const { entities, ...cheap } = scope;
    const bound = this.#facets.map(service =>
      environmentsBound(cheap, service),
    );
    const said =
      entities === undefined ? undefined : await this.#predicates.of(entities);
    const positions: number[] = [];
    for (let position = 0; position < this.#index.rows.length; position++) {
      if (
        bound[this.#facetOf[position]].length > 0 &&
        (!said || OUTCOMES[said[position]] !== 'no')
      ) {
        positions.push(position);
      }
    }
    return {
      positions,
      environmentsOf: position => bound[this.#facetOf[position]],
    };
  }
}
