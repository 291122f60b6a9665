import { inStretches, STRETCH, type Steps, WORDY } from '../../steps';
import { componentsInSteps, type Components } from '../components/Components';
import { isPresent, readGroup } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import { listNames } from '../words';
import type { FindingCollector } from './FindingCollector';
import { pathSteps, shortPath } from './Ways';

/** Dependencies that contradict themselves or lead nowhere. */
export function* findStructureFaults(
  layout: GraphLayout,
  collector: FindingCollector,
): Steps<void> {
  yield* inStretches(
    layout.size,
    (begin, end) => {
      for (let node = begin; node < end; node++) {
        if (!isPresent(layout, node)) continue;
        findUnknown(layout, node, collector);
        findSmallGroups(layout, node, collector);
      }
    },
    WORDY,
  );
  yield* findCircles(layout, collector);
}

function findUnknown(
  layout: GraphLayout,
  node: number,
  collector: FindingCollector,
): void {
  const { nodes, out, groups, names } = layout;
  const name = names.word(node);
  const begins =
    out.offsets[node + 1] > out.offsets[node] ||
    groups.memberFrom[node + 1] > groups.memberFrom[node];
  if (nodes.declared[node] === 0 && begins) {
    collector.add('unknown-reference', node, () => ({
      about: name,
      path: [name],
      numbers: {},
      message: `${name} depends on others, but nobody has declared it.`,
      remedy: `Declare ${name}, or correct the name where its dependencies are declared.`,
    }));
  }
  const said = new Set<number>();
  const examine = (target: number) => {
    if (said.has(target)) return;
    said.add(target);
    const other = names.word(target);
    if (target === node) {
      collector.add('self-dependency', node, () => ({
        about: name,
        path: [name, name],
        numbers: {},
        message: `${name} depends on itself.`,
        remedy: `Remove the dependency of ${name} on itself, or name what was meant.`,
      }));
    } else if (nodes.declared[target] === 0) {
      collector.add('unknown-reference', node, () => ({
        about: other,
        path: [name, other],
        numbers: {},
        message: `${name} depends on ${other}, which nobody has declared, so nothing is known of it.`,
        remedy: `Declare ${other}, or correct the name in the dependencies of ${name}.`,
      }));
    }
  };
  for (let e = out.offsets[node]; e < out.offsets[node + 1]; e++) {
    examine(out.targets[e]);
  }
  for (let m = groups.memberFrom[node]; m < groups.memberFrom[node + 1]; m++) {
    examine(groups.members[m]);
  }
}

function findSmallGroups(
  layout: GraphLayout,
  node: number,
  collector: FindingCollector,
): void {
  const { groups, names } = layout;
  for (let g = groups.ofOwner[node]; g < groups.ofOwner[node + 1]; g++) {
    const size = groups.offsets[g + 1] - groups.offsets[g];
    if (groups.need[g] <= size) continue;
    collector.add('group-too-small', node, () => {
      const { group, members, minAvailable } = readGroup(layout, g);
      const name = names.word(node);
      return {
        about: group,
        path: [name, members[0]],
        numbers: { minAvailable, members: size },
        message: `Group ${group} of ${name} needs ${minAvailable} of its ${size} members (${listNames(
          members,
        )}). It counts as needing all of them.`,
        remedy: `Lower minAvailable of group ${group} to at most ${size}, or add the members that are missing.`,
      };
    });
  }
}

function* findCircles(
  layout: GraphLayout,
  collector: FindingCollector,
): Steps<void> {
  const components = yield* componentsInSteps(layout, 'hard-and-groups');
  const hard = yield* componentsInSteps(layout, 'hard');
  const { offsets, nodes, count } = components;
  for (let part = 0; part < count; part++) {
    const size = offsets[part + 1] - offsets[part];
    if (size < 2) continue;
    const members = nodes.subarray(offsets[part], offsets[part + 1]);
    let first = members[0];
    for (const node of members) {
      if (layout.rank[node] < layout.rank[first]) first = node;
    }
    const circle = collector.hasRoomFor('cycle')
      ? yield* shortestCircle(components, first)
      : [];
    collector.add('cycle', first, () => {
      const path = circle.map(node => layout.names.word(node));
      const steps = pathSteps(shortPath(path)).join(' -> ');
      const together = members.every(node => hard.of[node] === hard.of[first]);
      return {
        path,
        numbers: { nodes: size },
        message: together
          ? `${size} nodes depend on each other in a circle, so none can be recovered or deployed before the others: ${steps}.`
          : `${size} nodes depend on each other in a circle, in part through redundancy groups: ${steps}.`,
        remedy:
          'Make one dependency of the circle soft, where it can be done without, or remove it; until then they are recovered and deployed together.',
      };
    });
  }
}

/** Breadth first inside of a component, from a node back to itself. */
function* shortestCircle(
  { of, reach }: Components,
  start: number,
): Steps<number[]> {
  const from = new Map<number, number>([[start, -1]]);
  const queue = [start];
  for (const [at, node] of queue.entries()) {
    if (at % STRETCH === STRETCH - 1) yield;
    const row = [
      ...reach.targets.subarray(reach.targetFrom[node], reach.targetEnd[node]),
      ...reach.members.subarray(reach.memberFrom[node], reach.memberEnd[node]),
    ];
    for (const next of row) {
      if (next === start && node !== start)
        return [...wayTo(from, node), start];
      if (of[next] !== of[start] || from.has(next)) continue;
      from.set(next, node);
      queue.push(next);
    }
  }
  return [start];
}

function wayTo(from: ReadonlyMap<number, number>, end: number): number[] {
  const way: number[] = [];
  for (let node = end; node >= 0; node = from.get(node) ?? -1) way.push(node);
  return way.reverse();
}
