import type { Steps } from '../../steps';
import { OutOfReachError } from './DiagramStore';
import type { RootStructure, Threshold, Unit } from './RootStructure';

/** Diagrams are walked by recursion, as deep as there are units. */
const MOST_UNITS = 1500;

/** What failures are written in: sets of sets, or decision diagrams. Equal ones are identical. */
export interface FailureAlgebra {
  /** Never fails. */
  none: number;
  /** Fails when the unit itself does. */
  own(unit: number): number;
  or(a: number, b: number): number;
  and(a: number, b: number): number;
}

/**
 * How the groups of a root fall, from the bottom up. In a circle everything begins with
 * never failing and is computed again until nothing changes: the least fixpoint.
 *
 * @throws OutOfReachError when there is too much of it
 */
export function* evaluate(
  structure: RootStructure,
  algebra: FailureAlgebra,
): Steps<number> {
  const { units, circles, groups } = structure;
  if (units.length > MOST_UNITS) throw new OutOfReachError();
  const values = new Int32Array(units.length).fill(algebra.none);
  for (const [first, end] of circles) {
    for (let changed = true; changed; ) {
      changed = false;
      for (let unit = first; unit < end; unit++) {
        const value = yield* valueOf(units[unit], unit, values, algebra);
        if (value !== values[unit]) changed = true;
        values[unit] = value;
      }
      // A single unit may only need itself through a group, which adds nothing.
      if (end - first === 1) break;
    }
  }
  return yield* fallOf(groups, values, algebra, algebra.none);
}

function* valueOf(
  unit: Unit,
  number: number,
  values: Int32Array,
  algebra: FailureAlgebra,
): Steps<number> {
  let value = algebra.own(number);
  for (const need of unit.needs) value = algebra.or(value, values[need]);
  return yield* fallOf(unit.groups, values, algebra, value);
}

function* fallOf(
  groups: readonly Threshold[],
  values: Int32Array,
  algebra: FailureAlgebra,
  start: number,
): Steps<number> {
  let value = start;
  for (const { tip, members } of groups) {
    value = algebra.or(value, atLeast(tip, members, values, algebra));
    yield;
  }
  return value;
}

/** At least `tip` of the members fail: member by member, for each number that failed so far. */
function atLeast(
  tip: number,
  members: readonly number[],
  values: Int32Array,
  algebra: FailureAlgebra,
): number {
  const reached = new Array<number>(tip).fill(algebra.none);
  for (const member of members) {
    const fails = values[member];
    for (let count = tip - 1; count > 0; count--) {
      reached[count] = algebra.or(
        reached[count],
        algebra.and(fails, reached[count - 1]),
      );
    }
    reached[0] = algebra.or(reached[0], fails);
  }
  return reached[tip - 1];
}
