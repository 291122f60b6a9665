export { LedgerService, type Append, type LedgerPage } from './LedgerService';
export {
  KnexLedgerStore,
  type InsertStatement,
  type LedgerStore,
} from './LedgerStore';
export {
  followLedger,
  LedgerCursorStore,
  LedgerFollowers,
  LedgerReader,
  SetAsideStore,
  type CommitWithCursor,
  type FollowingOptions,
  type LedgerFollower,
  type PlacedEntry,
} from './readers';
export { createLedgerRoutes } from './routes';
export { scheduleSequencing } from './scheduleSequencing';
