/**
 * What a PostgreSQL migration locks, rewrites, breaks and loses, and whether it can go back.
 *
 * @packageDocumentation
 */
export { analyzeMigrations, type AnalyzeOptions } from './analyzeMigrations';
export {
  applyPolicy,
  defaultMigrationPolicy,
  type MigrationPolicy,
  type PolicyVerdict,
} from './judge/applyPolicy';
export { toSarif, type SarifTool } from './report/toSarif';
export { readMigrations, type ReadOptions } from './layouts/readMigrations';
export {
  isRuleId,
  MIGRATION_SEVERITIES,
  migrationRules,
  type MigrationRule,
  type MigrationSeverity,
  type RuleId,
} from './judge/rules';
export type { Position } from './sql/TextPlaces';
export { LOCK_MODES, type LockMode } from './statements/locks';
export * from './types';
export { rehearseMigrations } from './rehearse/rehearseMigrations';
export type {
  RehearsalProgress,
  RehearseOptions,
} from './rehearse/RehearseOptions';
export type { DataFile } from './rehearse/data/loadData';
export {
  serverAt,
  type RehearsalServer,
} from './rehearse/database/RehearsalServer';
export { startThrowAwayServer } from './rehearse/database/startThrowAwayServer';
export { RehearsalError } from './rehearse/RehearsalError';
export * from './rehearse/types';
