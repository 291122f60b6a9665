import type { Instant, Interval } from '../../time';

/** A change that has its time. */
export interface ScheduledChange {
  id: string;
  title: string;
  window: Interval;
  /** Refs. */
  entities: readonly string[];
  environments: readonly string[];
  /** Absent: all of those environments. */
  regions?: readonly string[];
  /** Ref of who carries it out. Absent: not decided. */
  implementer?: string;
}

/** A stretch in which a window closes for what is changed. */
export interface Closure extends Interval {
  /** `calendar#window`. */
  window: string;
  title: string;
  kind: 'freeze' | 'peak' | 'maintenance';
  /** A window that only warns blocks nothing. */
  blocks: boolean;
}

/** Somebody who is needed is away or taken. */
export interface Absence extends Interval {
  /** Ref of the person. */
  who: string;
  /** What they do in the change. */
  role: 'implementer' | 'approver' | 'decision-owner';
  /** Why, as the rest of a sentence. */
  because: string;
}

/** A region that is failing over, or may be. */
export interface RegionEvent extends Interval {
  environment: string;
  /** Absent: all of them. */
  region?: string;
  /** Why, as a sentence. */
  because: string;
}

/** Everything that may be in the way of a change. */
export interface ConflictFacts {
  /** Others that have their time; the change itself is left out by its id. */
  scheduled: readonly ScheduledChange[];
  /**
   * What each entity of the change needs and is needed by, directly or through others.
   * Absent: not known.
   */
  related?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Absent: what the calendars say is not known. */
  closures?: readonly Closure[];
  absences: readonly Absence[];
  regions: readonly RegionEvent[];
}

/** Something in the way of a change at its planned time. */
export interface Conflict {
  kind:
    | 'same-entity'
    | 'dependency'
    | 'freeze'
    | 'peak'
    | 'maintenance'
    | 'implementer-busy'
    | 'approver-busy'
    | 'region'
    | 'unknown';
  /** It must not be scheduled then; otherwise it is only told. */
  blocks: boolean;
  /** What they share: a change, a window, a person, a region. */
  with?: string;
  /** The part of the planned time that it takes. */
  start: Instant;
  end: Instant;
  /** A sentence. */
  explanation: string;
  /** A sentence. */
  remedy: string;
}
