import {
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** As many owners as the backend takes for one question. */
export const MAX_GROUPS = 50;

export interface GroupsBelow {
  /** Refs of a group and of those below it, the nearest first. */
  refs: string[];
  /** There are more than these. */
  truncated: boolean;
}

/**
 * A group and all groups below it, level by level; each once, also where groups are each
 * other's parents.
 */
export async function groupsBelow(
  group: Entity,
  catalog: Pick<CatalogApi, 'getEntitiesByRefs'>,
): Promise<GroupsBelow> {
  const refs = new Set([stringifyEntityRef(group)]);
  let level = [group];
  while (level.length > 0) {
    const next = new Set(
      level.flatMap(childrenOf).filter(ref => !refs.has(ref)),
    );
    const room = MAX_GROUPS - refs.size;
    const taken = [...next].slice(0, room);
    taken.forEach(ref => refs.add(ref));
    if (next.size > room) return { refs: [...refs], truncated: true };
    if (taken.length === 0) break;
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: taken,
      fields: ['kind', 'metadata', 'relations'],
    });
    // One that the reader may not see has no children for them either.
    level = items.flatMap(item => item ?? []);
  }
  return { refs: [...refs], truncated: false };
}

function childrenOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_PARENT_OF)
    .map(({ targetRef }) => targetRef);
}
