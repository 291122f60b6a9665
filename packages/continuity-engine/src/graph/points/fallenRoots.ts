import { inStretches, type Steps } from '../../steps';
import { componentsInSteps, type Components } from '../components/Components';
import type { FailureLayout } from '../storage/FailureLayout';
import { CommonCauses } from './CommonCauses';
import { RootSets } from './RootSets';

/**
 * For every component of hard dependencies the roots that fall with any of its nodes,
 * exactly.
 *
 * A node brings a root down along hard dependencies alone, or also through groups. The
 * first is a matter of reaching: roots are handed from who depends to what is depended
 * on, in the order of components, a word of 32 roots at a time. For the second, whatever
 * takes down so many members of a group that it falls is as good as a hard dependency of
 * the group's owner; such dependencies are found and added until there are no more.
 */
export function* fallenRoots(
  layout: FailureLayout,
  roots: readonly number[],
  causes: CommonCauses,
): Steps<RootSets> {
  const hard = yield* componentsInSteps(layout, 'hard');
  const fallen = new RootSets(hard.count, roots.length);
  roots.forEach((root, bit) => fallen.add(hard.of[root], bit));
  yield* handDown(hard, fallen);
  if (causes.isEmpty) return fallen;

  const wide = yield* componentsInSteps(layout, 'hard-and-groups');
  const concerned = new RootSets(wide.count, roots.length);
  roots.forEach((root, bit) => concerned.add(wide.of[root], bit));
  yield* handDown(wide, concerned);
  yield* causes.complete(fallen, concerned);
  concerned.release();
  return fallen;
}

/** Gives what each component has to all that it depends on, those that depend first. */
function* handDown(components: Components, sets: RootSets): Steps<void> {
  const { of, offsets, nodes, reach } = components;
  const last = components.count - 1;
  yield* inStretches(components.count, (begin, end) => {
    for (let component = last - begin; component > last - end; component--) {
      if (sets.isEmpty(component)) continue;
      for (let n = offsets[component]; n < offsets[component + 1]; n++) {
        const node = nodes[n];
        for (let e = reach.targetFrom[node]; e < reach.targetEnd[node]; e++) {
          const below = of[reach.targets[e]];
          if (below !== component) sets.include(below, component);
        }
        for (let m = reach.memberFrom[node]; m < reach.memberEnd[node]; m++) {
          const below = of[reach.members[m]];
          if (below !== component) sets.include(below, component);
        }
      }
    }
  });
}
