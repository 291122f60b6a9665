import type { FreezeCalendar } from '@continuity/engine';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import type { PositionSet } from '../services/PositionSet';
import type { ServiceIndex } from '../services/ServiceIndex';

/** The values that exist among services and calendars, for the filter controls. */
export function viewFilters(
  index: ServiceIndex,
  mine: PositionSet,
  calendars: readonly Pick<FreezeCalendar, 'ref' | 'title'>[],
  tiers: readonly { id: string; title: string }[],
): CalendarView['filters'] {
  const owners = new Set<string>();
  const systems = new Set<string>();
  const facets = new Set<number>();
  for (const position of mine) {
    const { owner, service } = index.rows[position];
    if (owner !== undefined) {
      owners.add(owner);
    }
    service.systems.forEach(system => systems.add(system));
    facets.add(index.facetOf[position]);
  }
  const places = [...facets].flatMap(facet => index.facets[facet].environments);
  return {
    owners: [...owners].sort(),
    systems: [...systems].sort(),
    tiers: [...tiers],
    environments: sorted(places.map(({ name }) => name)),
    regions: sorted(
      places.flatMap(({ region }) => (region === undefined ? [] : [region])),
    ),
    calendars: calendars
      .map(({ ref, title }) => ({ ref, title }))
      .sort(
        (a, b) => compareText(a.title, b.title) || compareText(a.ref, b.ref),
      ),
  };
}

function sorted(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
