import type * as engine from '@continuity/engine';
import type { WindowChange } from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';

/**
 * What a draft changes, as it leaves the service: the earliest of them, and how many
 * more there are. Absent: none.
 */
export function presentChanges(
  changes: readonly engine.WindowChange[],
  more = 0,
): {
  changes: WindowChange[];
  moreChanges?: number;
} {
  return {
    changes: changes.map(({ from, to, ...change }) => ({
      ...change,
      from: toIso(from),
      ...(to !== undefined && { to: toIso(to) }),
    })),
    ...(more > 0 && { moreChanges: more }),
  };
}
