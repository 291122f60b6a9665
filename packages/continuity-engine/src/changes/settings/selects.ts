import type { ReleaseClass } from '../../calendar/types';
import type { ChangeSelector } from './types';

/**
 * Whether something is asked of a change of these tiers and this class.
 *
 * @param selector - Absent: it is asked of none.
 * @param tiers - Tier id or `unclassified` of each entity; one that fits is enough.
 */
export function selects(
  selector: ChangeSelector | undefined,
  tiers: readonly string[],
  releaseClass: ReleaseClass,
): boolean {
  if (!selector) return false;
  const { tiers: some, classes } = selector;
  return (
    (some === undefined || tiers.some(tier => some.includes(tier))) &&
    (classes === undefined || classes.includes(releaseClass))
  );
}
