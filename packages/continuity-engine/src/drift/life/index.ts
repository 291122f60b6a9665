export * from './types';
export { foldScan, isDrift, listsEverything, NO_DRIFT_LIFE } from './foldScan';
