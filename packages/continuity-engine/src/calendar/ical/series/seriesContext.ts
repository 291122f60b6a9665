import type { ReadingLog } from '../ReadingLog';
import type { CategoryRules } from './categoryRules';
import type { EventClock } from './EventClock';

/** What the options of reading a file come to for a series of events. */
export interface SeriesContext {
  clock: EventClock;
  log: ReadingLog;
  categories: CategoryRules;
  /** Of events that say none. */
  reason: string;
  /** Whether our own properties count. */
  ours: boolean;
}
