import type { ChangeRisk, ChangeState, Instant } from '@continuity/engine';
import type { CabMinutes } from '@continuity/plugin-continuity-common';
import type { ChangeHead, StoredApproval } from '../types';

/** Minutes as they are kept: with what is changed, so that they can be hidden. */
export interface StoredMinutes extends Omit<CabMinutes, 'items'> {
  items: readonly StoredMinute[];
}

export type StoredMinute = CabMinutes['items'][number] & {
  /** Refs. */
  entities: readonly string[];
};

/** A meeting of a group that approves changes. */
export interface StoredMeeting {
  /** UUID. */
  id: string;
  /** Ref. */
  group: string;
  title: string;
  start: Instant;
  state: 'planned' | 'closed' | 'cancelled';
  calledBy: string;
  calledAt: Instant;
  /** Absent: it is planned. */
  ended?: { by: string; at: Instant; note?: string };
  /** Written once, when it is closed. */
  minutes?: StoredMinutes;
}

/** A change as a board sees it. */
export interface BoardedChange {
  head: ChangeHead;
  risk: ChangeRisk;
  /** Absent: it is not suspended. */
  suspendedBecause?: readonly string[];
  escalatesAt?: Instant;
}

/** A change that was voted on, whatever became of it. */
export interface VotedChange {
  id: string;
  state: ChangeState;
  title: string;
  class: ChangeHead['class'];
  risk: number;
  entities: readonly string[];
  createdBy: string;
  /** The oldest first. */
  votes: readonly Vote[];
}

export type Vote = Pick<
  StoredApproval,
  'changeId' | 'by' | 'decision' | 'comment' | 'at' | 'state'
>;
