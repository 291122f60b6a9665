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

/**
 * Who supports which business functions.
 *
 * @param functions - Each with its own ref and the refs in its `supportedBy`, which
 * inherit its namespace. A reference that cannot be read names nobody.
 * @returns for an entity and the systems it is part of, refs of the functions that
 * name it or one of those systems, in alphabetical order.
 */
export function createFunctionMembership(
  functions: readonly { ref: string; supportedBy: readonly string[] }[],
): (entityRef: string, systems: readonly string[]) => string[] {
  const supported = new Map<string, Set<string>>();
  for (const { ref, supportedBy } of functions) {
    const { kind, namespace, name } = parseEntityRef(ref, {
      defaultKind: 'businessfunction',
    });
    const canonical = stringifyEntityRef({ kind, namespace, name });
    for (const named of supportedBy) {
      const supporter = canonicalRef(named, namespace);
      if (supporter === undefined) continue;
      const known = supported.get(supporter);
      if (known) known.add(canonical);
      else supported.set(supporter, new Set([canonical]));
    }
  }
  return (entityRef, systems) => {
    const found = new Set<string>();
    for (const ref of [entityRef, ...systems]) {
      for (const one of supported.get(ref.toLocaleLowerCase('en-US')) ?? []) {
        found.add(one);
      }
    }
    return [...found].sort();
  };
}

function canonicalRef(
  text: string,
  defaultNamespace: string,
): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultNamespace }));
  } catch {
    return undefined;
  }
}
