export type { CallOptions } from './CallOptions';
export * from './createContinuityClient';
export type { CampaignsClient } from './campaigns';
export type { ScorecardsClient } from './scorecards';
