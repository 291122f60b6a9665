import type { Conflict } from '../conflicts/types';
import type { Instant, Interval } from '../../time';

/** A time that fits, and why it begins and ends where it does. */
export interface FreeSlot extends Interval {
  /** Until when it could last. Absent: to the end of what was looked at. */
  openUntil?: Instant;
  /** What keeps it from beginning earlier. Absent: nothing. */
  after?: Conflict;
  /** What has to be over by then. Absent: nothing that is known. */
  before?: Conflict;
  /** What only asks for care while it lasts. */
  notes: Conflict[];
}

/** The next slots, and what takes most of the time where there are few. */
export interface SlotSearch {
  slots: FreeSlot[];
  /** What was looked at. */
  period: Interval;
  /** What takes the time, the longest first. At most ten. */
  taken: { explanation: string; ms: number; kind: Conflict['kind'] }[];
}
