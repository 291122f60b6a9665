export { bothDatabases } from '../__testUtils__/database';
