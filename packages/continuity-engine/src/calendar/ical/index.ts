export { decodeICalendar } from './decodeICalendar';
export {
  readICalendar,
  readICalendarInSteps,
  type ICalendarOptions,
  type ICalendarReading,
} from './readICalendar';
export { writeICalendar, type ICalendarExport } from './writeICalendar';
