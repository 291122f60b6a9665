/** What the gate needs of answers, beside what everybody may use. */
export {
  explainOperation,
  explainRole,
  nextInWords,
  untilInWords,
  type Surroundings,
} from './because';
export type { AskedOperation } from './operation';
export { horizonOf, outlookFrom, type Outlook } from './Outlooks';
export { judgeWindows, type JudgedWindow } from './roles';
export { StateCourse } from './StateCourse';
export { strictestRuns } from './StateRuns';
export { surroundings } from './surroundings';
export {
  endInWords,
  listed,
  sentence,
  startInWords,
  utc,
  windowInWords,
} from './words';
