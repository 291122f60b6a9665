export {
  lintCalendar,
  lintCalendarInSteps,
  lintWindow,
  lintWindowInSteps,
} from './lintCalendar';
export { problemsAsFindings } from './problemsAsFindings';
export type { LintContext, LintPlace, LintSteps } from './types';
