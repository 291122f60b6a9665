export * from './types';
export { ENFORCEMENTS } from './declaration/calendarShapes';
export { RELEASE_CLASSES } from './scope/scopeShape';
export {
  answerScoped,
  answerWindows,
  type WindowAnswerOptions,
} from './answer/answerWindows';
export {
  considerScoped,
  considerWindows,
  nextBoundary,
  scopeBookOf,
  scopeWindows,
  windowsInScope,
  type ScopedWindow,
  type WindowsForSubject,
} from './answer/considerWindows';
export {
  windowTimeline,
  type TimelineSegment,
  type WindowTimeline,
} from './answer/windowTimeline';
export type { AskedOperation } from './answer/operation';
export {
  expandWindow,
  type Expansion,
  type ExpansionRange,
} from './occurrences/expandWindow';
export {
  parseFreezeCalendar,
  type CalendarEntity,
  type CalendarParsingOptions,
  type CalendarReading,
} from './declaration/parseFreezeCalendar';
export { declareWindow } from './declaration/declareWindow';
export { maskFeedUrl } from './declaration/feedUrl';
export { type CheckedFeed } from './declaration/parseCalendarFeed';
export { readCalendarScope } from './declaration/readCalendarScope';
export {
  parseFreezeWindow,
  type WindowDefaults,
} from './declaration/parseFreezeWindow';
export { createFunctionMembership, systemsOf } from './scope/membership';
export { describePredicate } from './scope/describePredicate';
export { describeScope } from './scope/describeScope';
export { createScopeBook, type ScopeBook } from './scope/ScopeBook';
export {
  predicateIncludes,
  predicateOutcome,
  scopeIncludes,
  scopeIncludesAside,
  scopeMatches,
  type PredicateOutcome,
  type ScopeMatch,
} from './scope/scopeMatches';
export { joinWindowIndexes } from './occurrences/joinWindowIndexes';
export {
  createWindowIndex,
  type IndexedWindow,
  type WindowIndex,
  type WindowIndexOptions,
} from './occurrences/WindowIndex';
export { isTimeZone } from './clock/ZoneClock';
export * from './peaks';
export * from './recurrence';
export * from './lint';
export * from './simulation';
export * from './ical';
export * from './imports';
