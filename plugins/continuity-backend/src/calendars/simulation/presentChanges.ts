import type * as engine from '@continuity/engine';
import type { WindowChange } from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';

/** More are not read by anybody. */
const AT_MOST = 1000;

/**
 * What a draft changes, as it leaves the service: the earliest of them, and how many
 * more there are. Absent: none.
 */
export function presentChanges(changes: readonly engine.WindowChange[]): {
  changes: WindowChange[];
  moreChanges?: number;
} {
  const more = changes.length - AT_MOST;
  return {
    changes: changes.slice(0, AT_MOST).map(({ from, to, ...change }) => ({
      ...change,
      from: toIso(from),
      ...(to !== undefined && { to: toIso(to) }),
    })),
    ...(more > 0 && { moreChanges: more }),
  };
}
