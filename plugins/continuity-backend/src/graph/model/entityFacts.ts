import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** Entities never change once they are handed out, and their owners are asked for often. */
const owners = new WeakMap<Entity, string | false>();

/** Canonical ref of the owner. Absent: nobody is named, or nobody can tell whom. */
export function ownerOf(entity: Entity): string | undefined {
  let owner = owners.get(entity);
  if (owner === undefined) {
    owner = refIn(entity, 'owner', 'Group') ?? false;
    owners.set(entity, owner);
  }
  return owner === false ? undefined : owner;
}

/** Canonical ref of the system that it belongs to. */
export function systemOf(entity: Entity): string | undefined {
  return refIn(entity, 'system', 'System');
}

function refIn(
  entity: Entity,
  field: 'owner' | 'system',
  defaultKind: string,
): string | undefined {
  const named: unknown = entity.spec?.[field];
  if (typeof named !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(named, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}
