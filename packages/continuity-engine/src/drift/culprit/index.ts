export * from './types';
export { matchCulprit } from './matchCulprit';
