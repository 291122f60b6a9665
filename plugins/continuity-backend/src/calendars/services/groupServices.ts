import type { WindowScope } from '@continuity/engine';
import type { CatalogService } from '../../catalog';
import { createTurns } from '../turns';
import type { PositionSet } from './PositionSet';
import type { ScopeReach } from './ScopeReach';
import type { ServiceIndex } from './ServiceIndex';

/** Services that none of some windows tells apart: what holds for one holds for all. */
export interface ServiceGroup {
  /** The first of them. */
  service: CatalogService;
  /** Positions, in ascending order. */
  positions: number[];
}

/** A scope, and who knows whom it is for. */
export interface AskedScope {
  scope: WindowScope;
  reach: ScopeReach;
}

/**
 * Groups services by what scopes can tell apart, so that a question about fifty thousand
 * of them has to be asked for a few only.
 */
export async function groupServices(
  index: ServiceIndex,
  scopes: Iterable<AskedScope>,
  among: PositionSet,
): Promise<ServiceGroup[]> {
  const turn = createTurns();
  const keys = new Map<number, string>();
  for (const position of among) {
    keys.set(position, String.fromCodePoint(index.facetOf[position]));
  }
  let mark = 0;
  for (const { scope, reach } of distinctServiceScopes(scopes)) {
    const members = (await reach.of(scope)).and(among);
    // Two code units for each scope, so that there may be more than 65536 of them.
    const text = String.fromCharCode(mark >>> 16, mark & 0xffff);
    mark += 1;
    for (const position of members) {
      keys.set(position, keys.get(position) + text);
    }
    await turn();
  }
  const groups = new Map<string, ServiceGroup>();
  for (const [position, key] of keys) {
    const group = groups.get(key);
    if (group) {
      group.positions.push(position);
    } else {
      const { service } = index.rows[position];
      groups.set(key, { service, positions: [position] });
    }
  }
  return [...groups.values()];
}

/** The parts of scopes that a facet does not decide; scopes without any are left out. */
function distinctServiceScopes(scopes: Iterable<AskedScope>): AskedScope[] {
  const distinct = new Map<string, AskedScope>();
  for (const { scope, reach } of scopes) {
    const { systems, businessFunctions, entities, except = {} } = scope;
    const exceptions = {
      ...(except.systems && { systems: except.systems }),
      ...(except.businessFunctions && {
        businessFunctions: except.businessFunctions,
      }),
      ...(except.entities !== undefined && { entities: except.entities }),
    };
    const part: WindowScope = {
      ...(systems && { systems }),
      ...(businessFunctions && { businessFunctions }),
      ...(entities !== undefined && { entities }),
      ...(Object.keys(exceptions).length > 0 && { except: exceptions }),
    };
    const key = JSON.stringify(part);
    if (key !== '{}' && !distinct.has(key)) {
      distinct.set(key, { scope: part, reach });
    }
  }
  return [...distinct.values()];
}
