export { LedgerService, type Append, type LedgerPage } from './LedgerService';
export {
  KnexLedgerStore,
  type InsertStatement,
  type LedgerStore,
} from './LedgerStore';
export {
  LedgerCursorStore,
  LedgerFollowers,
  LedgerReader,
  scheduleReader,
  SetAsideStore,
  type CommitWithCursor,
  type LedgerFollower,
  type PlacedEntry,
} from './readers';
export { createLedgerRoutes } from './routes';
export { scheduleSequencing } from './scheduleSequencing';
