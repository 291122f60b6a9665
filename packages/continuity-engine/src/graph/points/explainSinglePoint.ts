import { readGroup, numberOf, type DependencyGraph } from '../DependencyGraph';
import { measureImpact } from '../impact/measureImpact';
import type { OutageImpact } from '../impact/OutageImpact';
import type { SinglePointExplanation } from '../types';
import { listNames } from '../words';

/**
 * How a node brings a root down all by itself, and what would shield the root.
 *
 * @returns undefined when it does not
 * @throws RangeError when one of them is not in the graph
 */
export function explainSinglePoint(
  graph: DependencyGraph,
  node: string,
  root: string,
): SinglePointExplanation | undefined {
  numberOf(graph.layout, root);
  const impact = measureImpact(graph, { down: [node] });
  const reached = impact.explain(root);
  if (node === root || !reached || impact.stateOf(root) !== 'failed') {
    return undefined;
  }
  const { path } = reached;
  const tippedGroups = groupsTippedOn(graph, impact, path);
  return {
    node,
    root,
    path,
    tippedGroups,
    shield:
      tippedGroups.length > 0
        ? separate(node, tippedGroups[0])
        : standIn(graph, impact, node),
  };
}

/** Groups through which the path goes because no hard dependency connects the two. */
function groupsTippedOn(
  graph: DependencyGraph,
  impact: OutageImpact,
  path: readonly string[],
): SinglePointExplanation['tippedGroups'] {
  const { layout } = graph;
  const { out, groups } = layout;
  const tipped: SinglePointExplanation['tippedGroups'] = [];
  for (let step = 1; step < path.length; step++) {
    const owner = numberOf(layout, path[step]);
    const below = numberOf(layout, path[step - 1]);
    const hard = out.targets.subarray(out.offsets[owner], out.softFrom[owner]);
    if (hard.includes(below)) continue;
    for (let g = groups.ofOwner[owner]; g < groups.ofOwner[owner + 1]; g++) {
      const { group, minAvailable, members } = readGroup(layout, g);
      const failed = members.filter(
        member => impact.stateOf(member) === 'failed',
      );
      if (
        groups.soft[g] === 0 &&
        members.includes(path[step - 1]) &&
        failed.length >= groups.tip[g]
      ) {
        tipped.push({
          owner: path[step],
          group,
          minAvailable,
          members,
          failed,
        });
        break;
      }
    }
  }
  return tipped;
}

function separate(
  node: string,
  tipped: SinglePointExplanation['tippedGroups'][number],
): string {
  const { owner, group, members, failed, minAvailable } = tipped;
  if (minAvailable >= members.length) {
    return `Group ${group} of ${owner} needs all of its ${members.length} members: add members until it can do without one, or lower minAvailable from ${minAvailable}.`;
  }
  const spare = members.length - minAvailable;
  return `Group ${group} of ${owner} can do without ${spare} of its ${
    members.length
  } members, but ${node} takes down ${listNames(
    failed,
  )} at once: make all but ${spare} of them independent of ${node}.`;
}

function standIn(
  graph: DependencyGraph,
  impact: OutageImpact,
  node: string,
): string {
  const dependants = [
    ...new Set(
      graph
        .dependantsOf(node)
        .filter(
          ({ from, strength }) =>
            strength === 'hard' &&
            from !== node &&
            impact.stateOf(from) === 'failed',
        )
        .map(({ from }) => from),
    ),
  ].sort();
  return `Give ${node} a stand-in that fails independently of it, and declare both as one redundancy group in ${listNames(
    dependants,
  )}; or make it a soft dependency there, if they can do without it.`;
}
