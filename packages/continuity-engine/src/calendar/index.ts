export * from './types';
export { ENFORCEMENTS, RELEASE_CLASSES } from './declaration/calendarShapes';
export {
  considerScoped,
  considerWindows,
  nextBoundary,
  scopeWindows,
  windowsInScope,
  type ScopedWindow,
} from './answer/considerWindows';
export {
  expandWindow,
  type Expansion,
  type ExpansionRange,
} from './occurrences/expandWindow';
export {
  parseFreezeCalendar,
  type CalendarEntity,
  type CalendarParsingOptions,
} from './declaration/parseFreezeCalendar';
export { systemsOf } from './scope/membership';
export {
  predicateIncludes,
  scopeMatches,
  type ScopeMatch,
} from './scope/scopeMatches';
export {
  createWindowIndex,
  type IndexedWindow,
  type WindowIndex,
  type WindowIndexOptions,
} from './occurrences/WindowIndex';
export { isTimeZone } from './clock/ZoneClock';
export * from './peaks';
