import type { WindowScope } from '@continuity/engine';
import type { CatalogService } from '../../catalog';
import { createTurns } from '../turns';
import type { PositionSet } from './PositionSet';
import type { ScopeReach } from './ScopeReach';
import { partsOf } from './scopeParts';
import type { ServiceIndex } from './ServiceIndex';

/** Services that none of some windows tells apart: what holds for one holds for all. */
export interface ServiceGroup {
  /** The first of them. */
  service: CatalogService;
  /** Positions, in ascending order. */
  positions: number[];
  /** Which of the scopes asked about are for their services; see {@link partsOf}. */
  names: ReadonlySet<string>;
}

/** A scope, and who knows whom it is for. */
export interface AskedScope {
  scope: WindowScope;
  reach: ScopeReach;
}

/** What the services of a group have in common: they are in it, and in what its parent says. */
interface Branch {
  parent?: Branch;
  name?: string;
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
  const branches: Branch[] = index.facets.map(() => ({}));
  const branchOf = Uint32Array.from(index.facetOf);
  for (const [name, { scope, reach }] of distinctServiceScopes(scopes)) {
    const members = (await reach.of(scope)).and(among);
    const grown = new Map<number, number>();
    for (const position of members) {
      const parent = branchOf[position];
      let branch = grown.get(parent);
      if (branch === undefined) {
        branch = branches.push({ parent: branches[parent], name }) - 1;
        grown.set(parent, branch);
      }
      branchOf[position] = branch;
    }
    await turn();
  }
  const groups = new Map<number, ServiceGroup>();
  for (const position of among) {
    const branch = branchOf[position];
    const group = groups.get(branch);
    if (group) {
      group.positions.push(position);
    } else {
      groups.set(branch, {
        service: index.rows[position].service,
        positions: [position],
        names: namesOf(branches[branch]),
      });
      await turn();
    }
  }
  return [...groups.values()];
}

function namesOf(branch: Branch): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: Branch | undefined = branch; at; at = at.parent) {
    if (at.name !== undefined) {
      names.add(at.name);
    }
  }
  return names;
}

/** How {@link ServiceGroup.names} calls a scope of services. */
export function nameOfServices(services: WindowScope): string {
  return JSON.stringify(services);
}

/** The parts of scopes that a facet does not decide, by name. */
function distinctServiceScopes(
  scopes: Iterable<AskedScope>,
): Map<string, AskedScope> {
  const distinct = new Map<string, AskedScope>();
  for (const { scope, reach } of scopes) {
    const { services } = partsOf(scope);
    if (services) {
      const name = nameOfServices(services);
      if (!distinct.has(name)) {
        distinct.set(name, { scope: services, reach });
      }
    }
  }
  return distinct;
}
