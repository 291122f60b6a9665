import { judgeMigration } from './judge/judgeMigration';
import { runScript } from './judge/runScript';
import { SchemaModel } from './schema/SchemaModel';
import { loadSqlParser } from './sql/parseSql';
import type {
  MigrationFolder,
  MigrationReport,
  MigrationsReport,
} from './types';

/** How scripts are to be read. */
export interface AnalyzeOptions {
  /** What stands for what before the script is run, e.g. `${schema}` for `app`. */
  readonly placeholders?: Readonly<Record<string, string>>;
}

/**
 * Says of each migration of a folder whether it can go back, what it breaks, locks,
 * rewrites and loses: each is applied to the schema that those before it have made.
 * The rules are those of PostgreSQL 18; where an earlier version differs, the finding or
 * the documentation says so.
 */
export async function analyzeMigrations(
  folder: MigrationFolder,
  { placeholders = {} }: AnalyzeOptions = {},
): Promise<MigrationsReport> {
  const parser = await loadSqlParser();
  const model = new SchemaModel();
  let run = 0;
  const migrations: MigrationReport[] = [];
  for (const migration of folder.migrations) {
    const before = model.clone();
    const mark = model.assumed;
    const up = runScript(migration.up, model, {
      id: ++run,
      parser,
      placeholders,
    });
    // What turned out to be there was there before, as well.
    before.recall(mark);
    const back = model.clone();
    const down =
      migration.down &&
      runScript(migration.down, back, {
        id: ++run,
        parser,
        placeholders,
        restores: before,
      });
    before.recall(mark);
    migrations.push(
      judgeMigration(migration, { up, down }, { before, after: model, back }),
    );
  }
  return { layout: folder.layout, migrations, problems: folder.problems };
}
