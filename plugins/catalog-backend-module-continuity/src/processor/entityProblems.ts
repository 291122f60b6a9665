import type { Entity } from '@backstage/catalog-model';
import type { Problem } from '@continuity/engine';
import {
  isBusinessFunctionEntity,
  isFreezeCalendarEntity,
} from '@continuity/plugin-continuity-common';
import { businessFunctionProblems } from './businessFunctionProblems';
import { carriesContinuityBlock } from './carriesContinuityBlock';
import { freezeCalendarProblems } from './freezeCalendarProblems';
import { continuityBlockProblems } from './continuityBlockProblems';

/**
 * Everything Continuity finds wrong with an entity; nothing for entities that
 * say nothing about continuity.
 */
export function entityProblems(entity: Entity): Problem[] {
  if (isFreezeCalendarEntity(entity)) {
    return freezeCalendarProblems(entity);
  }
  if (isBusinessFunctionEntity(entity)) {
    return businessFunctionProblems(entity);
  }
  if (carriesContinuityBlock(entity)) {
    return continuityBlockProblems(entity);
  }
  return [];
}
