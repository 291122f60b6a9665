export type {
  CalendarSource,
  SourceCalendars,
  UnreadableSourceCalendar,
} from './CalendarSource';
export { createCalendarFeature } from './createCalendarFeature';
export { PortalCalendarSource } from './PortalCalendarSource';
export { KnexPortalWindowStore } from './PortalWindowStore';
