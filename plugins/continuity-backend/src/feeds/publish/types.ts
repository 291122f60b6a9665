import type { Instant } from '@continuity/engine';
import type { SubscriptionSubject } from '@continuity/plugin-continuity-common';

/** What a feed shows; as of when its maker was last there. */
export interface FeedBinding {
  /** `ref` is canonical. */
  subject: SubscriptionSubject;
  /**
   * Of a team: refs of its services that the maker of the feed could see, sorted; no
   * others are counted. Absent: the maker could see every service.
   */
  visible?: readonly string[];
}

/** A feed that somebody made, without its token. */
export interface StoredSubscription extends FeedBinding {
  /** UUID. */
  id: string;
  /** Equal for feeds that say the same. */
  feedKey: string;
  createdAt: Instant;
  /** Canonical ref of a user. */
  createdBy: string;
  /** Whether the catalog knew the maker when it was made. */
  makerInCatalog: boolean;
  /** Whether the maker could see the subject no more when they were last there. */
  hidden: boolean;
  /** To some minutes. Absent: never. */
  lastUsedAt?: Instant;
}

/** Which version of its content a feed is at; the same on every replica. */
export interface FeedVersion {
  /** From 0; one more whenever it says something else. */
  sequence: number;
  /** When it came to say what it says. */
  changedAt: Instant;
}
