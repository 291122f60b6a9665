import type { Steps } from '../../steps';
import { componentsInSteps, componentsOf } from '../components/Components';
import { commonCauses } from '../points/CommonCauses';
import { fallenRoots } from '../points/fallenRoots';
import type { FailureLayout } from '../storage/FailureLayout';
import { extractRoot } from './extractRoot';
import { Reduction, type Drafts } from './Reduction';
import type { RootStructure, Threshold, Unit } from './RootStructure';

/**
 * Reduces what a root depends on to what has to be thought about together.
 *
 * - Single points of failure are set aside: the root fails with each of them, so that
 *   everywhere else they may be taken as working. (`x or f(x)` is `x or f(false)`.)
 * - A circle of hard dependencies is one unit.
 * - What only one unit needs, by a hard dependency, becomes part of it.
 */
export function* reduceRoot(
  whole: FailureLayout,
  root: number,
): Steps<RootStructure> {
  const { layout, nodes } = yield* extractRoot(whole, root);
  const causes = yield* commonCauses(layout);
  const fallen = yield* fallenRoots(layout, [0], causes);
  const hard = yield* componentsInSteps(layout, 'hard');
  const isSingle = (node: number) => fallen.has(hard.of[node], 0);

  const reduction = new Reduction(layout, isSingle);
  const groups: Threshold[] = [];
  const singles: number[] = [];
  nodes.forEach((node, local) => {
    if (!isSingle(local)) return;
    if (local > 0) singles.push(node);
    groups.push(...reduction.thresholdsOf(local));
  });
  yield;
  const units = reduction.unitsBelow(groups);
  yield;
  return { root, singles, ...arrange(merge(units, groups), groups, nodes) };
}

/** Moves units into the only one that needs them; members of groups stay what they are. */
function merge(drafts: Drafts, top: readonly Threshold[]): Drafts {
  const kept = new Set(top.flatMap(({ members }) => members));
  const users = new Map<number, number[]>();
  for (const [part, unit] of drafts) {
    for (const { members } of unit.groups) {
      for (const member of members) kept.add(member);
    }
    for (const need of unit.needs) {
      const known = users.get(need);
      if (known) known.push(part);
      else users.set(need, [part]);
    }
  }
  // Components have dependencies first, so what is moved has taken in its own before.
  for (const part of [...drafts.keys()].sort((a, b) => a - b)) {
    const [user, ...others] = users.get(part) ?? [];
    const unit = drafts.get(part);
    const host = user === undefined ? undefined : drafts.get(user);
    if (kept.has(part) || others.length > 0 || !unit || !host) continue;
    host.nodes.push(...unit.nodes);
    host.groups.push(...unit.groups);
    const needs = new Set([...host.needs, ...unit.needs]);
    needs.delete(part);
    host.needs = [...needs];
    drafts.delete(part);
  }
  return drafts;
}

/** Numbers units with dependencies first and finds the circles among them. */
function arrange(
  drafts: Drafts,
  top: Threshold[],
  nodes: readonly number[],
): Pick<RootStructure, 'groups' | 'units' | 'circles'> {
  const parts = [...drafts.keys()].sort((a, b) => a - b);
  const place = new Map(parts.map((part, index) => [part, index]));
  const below = parts.map(part => {
    const unit = drafts.get(part);
    return [
      ...(unit?.needs ?? []),
      ...(unit?.groups.flatMap(({ members }) => members) ?? []),
    ].map(other => place.get(other) ?? 0);
  });
  const { offsets, nodes: order } = componentsOf(plainLayout(below), 'hard');
  const number = new Map<number, number>();
  order.forEach((index, at) => number.set(parts[index], at));
  const renumber = (threshold: Threshold): Threshold => ({
    tip: threshold.tip,
    members: threshold.members.map(member => number.get(member) ?? 0),
  });
  const units = Array.from(order, (index): Unit => {
    const unit = drafts.get(parts[index]);
    return {
      nodes: (unit?.nodes ?? []).map(node => nodes[node]),
      needs: (unit?.needs ?? []).map(need => number.get(need) ?? 0),
      groups: (unit?.groups ?? []).map(renumber),
    };
  });
  const circles: [number, number][] = [];
  for (let c = 0; c + 1 < offsets.length; c++) {
    circles.push([offsets[c], offsets[c + 1]]);
  }
  return { groups: top.map(renumber), units, circles };
}

/** A layout with these hard dependencies and nothing else. */
function plainLayout(below: number[][]): FailureLayout {
  const offsets = new Int32Array(below.length + 1);
  below.forEach((row, index) => {
    offsets[index + 1] = offsets[index] + row.length;
  });
  const none = new Int32Array(below.length + 1);
  return {
    size: below.length,
    out: {
      offsets,
      softFrom: offsets.subarray(1),
      targets: Int32Array.from(below.flat()),
    },
    groups: {
      count: 0,
      owner: new Int32Array(0),
      soft: new Uint8Array(0),
      tip: new Int32Array(0),
      offsets: new Int32Array(1),
      members: new Int32Array(0),
      ofOwner: none,
      memberFrom: none,
      hardMemberEnd: none,
    },
  };
}
