import type { Entity } from '@backstage/catalog-model';
import type { Problem } from '@continuity/engine';
import { carriesContinuityBlock } from './carriesContinuityBlock';
import { continuityBlockProblems } from './continuityBlockProblems';
import { freezingEntityProblems, isFreezingEntity } from './freezingEntities';

/**
 * Everything Continuity finds wrong with an entity; nothing for entities that
 * say nothing about continuity.
 */
export function entityProblems(entity: Entity): Problem[] {
  if (isFreezingEntity(entity)) {
    return freezingEntityProblems(entity);
  }
  return carriesContinuityBlock(entity) ? continuityBlockProblems(entity) : [];
}
