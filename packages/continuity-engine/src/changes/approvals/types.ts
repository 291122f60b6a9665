import type { Instant } from '../../time';

/** A rule that so many people of some have to approve. */
export interface SeatRule {
  /** Kebab-case. */
  id: string;
  title: string;
  /** So many different people; each counts for one seat of one rule. */
  required: number;
  /** Refs of those who may fill a seat, in their own right or for somebody else. */
  eligible: ReadonlySet<string>;
  /**
   * In whose place somebody may fill a seat, themselves included where they may in their own
   * right. Whoever is left out may only in their own. Nobody's place is taken twice.
   */
  places?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A seat, and who fills it. */
export interface Seat {
  rule: string;
  /** Absent: nobody yet. */
  by?: string;
}

/** Who fills which seat. */
export interface SeatPlan {
  /** By rule, filled ones first. */
  seats: Seat[];
  /** All of them are filled. */
  isComplete: boolean;
  /** Approvers who fill none: they may not, or enough others do. */
  spare: string[];
}

/** Rules that cannot all be met, whoever approves. */
export interface Shortage {
  /** Ids of the rules, in their order. */
  rules: string[];
  /** Seats of those rules together. */
  seats: number;
  /** People who may fill any of them, fewer than the seats; alphabetical. */
  people: string[];
}

/** Somebody decides in somebody else's place for a while. Half-open. */
export interface Delegation {
  /** Ref of whose place it is. */
  from: string;
  /** Ref of who takes it. */
  to: string;
  start: Instant;
  end: Instant;
}
