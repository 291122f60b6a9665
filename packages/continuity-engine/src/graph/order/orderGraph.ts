import { finish, inStretches, sortInSteps, type Steps } from '../../steps';
import { componentsInSteps, type Components } from '../components/Components';
import { isPresent, type DependencyGraph } from '../DependencyGraph';
import type { GraphOrder } from '../types';
import { SoftDependencies } from './SoftDependencies';

/**
 * Waves for deployment or recovery, dependencies first.
 *
 * Every hard dependency outside of a circle is respected; a group counts as hard on each
 * of its members, because nobody knows which of them will be needed. A soft dependency
 * is respected unless it lies on a circle of dependencies of any kind: left out are all
 * soft ones of such a circle, so that the answer does not depend on which is looked at
 * first. Nodes of a circle of hard dependencies stay together in one wave.
 */
export function orderGraph(graph: DependencyGraph): GraphOrder {
  return finish(orderGraphInSteps(graph));
}

/** {@link orderGraph}, bit by bit. */
export function* orderGraphInSteps(graph: DependencyGraph): Steps<GraphOrder> {
  const { layout } = graph;
  const hard = yield* componentsInSteps(layout, 'hard-and-groups');
  const any = yield* componentsInSteps(layout, 'all');
  const soft = new SoftDependencies(layout, hard, any);
  const waveOf = yield* assignWaves(hard, any, soft);
  const waves: number[][] = [];
  const components: string[][] = [];
  const name = (node: number) => layout.names.word(node);
  const place = (part: number) => {
    const nodes = Array.from(
      hard.nodes.subarray(hard.offsets[part], hard.offsets[part + 1]),
    ).filter(node => isPresent(layout, node));
    if (nodes.length === 0) return;
    while (waves.length <= waveOf[part]) waves.push([]);
    // A circle may be larger than the number of arguments that a call takes.
    for (const node of nodes) waves[waveOf[part]].push(node);
    if (nodes.length > 1) components.push(nodes.map(name).sort());
  };
  yield* inStretches(hard.count, (begin, end) => {
    for (let part = begin; part < end; part++) place(part);
  });
  const { rank } = layout;
  const sorted: string[][] = [];
  for (const wave of waves) {
    const byName = yield* sortInSteps(wave, (a, b) => rank[a] - rank[b]);
    sorted.push(byName.map(name));
  }
  return {
    waves: sorted,
    components: components.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    softIgnored: soft.ignored,
  };
}

/**
 * The longest way down from each component. Components of all dependencies come with
 * dependencies first, and inside of one those of hard dependencies do.
 */
function* assignWaves(
  hard: Components,
  any: Components,
  soft: SoftDependencies,
): Steps<Int32Array> {
  const waveOf = new Int32Array(hard.count);
  const { count, reach } = hard;
  const inOrder = new Float64Array(count);
  for (let part = 0; part < count; part++) {
    // As numbers these sort natively, and exactly: nodes squared are below 2 ** 53.
    inOrder[part] = any.of[hard.nodes[hard.offsets[part]]] * count + part;
  }
  inOrder.sort();
  yield;
  const assign = (part: number) => {
    let wave = 0;
    const after = (below: number) => {
      if (below !== part) wave = Math.max(wave, waveOf[below] + 1);
    };
    for (let n = hard.offsets[part]; n < hard.offsets[part + 1]; n++) {
      const node = hard.nodes[n];
      for (let e = reach.targetFrom[node]; e < reach.targetEnd[node]; e++) {
        after(hard.of[reach.targets[e]]);
      }
      for (let m = reach.memberFrom[node]; m < reach.memberEnd[node]; m++) {
        after(hard.of[reach.members[m]]);
      }
      soft.eachOf(node, after);
    }
    waveOf[part] = wave;
  };
  yield* inStretches(count, (begin, end) => {
    for (let at = begin; at < end; at++) assign(inOrder[at] % count);
  });
  return waveOf;
}
