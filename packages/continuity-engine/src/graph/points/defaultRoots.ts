import { isPresent, type DependencyGraph } from '../DependencyGraph';

/** The kind of nodes that everything else is there for. */
export const ROOT_KIND = 'business-function';

/**
 * What people mean when they name no roots: the business functions, or, where there are
 * none, the nodes that nothing else depends on. By name.
 */
export function defaultRoots(graph: DependencyGraph): string[] {
  const { layout } = graph;
  const { names, nodes, vocabulary } = layout;
  const wanted = vocabulary.numberOf(ROOT_KIND);
  const functions: string[] = [];
  const tops: string[] = [];
  const kinds = nodes.word('kind');
  for (let index = 0; index < layout.size; index++) {
    if (!isPresent(layout, index)) continue;
    if (wanted !== undefined && kinds[index] === wanted) {
      functions.push(names.word(index));
    }
    if (functions.length === 0 && isTop(layout, index)) {
      tops.push(names.word(index));
    }
  }
  return (functions.length > 0 ? functions : tops).sort();
}

/** A node that only depends on itself is a top, too. */
function isTop(
  { in: rows, groups }: DependencyGraph['layout'],
  index: number,
): boolean {
  for (let e = rows.offsets[index]; e < rows.offsets[index + 1]; e++) {
    if (rows.sources[e] !== index) return false;
  }
  for (let i = groups.inOffsets[index]; i < groups.inOffsets[index + 1]; i++) {
    if (groups.owner[groups.inGroups[i]] !== index) return false;
  }
  return true;
}
