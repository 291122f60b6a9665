import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** Canonical ref of the owner. Absent: nobody is named, or nobody can tell whom. */
export function ownerOf(entity: Entity): string | undefined {
  return refIn(entity, 'owner', 'Group');
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
