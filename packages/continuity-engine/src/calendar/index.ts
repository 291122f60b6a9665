export * from './types';
export { ENFORCEMENTS, RELEASE_CLASSES } from './calendarShapes';
export {
  considerScoped,
  considerWindows,
  nextBoundary,
  scopeWindows,
  windowsInScope,
  type ScopedWindow,
} from './considerWindows';
export {
  expandWindow,
  type Expansion,
  type ExpansionRange,
} from './expandWindow';
export {
  parseFreezeCalendar,
  type CalendarEntity,
  type CalendarParsingOptions,
} from './parseFreezeCalendar';
export {
  predicateIncludes,
  scopeMatches,
  type ScopeMatch,
} from './scopeMatches';
export {
  createWindowIndex,
  type IndexedWindow,
  type WindowIndex,
  type WindowIndexOptions,
} from './WindowIndex';
export { isTimeZone } from './ZoneClock';
