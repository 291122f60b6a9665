export type {
  CalendarSource,
  SourceCalendars,
  UnreadableSourceCalendar,
} from './CalendarSource';
export { mayKnowOf } from './calendarVisibility';
export { createCalendarFeature } from './createCalendarFeature';
export {
  ownerRefOf,
  ownerTitleOf,
  PORTAL_CALENDAR_KIND,
} from './portalCalendar';
export { PortalCalendarSource } from './PortalCalendarSource';
export { KnexPortalWindowStore } from './PortalWindowStore';
export { type Counted, CountedServices } from './services/CountedServices';
export { selectServices } from './services/selectServices';
export { createTurns, inTurns } from './turns';
