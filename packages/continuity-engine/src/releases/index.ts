export * from './types';
export { classifyRelease, highestClass } from './classifyRelease';
export { defaultReleaseSettings } from './defaults';
export {
  judgeChosenClass,
  type ChosenClass,
  type ClassChoice,
} from './judgeChosenClass';
export { parseReleaseFacts } from './parseReleaseFacts';
export {
  parseReleaseSettings,
  type ReleaseVocabulary,
} from './parseReleaseSettings';
