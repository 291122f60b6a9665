import {
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  type Entity,
} from '@backstage/catalog-model';
import type { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import { carriesContinuityBlock } from './carriesContinuityBlock';
import { isObject } from './isObject';

/**
 * `dependsOn` and its reverse for every entry of `spec.continuity.dependencies`,
 * hard and soft: the relation says that there is a dependency, the block how
 * strong it is. Refs without a namespace inherit the entity's, as `spec.dependsOn` does.
 * One that repeats `spec.dependsOn` is stored once by the catalog.
 */
export function dependencyRelations(entity: Entity): EntityRelationSpec[] {
  if (!carriesContinuityBlock(entity)) {
    return [];
  }
  const block = entity.spec?.continuity;
  const dependencies = isObject(block) ? block.dependencies : undefined;
  if (!Array.isArray(dependencies)) {
    return [];
  }
  const self = getCompoundEntityRef(entity);
  return dependencies.flatMap((dependency: unknown) => {
    if (!isObject(dependency) || typeof dependency.ref !== 'string') {
      return [];
    }
    const target = parseEntityRef(dependency.ref, {
      defaultNamespace: self.namespace,
    });
    return [
      { source: self, type: RELATION_DEPENDS_ON, target },
      { source: target, type: RELATION_DEPENDENCY_OF, target: self },
    ];
  });
}
