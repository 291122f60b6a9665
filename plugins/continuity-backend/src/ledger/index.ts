export { LedgerService, type LedgerPage } from './LedgerService';
export { KnexLedgerStore, type LedgerStore } from './LedgerStore';
