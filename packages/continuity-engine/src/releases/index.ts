export * from './types';
export { CLASS_ORDER, classifyRelease } from './classifyRelease';
export { classifyTogether } from './classifyTogether';
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
