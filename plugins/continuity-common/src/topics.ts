/**
 * Topic under which the catalog module tells which entities have changed:
 * `{ entityRefs: string[] }`. A hint that comes before the catalog shows the change, and
 * that may be lost; whoever relies on it must read the catalog now and then all the same.
 */
export const TOPIC_CATALOG_CHANGED = 'continuity.catalog-changed';

/**
 * Channel of Backstage's signals under which open pages are told which change, override or
 * meeting is not as it was: a {@link ChangeSignal}. A hint that may be lost.
 */
export const CHANGE_SIGNALS = 'continuity:changes';

/** Something is not as it was; what it is now has to be asked for. */
export interface ChangeSignal {
  about: 'change' | 'override' | 'meeting';
  /** UUID. */
  id: string;
}

/**
 * Channel of Backstage's signals under which open pages are told that results of a scorecard
 * are not as they were: a {@link ScorecardSignal}. A hint that may be lost.
 */
export const SCORECARD_SIGNALS = 'continuity:scorecards';

/** Results of a scorecard changed; which, and whether one may see them, has to be asked. */
export interface ScorecardSignal {
  /** Id of the scorecard. */
  scorecard: string;
}
