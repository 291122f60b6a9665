export {
  lintCalendar,
  lintCalendarInSteps,
  lintReadableWindows,
  lintWindow,
  lintWindowInSteps,
} from './lintCalendar';
export { problemsAsFindings } from './problemsAsFindings';
export type { LintContext, LintPlace, LintSteps } from './types';
