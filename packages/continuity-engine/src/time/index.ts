export * from './types';
export {
  DURATION_EXPECTATION,
  describeDuration,
  durationMs,
  durationSeconds,
  isDuration,
  parseDuration,
  type ParsedDuration,
} from './duration';
export {
  INSTANT_EXPECTATION,
  formatInstant,
  formatInstantIn,
  parseInstant,
} from './instant';
export { contains, intersection, mergeIntervals, overlaps } from './interval';
export {
  formatProblem,
  listOf,
  oneOf,
  readShape,
  showValue,
  strictShape,
  textThat,
  type Reading,
} from './problems';
