export { LedgerService, type Append, type LedgerPage } from './LedgerService';
export {
  KnexLedgerStore,
  type InsertStatement,
  type LedgerStore,
} from './LedgerStore';
export { createLedgerRoutes } from './routes';
export { scheduleSequencing } from './scheduleSequencing';
