import type { ScorecardLevel } from '@continuity/plugin-continuity-common';

/**
 * Which way a service went. A level that the scorecard no longer has says nothing about
 * which is higher, so leaving or reaching one counts as a fall: what is not known is not
 * taken for better.
 *
 * @param levels - of the scorecard, lowest first
 * @param from - absent: none
 * @param to - absent: none
 */
export function levelMove(
  levels: readonly Pick<ScorecardLevel, 'id'>[],
  from: string | undefined,
  to: string | undefined,
): 'rose' | 'fell' | 'same' {
  if (from === to) return 'same';
  const placeOf = (id: string | undefined) =>
    id === undefined ? -1 : levels.findIndex(level => level.id === id);
  const isGone = (id: string | undefined) =>
    id !== undefined && placeOf(id) === -1;
  if (isGone(from) || isGone(to)) return 'fell';
  return placeOf(to) > placeOf(from) ? 'rose' : 'fell';
}
