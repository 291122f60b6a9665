export type { CallOptions } from './CallOptions';
export * from './createContinuityClient';
export type { CampaignsClient } from './campaigns';
export type { DriftClient } from './drift';
export type { ScorecardsClient } from './scorecards';
