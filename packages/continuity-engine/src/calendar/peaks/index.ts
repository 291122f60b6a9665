export type { Weekday } from '../recurrence/recurrenceRule';
export { parseHolidayCalendar } from './parseHolidayCalendar';
export { parsePeakPolicy } from './parsePeakPolicy';
export {
  parsePeaks,
  type Peak,
  type PeakParsingOptions,
  type WindowTimes,
} from './parsePeaks';
export {
  holidayCalendarsOf,
  peakCalendar,
  peakScope,
  type PeakReading,
} from './peakCalendar';
export type { CountedOffset, RelativePeak } from './relativeTimes';
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
