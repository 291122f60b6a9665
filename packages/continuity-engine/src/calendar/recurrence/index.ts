export { describeRule } from './describeRule';
export { parseRecurrenceRule } from './parseRecurrenceRule';
export type {
  Frequency,
  RecurrenceRule,
  Until,
  Weekday,
  WeekdayPart,
} from './recurrenceRule';
export { MAX_STARTS_A_DAY } from './ruleBounds';
export { ruleText } from './ruleText';
