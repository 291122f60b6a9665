import type { Instant, Interval } from '../../time';
import type { Occurrence } from '../types';
import type { SpanVisitor } from './OccurrenceBlock';
import type { IndexedWindow, OccurrencesAt, WindowIndex } from './WindowIndex';

/** Several indexes as one. */
class JoinedIndex implements WindowIndex {
  readonly windows: readonly IndexedWindow[];
  readonly lookaheadMs: number;
  readonly #owners = new Map<IndexedWindow, WindowIndex>();

  constructor(indexes: readonly WindowIndex[]) {
    this.windows = indexes.flatMap(({ windows }) => windows);
    this.lookaheadMs = Math.min(
      ...indexes.map(({ lookaheadMs }) => lookaheadMs),
    );
    for (const index of indexes) {
      for (const window of index.windows) this.#owners.set(window, index);
    }
  }

  occurrencesAt(window: IndexedWindow, at: Instant): OccurrencesAt {
    return this.#ownerOf(window).occurrencesAt(window, at);
  }

  occurrencesBetween(window: IndexedWindow, stretch: Interval): Occurrence[] {
    return this.#ownerOf(window).occurrencesBetween(window, stretch);
  }

  spansBetween(
    window: IndexedWindow,
    stretch: Interval,
    visitor: SpanVisitor,
  ): void {
    this.#ownerOf(window).spansBetween(window, stretch, visitor);
  }

  #ownerOf(window: IndexedWindow): WindowIndex {
    const owner = this.#owners.get(window);
    if (!owner) throw new RangeError('The window is not one of this index');
    return owner;
  }
}

/**
 * Several indexes asked as one, in their order. Each keeps what was worked out for it, so
 * a calendar that did not change need not be indexed anew beside one that did. Looks as
 * far ahead as the nearest-sighted of them.
 */
export function joinWindowIndexes(
  indexes: readonly WindowIndex[],
): WindowIndex {
  return new JoinedIndex(indexes);
}
