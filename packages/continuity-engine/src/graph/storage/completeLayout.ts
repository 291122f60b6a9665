import { arrangeGroups } from './arrangeGroups';
import { arrangeIn } from './arrangeOut';
import type { EdgeRows } from './EdgeRows';
import type { GraphLayout } from './GraphLayout';

/** Adds what follows from the rest: the way back, groups in order, and ranks. */
export function completeLayout(
  parts: Pick<
    GraphLayout,
    'names' | 'vocabulary' | 'sources' | 'nodes' | 'out'
  >,
  grouped: EdgeRows,
  before?: GraphLayout,
): GraphLayout {
  const size = parts.names.size;
  const groups = arrangeGroups(grouped, size);
  const { offsets, softFrom } = parts.out;
  return {
    ...parts,
    size,
    rank:
      before?.size === size
        ? before.rank
        : parts.names.ranks(size, before?.rank),
    in: arrangeIn(parts.out, size),
    groups,
    hasSoft:
      groups.soft.includes(1) ||
      softFrom.some((begin, node) => begin < offsets[node + 1]),
  };
}
