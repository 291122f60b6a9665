export type { CallOptions } from './CallOptions';
export * from './createContinuityClient';
export type { ScorecardsClient } from './scorecards';
