import { durationMs, type Instant } from '@continuity/engine';
import type { GraphFreshness } from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';
import type { GraphProjection, GraphSnapshot } from '../types';

/** Which graph answers, and whether it is young enough for the gate. */
export function freshnessOf(
  snapshot: GraphSnapshot | undefined,
  options: {
    projection: Pick<GraphProjection, 'lastProblem'>;
    /** ISO 8601 duration. */
    maxAge: string;
    now: Instant;
  },
): GraphFreshness {
  const lastProblem = options.projection.lastProblem();
  const problem = lastProblem !== undefined && { lastProblem };
  if (!snapshot) {
    return { state: 'never-read', revision: 0, ...problem };
  }
  const { revision, readAt } = snapshot;
  return {
    state: isFresh(readAt, options) ? 'fresh' : 'stale',
    revision,
    readAt: toIso(readAt),
    ...problem,
  };
}

/** As the gate judges it; a reading from far ahead means that clocks disagree. */
export function isFresh(
  readAt: Instant,
  { maxAge, now }: { maxAge: string; now: Instant },
): boolean {
  const limit = durationMs(maxAge);
  const age = now - readAt;
  return age < limit && age >= -limit;
}
