import {
  formatProblem,
  type FreezeWindow,
  parseFreezeWindow,
  type WindowScope,
} from '@continuity/engine';
import { alwaysInForce } from './alwaysInForce';
import type { StoredPortalWindow } from './PortalWindowStore';

/** What a stored window says today. It was good when it was saved. */
export type StoredReading =
  | { state: 'good'; window: FreezeWindow }
  /** It names a tier that there is no more; it counts for every tier instead. */
  | { state: 'degraded'; window: FreezeWindow; problem: string }
  /** Nobody can tell when it is in force, so it always is. */
  | {
      state: 'closed';
      problem: string;
      /** Absent: that cannot be read either, so for everything. */
      scope?: WindowScope;
    };

/** @param tierIds - tiers that there are */
export function readStoredWindow(
  stored: StoredPortalWindow,
  tierIds: readonly string[],
): StoredReading {
  const { ownerRef: owner, timezone, window } = stored;
  const defaults = { timezone, owner, scope: {} };
  const read = parseFreezeWindow(window, 'window', { ...defaults, tierIds });
  if (read.ok) {
    return { state: 'good', window: read.window };
  }
  const problem = read.problems.map(formatProblem).join('; ');
  const anyTier = parseFreezeWindow(window, 'window', defaults);
  if (anyTier.ok) {
    const { scope } = anyTier.window;
    return {
      state: 'degraded',
      window: { ...anyTier.window, scope: widened(scope, tierIds) },
      problem: `${problem}; until that is corrected it is for every tier`,
    };
  }
  const scope = scopeOf(stored);
  return {
    state: 'closed',
    problem: `${problem}; until that is corrected it is always in force`,
    ...(scope && { scope: widened(scope, tierIds) }),
  };
}

/** What a reading comes to: a window that nobody can tell the times of is in force always. */
export function asItCounts(reading: StoredReading): FreezeWindow {
  return reading.state === 'closed'
    ? alwaysInForce(reading.scope ?? {})
    : reading.window;
}

/**
 * A service of a tier that is gone may be in any tier by now: a list that names one
 * excludes nobody, and as an exception it exempts nobody.
 */
function widened(
  { tiers, except, ...scope }: WindowScope,
  tierIds: readonly string[],
): WindowScope {
  const isKnown = (tier: string) =>
    tier === 'unclassified' || tierIds.includes(tier);
  const { tiers: exceptTiers = [], ...exceptions } = except ?? {};
  const exempted = exceptTiers.filter(isKnown);
  return {
    ...scope,
    ...(tiers?.every(isKnown) && { tiers }),
    ...(except && {
      except: {
        ...exceptions,
        ...(exempted.length > 0 && { tiers: exempted }),
      },
    }),
  };
}

/** Read in a window of which everything else is right. Absent: it cannot be read. */
function scopeOf({
  ownerRef: owner,
  window: { scope },
}: StoredPortalWindow): WindowScope | undefined {
  const { id, title, reason } = alwaysInForce({});
  const read = parseFreezeWindow(
    { id, title, reason, start: '1970-01-01', scope },
    'window',
    { timezone: 'UTC', owner, scope: {} },
  );
  return read.ok ? read.window.scope : undefined;
}
