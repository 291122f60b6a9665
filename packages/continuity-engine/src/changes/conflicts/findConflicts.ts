import { intersection, type Interval } from '../../time';
import { busyTimes, type Planned } from './busyTimes';
import type { Conflict, ConflictFacts } from './types';

/** What is in the way of a change at its planned time: what blocks first, then by time. */
export function findConflicts(
  change: Planned & { window: Interval },
  facts: ConflictFacts,
): Conflict[] {
  return busyTimes(change, facts, change.window)
    .flatMap(busy => {
      const shared = intersection(busy, change.window);
      return shared ? [{ ...busy, ...shared }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.blocks) - Number(a.blocks) ||
        a.start - b.start ||
        (a.explanation < b.explanation ? -1 : 1),
    );
}
