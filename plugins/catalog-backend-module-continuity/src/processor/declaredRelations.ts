import {
  DEFAULT_NAMESPACE,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  type Entity,
} from '@backstage/catalog-model';
import type { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import {
  CONTINUITY_SPEC_KINDS,
  isBusinessFunctionEntity,
  isFreezeCalendarEntity,
  RELATION_FREEZES,
  RELATION_FROZEN_BY,
  RELATION_SUPPORTED_BY,
  RELATION_SUPPORTS,
} from '@continuity/plugin-continuity-common';
import { entityRefProblems } from './entityRefProblems';
import type { FreezingEntity } from './freezingEntities';
import { isObject } from './isObject';

/** Which field is which relation, and what it may point at. */
interface RelationField {
  field: string;
  forward: string;
  reverse: string;
  defaultKind?: string;
  kinds: readonly string[];
}

const OWNER: RelationField = {
  field: 'owner',
  forward: RELATION_OWNED_BY,
  reverse: RELATION_OWNER_OF,
  defaultKind: 'Group',
  kinds: ['Group', 'User'],
};
const FREEZES: RelationField = {
  field: 'freezes',
  forward: RELATION_FREEZES,
  reverse: RELATION_FROZEN_BY,
  kinds: CONTINUITY_SPEC_KINDS,
};
const SUPPORTED_BY: RelationField = {
  field: 'supportedBy',
  forward: RELATION_SUPPORTED_BY,
  reverse: RELATION_SUPPORTS,
  kinds: CONTINUITY_SPEC_KINDS,
};

/**
 * The relations of an entity that decides what is frozen, both ways. Of an entity that
 * cannot be read as a whole those fields count that can be; a ref that is none is left
 * out, where the catalog's own reading of relation fields would refuse the entity.
 */
export function declaredRelations(
  entity: FreezingEntity,
): EntityRelationSpec[] {
  return fieldsOf(entity).flatMap(of => relationsOf(entity, of));
}

function fieldsOf(entity: Entity): RelationField[] {
  if (isFreezeCalendarEntity(entity)) {
    return [OWNER, FREEZES];
  }
  return isBusinessFunctionEntity(entity) ? [OWNER, SUPPORTED_BY] : [OWNER];
}

function relationsOf(
  entity: Entity,
  { field, forward, reverse, defaultKind, kinds }: RelationField,
): EntityRelationSpec[] {
  const spec: unknown = entity.spec;
  const self = getCompoundEntityRef(entity);
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const named = [isObject(spec) ? spec[field] : undefined].flat();
  return named.flatMap((ref: unknown) => {
    const problems = entityRefProblems(field, ref, {
      namespace,
      defaultKind,
      kinds,
      example: '',
    });
    if (typeof ref !== 'string' || problems.length > 0) {
      return [];
    }
    const target = parseEntityRef(ref, {
      defaultKind,
      defaultNamespace: namespace,
    });
    return [
      { source: self, type: forward, target },
      { source: target, type: reverse, target: self },
    ];
  });
}
