import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Instant, Interval } from '../time';

/**
 * `running`: its first day has come, and its last is not over. `reached`: at the end every
 * service stood on the level. `missed`: at least one did not, or there was none.
 */
export type CampaignState =
  | 'planned'
  | 'running'
  | 'reached'
  | 'missed'
  | 'cancelled';

export type CampaignEvent = 'start' | 'revise' | 'conclude' | 'cancel';

/** Which services a campaign is for; all conditions hold together. Empty: every one. */
export interface CampaignScope {
  /** Refs; `none` stands for services without one. Absent: any. */
  owners?: readonly string[];
  /** Refs; `none` stands for services in no system. Absent: any. */
  systems?: readonly string[];
  /** Ids of tiers, or `unclassified`. Absent: any. */
  tiers?: readonly string[];
  /** What the entity must be, as a filter predicate of Backstage. Absent: anything. */
  entities?: FilterPredicate;
}

/** What a campaign says: raise these services to that level by that day. */
export interface CampaignContent {
  title: string;
  /** Why. */
  description: string;
  /** Id of the scorecard. */
  scorecard: string;
  /** Id of the level that every service is to stand on. */
  level: string;
  scope: CampaignScope;
  /** First day, on the clock of the zone, e.g. `2027-01-04`. */
  startsOn: string;
  /** Last day; it belongs to the campaign up to its end. */
  endsOn: string;
  /** IANA name. */
  timezone: string;
  /** Ref of the group or user that answers for it. */
  owner: string;
  /** Days before the last day on which owners of what is not there yet are reminded. */
  reminders: readonly number[];
}

/** What the life of a campaign depends on. */
export interface CampaignContext {
  now: Instant;
  /** From the beginning of its first day to the end of its last. */
  span: Interval;
  /** Fields that a revision changes. Absent: none. */
  changes?: readonly (keyof CampaignContent)[];
  /** Absent: it is not known yet of every service where it stood at the end. */
  outcome?: 'reached' | 'missed';
}

/**
 * Where a service stands as seen from the level of a campaign.
 *
 * - `reached`: on the level or higher, whatever is unknown.
 * - `exempt`: not there, and somebody approved all that is in the way. It is not reached.
 * - `not-known`: not there, and it might be if what is unknown were well; or nothing was
 *   judged, or nothing applies.
 * - `not-reached`: not there, and that is known.
 */
export type TowardsStanding =
  | 'reached'
  | 'exempt'
  | 'not-known'
  | 'not-reached';

/** A service on its way to a level. */
export interface TowardsLevel {
  standing: TowardsStanding;
  /** Checks that are in the way, what to do first first. Empty where it is reached. */
  missing: string[];
}

/** How many services stand where. */
export interface CampaignCounts {
  services: number;
  reached: number;
  exempt: number;
  notKnown: number;
  notReached: number;
}

/** A check and how many services it keeps from the level. */
export interface CampaignBlocker {
  check: string;
  services: number;
  /** Of these, services that nothing else keeps from it: they would be there at once. */
  alone: number;
}
