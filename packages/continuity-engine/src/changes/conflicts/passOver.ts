import type { GateOverride } from '../../gate';
import type { Closure } from './types';

/** What is to be changed where. */
export interface Covered {
  /** Refs. */
  entities: readonly string[];
  environments: readonly string[];
  /** Absent: all of those environments. */
  regions?: readonly string[];
}

/**
 * Closures as they are while break-glass overrides are in force: what one passes over does
 * not block for as long as it lasts, if it covers everything that is changed. The gate
 * decides all the same when it comes to it, by what its policies let be overridden.
 *
 * @param overrides - approved ones, whether they have begun or not
 */
export function passOver<T extends Closure>(
  closures: readonly T[],
  overrides: readonly GateOverride[],
  change: Covered,
): T[] {
  const covering = overrides.filter(override => coversAll(override, change));
  return closures.flatMap(closure =>
    covering
      .filter(
        ({ rules }) =>
          rules.includes(`freeze:${closure.window}`) ||
          rules.includes(`maintenance:${closure.window}`),
      )
      .reduce<T[]>(
        (parts, override) => parts.flatMap(part => cut(part, override)),
        [closure],
      ),
  );
}

function coversAll(
  { entities, environments, regions }: GateOverride,
  change: Covered,
): boolean {
  return (
    change.entities.every(ref => entities.includes(ref)) &&
    change.environments.every(name => environments.includes(name)) &&
    (regions === undefined ||
      (change.regions !== undefined &&
        change.regions.every(name => regions.includes(name))))
  );
}

/** Before, during and after it. */
function cut<T extends Closure>(closure: T, { start, end }: GateOverride): T[] {
  const from = Math.max(closure.start, start);
  const until = Math.min(closure.end, end);
  if (!closure.blocks || from >= until) return [closure];
  return [
    { ...closure, end: from },
    { ...closure, start: from, end: until, blocks: false },
    { ...closure, start: until },
  ].filter(part => part.start < part.end);
}
