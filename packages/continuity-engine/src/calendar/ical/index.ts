export { decodeICalendar } from './decodeICalendar';
export {
  readICalendar,
  type ICalendarOptions,
  type ICalendarReading,
} from './readICalendar';
export { writeICalendar, type ICalendarExport } from './writeICalendar';
