export type { Weekday } from '../recurrence/recurrenceRule';
export type {
  BusinessPeak,
  HolidayCalendar,
  HolidayCalendarDeclaration,
  PeakAnchor,
  PeakFreezeDeclaration,
  PeakOffset,
  PeakPolicy,
  RelativePeakDeclaration,
} from './types';
