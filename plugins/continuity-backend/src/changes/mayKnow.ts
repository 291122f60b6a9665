import type { VisibleEntities } from '../fleet';
import type { Caller } from '../http';
import type { ChangeHead } from './types';

/** Whoever wrote a change knows it; others, when they may see all that it changes. */
export function mayKnow(
  {
    createdBy,
    entities,
  }: Readonly<Pick<ChangeHead, 'createdBy'>> & {
    entities: readonly string[];
  },
  { ref }: Pick<Caller, 'ref'>,
  visible: VisibleEntities,
): boolean {
  return createdBy === ref || seesAll(entities, visible);
}

export function seesAll(
  entities: readonly string[],
  visible: VisibleEntities,
): boolean {
  return visible === 'all' || entities.every(ref => visible.has(ref));
}
