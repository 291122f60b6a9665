import { RELEASE_CLASSES } from '@continuity/engine';
import type * as engine from '@continuity/engine';
import type { WindowChange } from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';

/**
 * What a draft changes, as it leaves the service: the earliest of them, and how many
 * more there are. Absent: none.
 *
 * @param byClass - Whether classes of release were told apart. Otherwise the one that
 * stands for all of them, or that was asked about, is not named.
 */
export function presentChanges(
  changes: readonly engine.WindowChange[],
  more = 0,
  byClass = false,
): {
  changes: WindowChange[];
  moreChanges?: number;
} {
  return {
    changes: changes.map(({ from, to, classes, ...change }) => ({
      ...change,
      ...(byClass && classes.length < RELEASE_CLASSES.length && { classes }),
      from: toIso(from),
      ...(to !== undefined && { to: toIso(to) }),
    })),
    ...(more > 0 && { moreChanges: more }),
  };
}
