import { componentsOf, type Components } from '../components/Components';
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
  const { layout } = graph;
  const hard = componentsOf(layout, 'hard-and-groups');
  const any = componentsOf(layout, 'all');
  const soft = new SoftDependencies(layout, hard, any);
  const waveOf = assignWaves(hard, any, soft);
  const waves: string[][] = [];
  const components: string[][] = [];
  const name = (node: number) => layout.names.word(node);
  for (let part = 0; part < hard.count; part++) {
    const nodes = Array.from(
      hard.nodes.subarray(hard.offsets[part], hard.offsets[part + 1]),
    ).filter(node => isPresent(layout, node));
    if (nodes.length === 0) continue;
    const names = nodes.map(name);
    while (waves.length <= waveOf[part]) waves.push([]);
    waves[waveOf[part]].push(...names);
    if (names.length > 1) components.push(names.sort());
  }
  return {
    waves: waves.map(wave => wave.sort()),
    components: components.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    softIgnored: soft.ignored,
  };
}

/**
 * The longest way down from each component. Components of all dependencies come with
 * dependencies first, and inside of one those of hard dependencies do.
 */
function assignWaves(
  hard: Components,
  any: Components,
  soft: SoftDependencies,
): Int32Array {
  const waveOf = new Int32Array(hard.count);
  const inOrder = Int32Array.from({ length: hard.count }, (_, part) => part);
  const anyOf = inOrder.map(part => any.of[hard.nodes[hard.offsets[part]]]);
  inOrder.sort((a, b) => anyOf[a] - anyOf[b] || a - b);
  const { reach } = hard;
  for (const part of inOrder) {
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
  }
  return waveOf;
}
