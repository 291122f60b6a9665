import type { Steps } from '../../steps';
import { arrangeGroups } from './arrangeGroups';
import { arrangeIn } from './arrangeOut';
import type { EdgeRows } from './EdgeRows';
import type { GraphLayout } from './GraphLayout';

/**
 * Adds what follows from the rest: the way back, groups in order, and ranks.
 *
 * @param parts - `names` may have more words than `size` when others add some meanwhile
 */
export function* completeLayout(
  parts: Pick<
    GraphLayout,
    'size' | 'names' | 'vocabulary' | 'sources' | 'nodes' | 'out'
  >,
  grouped: EdgeRows,
  before?: GraphLayout,
): Steps<GraphLayout> {
  const { size } = parts;
  const groups = yield* arrangeGroups(grouped, size);
  const { offsets, softFrom } = parts.out;
  return {
    ...parts,
    rank:
      before?.size === size
        ? before.rank
        : yield* parts.names.ranks(size, before?.rank),
    in: yield* arrangeIn(parts.out, size),
    groups,
    hasSoft:
      groups.soft.includes(1) ||
      softFrom.some((begin, node) => begin < offsets[node + 1]),
  };
}
