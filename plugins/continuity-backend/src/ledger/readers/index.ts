export { LedgerCursorStore } from './LedgerCursorStore';
export { LedgerFollowers } from './LedgerFollowers';
export { LedgerReader } from './LedgerReader';
export { scheduleReader } from './scheduleReader';
export { SetAsideStore } from './SetAsideStore';
export type { CommitWithCursor, LedgerFollower, PlacedEntry } from './types';
