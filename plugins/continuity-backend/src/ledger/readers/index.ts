export { LedgerCursorStore } from './LedgerCursorStore';
export { LedgerFollowers } from './LedgerFollowers';
export { LedgerReader } from './LedgerReader';
export { followLedger, type FollowingOptions } from './followLedger';
export { SetAsideStore } from './SetAsideStore';
export type { CommitWithCursor, LedgerFollower, PlacedEntry } from './types';
