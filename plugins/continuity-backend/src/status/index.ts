export { createStatusRoutes } from './routes';
export { StatusService } from './StatusService';
