export { LedgerService, type Append, type LedgerPage } from './LedgerService';
export { KnexLedgerStore, type LedgerStore } from './LedgerStore';
export { createLedgerRoutes } from './routes';
export { scheduleSequencing } from './scheduleSequencing';
