import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * Refs of the systems that an entity is part of (`spec.system`, in the entity's own
 * namespace unless it names one), or is. A reference that cannot be read names none.
 */
export function systemsOf(
  entity: Pick<Entity, 'kind' | 'metadata' | 'spec'>,
): string[] {
  if (entity.kind.toLocaleLowerCase('en-US') === 'system') {
    return [
      stringifyEntityRef({
        kind: entity.kind,
        namespace: entity.metadata.namespace,
        name: entity.metadata.name,
      }),
    ];
  }
  const system = entity.spec?.system;
  if (typeof system !== 'string') return [];
  try {
    return [
      stringifyEntityRef(
        parseEntityRef(system, {
          defaultKind: 'system',
          defaultNamespace: entity.metadata.namespace,
        }),
      ),
    ];
  } catch {
    return [];
  }
}
