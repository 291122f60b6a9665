/** The gate says things as calendars do. */
export {
  endInWords,
  listed,
  sentence,
  startInWords,
  utc,
  windowInWords,
} from '../calendar/answer';
