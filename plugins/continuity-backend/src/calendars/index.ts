export type {
  CalendarSource,
  SourceCalendars,
  UnreadableSourceCalendar,
} from './CalendarSource';
export { CalendarListService } from './CalendarListService';
export { createCalendarRoutes } from './calendarRoutes';
export { PortalCalendarSource } from './PortalCalendarSource';
export { KnexPortalWindowStore } from './PortalWindowStore';
export { PortalWindowService } from './PortalWindowService';
export { CountedServices } from './services/CountedServices';
export { WindowAuthority } from './WindowAuthority';
export { WindowOpenings } from './WindowOpenings';
export { createWindowRoutes } from './windowRoutes';
export { CalendarViewService } from './view/CalendarViewService';
