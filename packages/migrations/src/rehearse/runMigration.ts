import type { SqlParser } from '../sql/parseSql';
import type { Migration } from '../types';
import type { Workspace } from './database/Workspace';
import { runKnex } from './run/runKnex';
import { runScript, type ScriptProblem } from './run/runScript';

/** What runs migrations of a folder on a workspace. */
export interface MigrationRunner {
  readonly workspace: Workspace;
  readonly parser: SqlParser;
  readonly placeholders: Readonly<Record<string, string>>;
  readonly statementLimitMs: number;
  /** Of a module of Knex on the disk. Absent: the folder holds SQL. */
  readonly fileOf?: (path: string) => string;
  readonly signal?: AbortSignal;
}

/**
 * Runs one direction of a migration, in a session of its own.
 *
 * @returns `missing` when it has no such direction, and what went wrong if anything did
 */
export async function runMigration(
  migration: Migration,
  direction: 'down' | 'up',
  { workspace, fileOf, ...running }: MigrationRunner,
): Promise<ScriptProblem | 'done' | 'missing'> {
  if (fileOf) {
    const { path } = migration.up;
    const { url } = workspace;
    return runKnex({ ...running, file: fileOf(path), path, direction, url });
  }
  const script = migration[direction];
  if (!script) return 'missing';
  const problem = await workspace.with(workspace.name, session =>
    runScript(script, { ...running, session }),
  );
  return problem ?? 'done';
}
