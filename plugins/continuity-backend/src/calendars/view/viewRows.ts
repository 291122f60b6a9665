import { parseEntityRef } from '@backstage/catalog-model';
import type { WindowScope } from '@continuity/engine';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import type { CatalogService, CatalogSnapshot } from '../../catalog';
import type { Counted } from '../services/CountedServices';
import type { PositionSet } from '../services/PositionSet';
import type { Place } from '../services/ScopeReach';
import type { ServiceRow } from '../services/ServiceIndex';
import { createTurns } from '../turns';

export type RowsBy = 'system' | 'team' | 'tier' | 'region';
type ViewRow = NonNullable<CalendarView['rows']>[number];

/** The row of services that have no system, team or region. */
const NONE = 'none';

const TITLES_OF_NONE: Record<RowsBy, string> = {
  system: 'No system',
  team: 'No team',
  tier: 'No tier',
  region: 'No region',
};

interface Group {
  id: string;
  services: number;
  windows: number[];
}

/**
 * Groups services into rows and says which windows are for which of them; tiers from the
 * strictest on, others by title, and those that belong nowhere last.
 *
 * @param scopes - of the windows, in their order
 * @param chosen - the services of the filter
 * @param tiers - the strictest first
 */
export async function viewRows(
  by: RowsBy,
  { index, reach }: Counted,
  scopes: readonly WindowScope[],
  chosen: PositionSet,
  place: Place,
  tiers: readonly { id: string }[],
  titleOf: (id: string) => string,
): Promise<ViewRow[]> {
  const turn = createTurns();
  const groups = new Map<string, Group>();
  for (const position of chosen) {
    await turn();
    for (const id of idsOf(by, index.rows[position], place)) {
      const group = groups.get(id) ?? { id, services: 0, windows: [] };
      group.services += 1;
      groups.set(id, group);
    }
  }
  const known = new Map<string, readonly string[]>();
  for (let window = 0; window < scopes.length; window++) {
    const key = JSON.stringify(scopes[window]);
    let ids = known.get(key);
    if (!ids) {
      const bound = (await reach.of(scopes[window], place)).and(chosen);
      ids = [...idsBound(by, { index, reach }, scopes[window], bound, place)];
      known.set(key, ids);
      await turn();
    }
    ids.forEach(id => groups.get(id)?.windows.push(window));
  }
  const ranks = new Map(tiers.map(({ id }, rank) => [id, rank]));
  const rankOf = ({ id }: Group) => ranks.get(id) ?? ranks.size;
  return [...groups.values()]
    .map(group => ({
      ...group,
      title: group.id === NONE ? TITLES_OF_NONE[by] : titleOf(group.id),
    }))
    .sort(
      (a, b) =>
        Number(a.id === NONE) - Number(b.id === NONE) ||
        (by === 'tier' ? rankOf(a) - rankOf(b) : 0) ||
        compareText(a.title.toLowerCase(), b.title.toLowerCase()) ||
        compareText(a.id, b.id),
    );
}

/** What people call a row. */
export function rowTitles(
  by: RowsBy,
  snapshot: Pick<CatalogSnapshot, 'services'>,
  tiers: readonly { id: string; title: string }[],
): (id: string) => string {
  switch (by) {
    case 'system':
      return ref => {
        const system = snapshot.services.get(ref)?.entity.metadata;
        return system?.title ?? system?.name ?? parseEntityRef(ref).name;
      };
    case 'team':
      return ref => parseEntityRef(ref).name;
    case 'tier':
      return id => tiers.find(tier => tier.id === id)?.title ?? id;
    default:
      return region => region;
  }
}

/** The rows that a service stands in. */
function idsOf(by: RowsBy, row: ServiceRow, place: Place): readonly string[] {
  switch (by) {
    case 'system':
      return row.service.systems.length > 0 ? row.service.systems : [NONE];
    case 'team':
      return [row.owner ?? NONE];
    case 'tier':
      return [row.tier];
    default:
      return regionsOf(row.service, place);
  }
}

/** The rows that a window is for, by the services that it is for. */
function idsBound(
  by: RowsBy,
  { index, reach }: Counted,
  scope: WindowScope,
  bound: PositionSet,
  place: Place,
): Set<string> {
  const ids = new Set<string>();
  if (by !== 'region') {
    for (const position of bound) {
      idsOf(by, index.rows[position], place).forEach(id => ids.add(id));
    }
    return ids;
  }
  // Which regions of a service a window is for depends on its facet alone.
  const facets = new Set<number>();
  for (const position of bound) {
    facets.add(index.facetOf[position]);
  }
  for (const facet of facets) {
    for (const id of regionsOf(index.facets[facet], place)) {
      const region = id === NONE ? null : id;
      if (reach.isForFacet(scope, facet, { ...place, region })) {
        ids.add(id);
      }
    }
  }
  return ids;
}

function regionsOf(service: CatalogService, place: Place): string[] {
  const regions = new Set<string>();
  for (const { name, region } of service.environments) {
    if (
      (place.environment === undefined || place.environment === name) &&
      (place.region === undefined || place.region === region)
    ) {
      regions.add(region ?? NONE);
    }
  }
  return [...regions];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
