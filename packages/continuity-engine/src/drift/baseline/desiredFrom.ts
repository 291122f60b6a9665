import { isGenerated } from '../noise';
import { describeRef, readObjects } from '../objects';
import { Shapes } from '../shapes';
import type { DriftProblem, ObjectRef, SourcedObject } from '../types';
import type { Bag } from '../values';
import { withoutAllocated } from './withoutAllocated';

/** An object as it may be desired somewhere else, or later. */
export interface DesiredObject {
  readonly ref: ObjectRef;
  readonly value: Bag;
  readonly source: string;
}

/**
 * What is desired when live objects are: those that the cluster makes by itself left out,
 * and of the others what it writes by itself.
 */
export function desiredFrom(
  objects: readonly SourcedObject[],
  problems: DriftProblem[],
): DesiredObject[] {
  const known = readObjects(objects, problems);
  const shapes = new Shapes();
  for (const { value } of known) shapes.learn(value);
  return known
    .filter(object => !isGenerated(object))
    .map(({ ref, version, value, source }) => ({
      ref,
      source,
      value: withoutAllocated(
        value,
        shapes.of(ref.group, ref.kind, version).shape,
      ),
    }))
    .sort((a, b) => (describeRef(a.ref) < describeRef(b.ref) ? -1 : 1));
}
