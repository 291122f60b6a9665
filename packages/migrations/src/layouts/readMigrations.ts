import type { MigrationFile, MigrationFolder, MigrationLayout } from '../types';
import { readDbmate } from './dbmate';
import { detectLayout } from './detectLayout';
import { readFlyway } from './flyway';
import { readGolangMigrate } from './golangMigrate';
import { readKnex } from './knex';
import { readLiquibase } from './liquibase';
import { readPlain } from './plain';
import { readPrisma } from './prisma';
import type { LayoutReader } from './LayoutReader';

/** How a folder is to be read. */
export interface ReadOptions {
  /** Absent: it is recognised by its files. */
  readonly layout?: MigrationLayout;
}

const READERS: Readonly<Record<MigrationLayout, LayoutReader>> = {
  dbmate: readDbmate,
  flyway: readFlyway,
  'golang-migrate': readGolangMigrate,
  knex: readKnex,
  liquibase: readLiquibase,
  plain: readPlain,
  prisma: readPrisma,
};

/**
 * Reads a folder of migrations as its tool would, in the order in which they are run.
 *
 * @param files - with paths relative to the folder, in any order
 * @returns undefined when there is no migration in it
 */
export function readMigrations(
  files: readonly MigrationFile[],
  { layout = detectLayout(files) }: ReadOptions = {},
): MigrationFolder | undefined {
  if (!layout) return undefined;
  const sorted = [...files].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
  const { migrations, problems } = READERS[layout](sorted);
  return migrations.length === 0 && problems.length === 0
    ? undefined
    : { layout, migrations, problems };
}
