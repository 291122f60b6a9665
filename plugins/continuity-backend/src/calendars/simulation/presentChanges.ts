import type * as engine from '@continuity/engine';
import type { WindowChange } from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';

/** More are not read by anybody. */
const AT_MOST = 1000;

/** What a draft changes, as it leaves the service; earliest first. */
export function presentChanges(
  changes: readonly engine.WindowChange[],
): WindowChange[] {
  return changes.slice(0, AT_MOST).map(({ from, to, ...change }) => ({
    ...change,
    from: toIso(from),
    ...(to !== undefined && { to: toIso(to) }),
  }));
}
