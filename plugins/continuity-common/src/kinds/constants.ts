/** The apiVersion of every kind that Continuity brings to the catalog. */
export const CONTINUITY_API_VERSION_V1 = 'continuity.dev/v1';

/** The apiVersion group of those kinds. */
export const CONTINUITY_API_GROUP = 'continuity.dev';

/** Freeze windows as code. */
export const KIND_FREEZE_CALENDAR = 'FreezeCalendar';

/** Something the business does, and what supports it. */
export const KIND_BUSINESS_FUNCTION = 'BusinessFunction';

/** Days off, for counting working days. */
export const KIND_HOLIDAY_CALENDAR = 'HolidayCalendar';

/** The built-in kinds that may carry a `spec.continuity` block. */
export const CONTINUITY_SPEC_KINDS = [
  'Component',
  'Resource',
  'System',
  'API',
] as const;

/** A built-in kind that may carry a `spec.continuity` block. */
export type ContinuitySpecKind = (typeof CONTINUITY_SPEC_KINDS)[number];
