import type { Entity } from '@backstage/catalog-model';
import type { Problem } from '@continuity/engine';
import {
  type BusinessFunctionEntityV1,
  type FreezeCalendarEntityV1,
  type HolidayCalendarEntityV1,
  isBusinessFunctionEntity,
  isFreezeCalendarEntity,
  isHolidayCalendarEntity,
} from '@continuity/plugin-continuity-common';
import { businessFunctionProblems } from './businessFunctionProblems';
import { freezeCalendarProblems } from './freezeCalendarProblems';
import { holidayCalendarProblems } from './holidayCalendarProblems';

/** An entity that decides what is frozen. */
export type FreezingEntity =
  | FreezeCalendarEntityV1
  | BusinessFunctionEntityV1
  | HolidayCalendarEntityV1;

/** Whether an entity is of a kind that decides what is frozen. */
export function isFreezingEntity(entity: Entity): entity is FreezingEntity {
  return (
    isFreezeCalendarEntity(entity) ||
    isBusinessFunctionEntity(entity) ||
    isHolidayCalendarEntity(entity)
  );
}

/** What is wrong with an entity that decides what is frozen; nothing when it is fine. */
export function freezingEntityProblems(entity: FreezingEntity): Problem[] {
  if (isFreezeCalendarEntity(entity)) {
    return freezeCalendarProblems(entity);
  }
  return isBusinessFunctionEntity(entity)
    ? businessFunctionProblems(entity)
    : holidayCalendarProblems(entity);
}
