import {
  ANNOTATION_EDIT_URL,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What people call an entity. */
export function titleOf({ metadata: { title, name } }: Entity): string {
  return typeof title === 'string' && title.trim() !== '' ? title : name;
}

/** Canonical ref in `spec.owner`. Absent: there is none that can be read. */
export function ownerOf({ metadata, spec }: Entity): string | undefined {
  const owner = spec?.owner;
  if (typeof owner !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

/** Where the source of an entity is edited. Absent: not known, or no address. */
export function editUrlOf({ metadata }: Entity): string | undefined {
  const url = metadata.annotations?.[ANNOTATION_EDIT_URL];
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}
