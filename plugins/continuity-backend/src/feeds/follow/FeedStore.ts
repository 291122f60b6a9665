import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { Validators } from './fetchFeed';

/** A feed as far as it is known: what is good of it, and how it answered last. */
export interface StoredFeed {
  calendarRef: string;
  /** Of the address that was asked last; {@link NO_ADDRESS} when nothing is known. */
  addressHash: string;
  /** Absent: it was never good. */
  good?: {
    content: string;
    /** Of the address that it came from. */
    addressHash: string;
    /** When it was last confirmed to be the newest. */
    at: Instant;
  };
  /** Why the newest answer does not count. Absent: it does. */
  problem?: string;
}

/** Of a feed that was forgotten, or that never answered yet; no address has it. */
export const NO_ADDRESS = '';

/** When a feed is asked next, and how. */
export interface FeedSchedule {
  calendarRef: string;
  addressHash: string;
  nextAt: Instant;
  fetchedAt: Instant;
  /** A replica asks it, and has until then. Absent: nobody does. */
  claimedUntil?: Instant;
  /** Answers in a row that did not count. */
  failures: number;
  /** Since when it answers without a window although it had some. Absent: it does not. */
  emptiedAt?: Instant;
  /** Of the content that is good; absent when that came from another address. */
  validators: Validators;
  /** How often the good content asks to be fetched. Absent: it does not say. */
  refreshMs?: number;
}

/** How a feed answered. */
export type FeedAnswer =
  | ({ kind: 'good'; content: string; refreshMs?: number } & Validators)
  /** What is good of it is still the newest; its validators may be others now. */
  | ({ kind: 'unchanged' } & Validators)
  | { kind: 'failed'; problem: string; emptiedAt?: Instant };

export interface FeedRecord {
  calendarRef: string;
  addressHash: string;
  /** What {@link FeedStore.claim} gave. */
  claim: Instant;
  at: Instant;
  nextAt: Instant;
  answer: FeedAnswer;
}

/** How a feed stood before and stands after an answer. */
export interface FeedTransition {
  /** `new`: nothing was known of it, or what is bad now is another address. */
  before: 'new' | 'good' | 'bad';
  after: 'good' | 'bad';
  /** Of what is good of this address. Absent: nothing was ever good. */
  lastGoodAt?: Instant;
}

/** Where feeds are kept, for all replicas. */
export interface FeedStore {
  /** What changed after a revision of the feeds; forgotten ones are among it. */
  changesSince(revision: number): Promise<StoredFeed[]>;
  schedule(): Promise<FeedSchedule[]>;
  /**
   * Takes the right to ask a feed, and to record its answer until a moment. A replica
   * that dies loses it then; one that comes back late finds its answer refused.
   *
   * @param seen - what the schedule said of it; absent: nothing
   * @returns what proves the right. Absent: somebody else has it, or has asked since.
   */
  claim(
    calendarRef: string,
    seen: FeedSchedule | undefined,
    until: Instant,
  ): Promise<Instant | undefined>;
  /**
   * Writes an answer in the caller's transaction.
   *
   * @returns absent: the right to do so is lost, and nothing was written
   */
  record(
    tx: Knex.Transaction,
    record: FeedRecord,
  ): Promise<FeedTransition | undefined>;
  /** Forgets what is known of feeds that nobody follows any more. */
  forget(calendarRefs: readonly string[]): Promise<void>;
}
