export { FleetService } from './FleetService';
export { FleetVisibility } from './FleetVisibility';
export { createFleetRoutes } from './routes';
