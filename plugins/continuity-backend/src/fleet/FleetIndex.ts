import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { TierDefinition } from '@continuity/engine';
import type { CatalogService, CatalogSnapshot } from '../catalog';

export const UNCLASSIFIED = 'unclassified';

export type FleetSort = 'name' | 'tier' | 'rto' | 'owner' | 'system';
export type SortOrder = 'asc' | 'desc';

/** A service as the fleet shows it, with what sorting and filtering look at. */
export interface FleetRow {
  service: CatalogService;
  name: string;
  title?: string;
  /** Canonical ref of the owner. */
  owner?: string;
  /** Canonical ref of the system. */
  system?: string;
  /** Tier id or `unclassified`. */
  tier: string;
  /** Lower-case name and title. */
  searched: string;
}

/**
 * The services of one revision, ready to be filtered and sorted.
 *
 * Every Component is a service of the fleet. Resources, Systems and APIs are when
 * they carry `spec.continuity`: most catalogs hold many of them that nobody ever
 * deploys, and they would drown what is unclassified and should not be.
 */
export class FleetIndex {
  /** In the order of their names; a position here identifies a row. */
  readonly rows: readonly FleetRow[];
  readonly #tierRank: ReadonlyMap<string, number>;
  readonly #orders = new Map<string, readonly number[]>();

  private constructor(rows: FleetRow[], tierRank: ReadonlyMap<string, number>) {
    this.rows = rows;
    this.#tierRank = tierRank;
  }

  static build(
    snapshot: Pick<CatalogSnapshot, 'services'>,
    tiers: readonly TierDefinition[],
  ): FleetIndex {
    const rows: FleetRow[] = [];
    for (const service of snapshot.services.values()) {
      if (belongsToFleet(service.entity)) {
        rows.push(fleetRow(service));
      }
    }
    rows.sort(
      (a, b) =>
        compareText(a.name, b.name) ||
        compareText(a.service.entityRef, b.service.entityRef),
    );
    return new FleetIndex(
      rows,
      new Map(tiers.map((tier, rank) => [tier.id, rank])),
    );
  }

  /** Positions of all rows in an order; rows without the value stand last. */
  order(sort: FleetSort, order: SortOrder): readonly number[] {
    const key = `${sort} ${order}`;
    let positions = this.#orders.get(key);
    if (!positions) {
      positions = this.#sorted(sort, order);
      this.#orders.set(key, positions);
    }
    return positions;
  }

  #sorted(sort: FleetSort, order: SortOrder): number[] {
    const sign = order === 'asc' ? 1 : -1;
    const positions = this.rows.map((_, position) => position);
    if (sort === 'name') {
      return order === 'asc' ? positions : positions.reverse();
    }
    const keys = this.rows.map(row => this.#key(row, sort));
    return positions.sort((a, b) => {
      const [left, right] = [keys[a], keys[b]];
      if (left === right) return a - b;
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return left < right ? -sign : sign;
    });
  }

  #key(row: FleetRow, sort: FleetSort): string | number | undefined {
    switch (sort) {
      case 'tier':
        return this.#tierRank.get(row.tier);
      case 'rto':
        return row.service.profile.rto?.seconds;
      case 'owner':
        return row.owner;
      case 'system':
        return row.system;
      default:
        return row.name;
    }
  }
}

/** Whether an entity is a service of the fleet; see {@link FleetIndex}. */
export function belongsToFleet(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' ||
    entity.spec?.continuity !== undefined
  );
}

function fleetRow(service: CatalogService): FleetRow {
  const { entity, profile } = service;
  const { name, title } = entity.metadata;
  return {
    service,
    name,
    title,
    owner: refIn(entity, 'owner', 'Group'),
    system: refIn(entity, 'system', 'System'),
    tier: profile.tier?.id ?? UNCLASSIFIED,
    searched: `${name}\n${title ?? ''}`.toLocaleLowerCase('en-US'),
  };
}

/** The canonical ref in a field of the spec; absent when it is none. */
function refIn(
  entity: Entity,
  field: string,
  defaultKind: string,
): string | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'string'
    ? canonicalRef(value, defaultKind, entity.metadata.namespace)
    : undefined;
}

/** A ref in its canonical form; absent when it cannot be read. */
export function canonicalRef(
  ref: string,
  defaultKind: string,
  defaultNamespace: string = DEFAULT_NAMESPACE,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
