export * from './types';
export { findGaps } from './findGaps';
export { LONGEST_WINDOW_MS } from './contentShape';
export { parseChangeContent } from './parseChangeContent';
