export { lintCalendar, lintWindow } from './lintCalendar';
export { problemsAsFindings } from './problemsAsFindings';
export type { LintContext, LintPlace } from './types';
