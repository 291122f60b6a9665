export { belongsToFleet, canonicalRef } from './FleetIndex';
export { FleetService } from './FleetService';
export { FleetVisibility, type VisibleEntities } from './FleetVisibility';
export { OUTCOMES, PredicateColumns } from './PredicateColumns';
export { createFleetRoutes } from './routes';
