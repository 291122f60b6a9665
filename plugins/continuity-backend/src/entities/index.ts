export { catalogNeverRead, EntityService } from './EntityService';
export { createEntityRoutes } from './routes';
export { occurrenceOf, type PortalIds } from './entityWindows';
