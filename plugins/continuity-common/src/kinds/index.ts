export {
  ANNOTATION_CONTINUITY_FINDINGS,
  ANNOTATION_CONTINUITY_PROBLEMS,
  ANNOTATION_TRACED_AS,
} from './annotations';
export {
  CONTINUITY_API_GROUP,
  CONTINUITY_API_VERSION_V1,
  CONTINUITY_SPEC_KINDS,
  KIND_BUSINESS_FUNCTION,
  KIND_FREEZE_CALENDAR,
  KIND_HOLIDAY_CALENDAR,
} from './constants';
export type { ContinuitySpecKind } from './constants';
export {
  RELATION_FREEZES,
  RELATION_FROZEN_BY,
  RELATION_SUPPORTED_BY,
  RELATION_SUPPORTS,
} from './relations';
export { isBusinessFunctionEntity } from './BusinessFunctionEntityV1';
export type {
  BusinessFunctionEntityV1,
  ImpactDeclaration,
} from './BusinessFunctionEntityV1';
export type { BusinessPeak } from '@continuity/engine';
export { isFreezeCalendarEntity } from './FreezeCalendarEntityV1';
export type { FreezeCalendarEntityV1 } from './FreezeCalendarEntityV1';
export { isHolidayCalendarEntity } from './HolidayCalendarEntityV1';
export type { HolidayCalendarEntityV1 } from './HolidayCalendarEntityV1';
