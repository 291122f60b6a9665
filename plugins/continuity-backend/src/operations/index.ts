export { createOperationsRoutes } from './routes';
