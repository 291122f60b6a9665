import type { Instant } from '../../time';
import type {
  FreezeCalendar,
  ReleaseClass,
  WindowState,
  WindowSubject,
} from '../types';

/** A service as windows see it, in one environment and for one class of release. */
export interface SimulatedService {
  entityRef: string;
  subject: WindowSubject;
  /**
   * Refs of all services that no window tells from it, its own included, in alphabetical
   * order: they are counted with it. For whoever has put services together already, so
   * that one of each kind is asked about. Absent: it stands for itself.
   */
  alike?: readonly string[];
}

/** A window by its name. */
export interface WindowName {
  calendarRef: string;
  windowId: string;
}

/** What saving a draft would do to the calendars. */
export interface CalendarChange {
  /** Windows that go: the earlier version of a draft, or one that is removed. */
  remove?: readonly WindowName[];
  /** Calendars with the windows that come, and no others. */
  add?: readonly FreezeCalendar[];
}

/** A change that somebody plans. */
export interface PlannedChange extends SimulatedService {
  at: Instant;
  /** How long it takes; it has to be open throughout. Absent: a moment. */
  durationMs?: number;
}

/** A window that closes. */
export interface ClosingWindow extends WindowName {
  title: string;
  /** It is part of what is not saved yet. */
  draft?: true;
}

/** A stretch in which the same windows close the same services. Half-open. */
export interface ClosedStretch {
  start: Instant;
  end: Instant;
  /** The strictest among the services. */
  state: WindowState;
  /** How many services are not open. */
  services: number;
  /** Refs of the first of them, at most twenty. */
  sample: string[];
  /** At most twenty. */
  windows: ClosingWindow[];
  /** How many windows are not listed. Absent: none. */
  moreWindows?: number;
}

/** A slot in which something may be released. Half-open. */
export interface Slot {
  start: Instant;
  end: Instant;
}

/** What becomes of a planned change. */
export interface PlannedOutcome {
  entityRef: string;
  at: Instant;
  /** The strictest while it lasts, as the calendars are. */
  before: WindowState;
  /** The same with the draft. Without one: `before`. */
  after: WindowState;
  /** Why it is not open in the end, in words. */
  because?: string;
  /**
   * The next start, from `at` on, with which it would be open, or only warned of,
   * throughout. Absent: it is already, or there is none in the period.
   */
  nextSlot?: Instant;
}

/** A stretch in which calendars say something else than before, to the same services. */
export interface WindowChange {
  from: Instant;
  /** Absent: to the end of the period at least. */
  to?: Instant;
  before: WindowState;
  after: WindowState;
  /** It takes effect at once. */
  now?: true;
  /** For which classes of release, of those that the services were asked about for. */
  classes: ReleaseClass[];
  /** For how many services, whatever their environment. */
  services: number;
  /** Refs of the first of them, at most twenty. */
  sample: string[];
}

/** What a change of calendars changes. */
export interface WindowChanges {
  /** Earliest first. */
  changes: WindowChange[];
  /** How many there are beyond those that were asked for. */
  more: number;
}
