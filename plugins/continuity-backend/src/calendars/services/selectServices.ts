import type { VisibleEntities } from '../../fleet';
import { PositionSet } from './PositionSet';
import type { Place } from './ScopeReach';
import type { ServiceIndex, ServiceRow } from './ServiceIndex';

/** Which services; every given part must match, none means all of the fleet. */
export interface ServiceSelection extends Place {
  /** Canonical refs. */
  entity?: string;
  owner?: string;
  system?: string;
  /** A tier id or `unclassified`. */
  tier?: string;
}

/** Whether a selection leaves anything out. */
export function isNarrowed(selection: ServiceSelection): boolean {
  return Object.values(selection).some(part => part !== undefined);
}

/** Services of a selection that the caller may see. */
export function selectServices(
  index: ServiceIndex,
  visible: VisibleEntities,
  selection: ServiceSelection,
): PositionSet {
  const { entity } = selection;
  const isVisible = ({ service }: ServiceRow) =>
    visible === 'all' || visible.has(service.entityRef);
  if (entity !== undefined) {
    // One that is asked for by name counts also when the fleet does not show it.
    const position = index.positionOf(entity);
    return PositionSet.of(
      index.size,
      position !== undefined &&
        isVisible(index.rows[position]) &&
        isSelected(index.rows[position], selection)
        ? [position]
        : [],
    );
  }
  if (visible === 'all' && !isNarrowed(selection)) {
    return index.fleet;
  }
  return index.where(
    (row, position) =>
      index.fleet.has(position) && isSelected(row, selection) && isVisible(row),
  );
}

function isSelected(row: ServiceRow, selection: ServiceSelection): boolean {
  const { owner, system, tier, environment, region } = selection;
  return (
    (owner === undefined || row.owner === owner) &&
    (tier === undefined || row.tier === tier) &&
    (system === undefined || row.service.systems.includes(system)) &&
    ((environment === undefined && region === undefined) ||
      row.service.environments.some(
        deployed =>
          (environment === undefined || deployed.name === environment) &&
          (region === undefined || deployed.region === region),
      ))
  );
}
