export { LedgerCursorStore } from './LedgerCursorStore';
export { LedgerReader } from './LedgerReader';
export { scheduleReader } from './scheduleReader';
export type { CommitWithCursor, LedgerFollower, PlacedEntry } from './types';
