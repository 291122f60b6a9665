import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
  parseLocationRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogChange } from '@continuity/plugin-continuity-common';
import type { JsonObject } from '@backstage/types';
import { dump } from 'js-yaml';
import type { GraphSnapshot } from '../types';
import type { FoundFinding } from './FoundFinding';

/** Whether a change of a catalog file would mend a finding, and we know which. */
export function isChangeable(
  finding: FoundFinding,
  snapshot: GraphSnapshot,
): boolean {
  return catalogChange(finding, snapshot) !== undefined;
}

/**
 * The change of the catalog file that would mend a finding, ready to be pasted. It shows
 * whole lists, because YAML has no way to say "one more". Absent: there is none, or what
 * to do is for people to decide.
 */
export function catalogChange(
  { kind, node, about }: FoundFinding,
  { entry }: GraphSnapshot,
): CatalogChange | undefined {
  const entity = entry(node)?.entity;
  if (!entity || about === undefined || !isService(entity)) {
    return undefined;
  }
  switch (kind) {
    case 'undocumented-dependency':
      return {
        ...place(entity),
        summary: `Declare that ${node} depends on ${about}. Say soft where it can do without it.`,
        patch: patchOf({
          continuity: {
            dependencies: [
              ...declaredDependencies(entity),
              { ref: about, strength: 'hard' },
            ],
          },
        }),
      };
    case 'unseen-dependency':
    case 'unknown-reference':
      return withoutDependency(entity, about);
    default:
      return undefined;
  }
}

/** Fields of an entity that name what it needs, and the kind that a short ref means there. */
const LISTS: readonly { field: string; defaultKind?: string }[] = [
  { field: 'dependsOn' },
  { field: 'consumesApis', defaultKind: 'API' },
];

function withoutDependency(
  entity: Entity,
  about: string,
): CatalogChange | undefined {
  const defaultNamespace = entity.metadata.namespace;
  const is = (ref: unknown, defaultKind?: string) => {
    if (typeof ref !== 'string') return false;
    try {
      return (
        stringifyEntityRef(
          parseEntityRef(ref, { defaultKind, defaultNamespace }),
        ) === about
      );
    } catch {
      return false;
    }
  };
  const spec: JsonObject = {};
  for (const { field, defaultKind } of LISTS) {
    const list: unknown = entity.spec?.[field];
    if (Array.isArray(list) && list.some(ref => is(ref, defaultKind))) {
      spec[field] = list.filter(ref => !is(ref, defaultKind));
    }
  }
  const dependencies = declaredDependencies(entity);
  if (dependencies.some(({ ref }) => is(ref))) {
    spec.continuity = {
      dependencies: dependencies.filter(({ ref }) => !is(ref)),
    };
  }
  return Object.keys(spec).length === 0
    ? undefined
    : {
        ...place(entity),
        summary: `Take ${about} from what ${stringifyEntityRef(
          entity,
        )} declares that it needs.`,
        patch: patchOf(spec),
      };
}

function declaredDependencies(entity: Entity): JsonObject[] {
  const block: unknown = entity.spec?.continuity;
  const dependencies =
    block !== null && typeof block === 'object' && 'dependencies' in block
      ? block.dependencies
      : undefined;
  return Array.isArray(dependencies) ? dependencies : [];
}

function patchOf(spec: JsonObject): string {
  return dump({ spec }, { lineWidth: -1, noRefs: true });
}

function isService(entity: Entity): boolean {
  return ['component', 'resource', 'system', 'api'].includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}

/** Where an entity is declared and edited, as far as the catalog tells. */
function place(
  entity: Entity,
): Pick<CatalogChange, 'entityRef' | 'file' | 'editUrl'> {
  const { annotations = {} } = entity.metadata;
  const location =
    annotations[ANNOTATION_LOCATION] ??
    annotations[ANNOTATION_SOURCE_LOCATION] ??
    annotations[ANNOTATION_ORIGIN_LOCATION];
  const file = location === undefined ? undefined : targetOf(location);
  const editUrl = annotations[ANNOTATION_EDIT_URL];
  return {
    entityRef: stringifyEntityRef(entity),
    ...(file !== undefined && { file }),
    // Anything else would be a link that does something.
    ...(/^https?:\/\//.test(editUrl ?? '') && { editUrl }),
  };
}

function targetOf(location: string): string | undefined {
  try {
    return parseLocationRef(location).target;
  } catch {
    return undefined;
  }
}
