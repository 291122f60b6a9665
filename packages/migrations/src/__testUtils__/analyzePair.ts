import { analyzeMigrations } from '../analyzeMigrations';
import type { MigrationReport, MigrationScript } from '../types';

/** A script as a runner would run it that says nothing else. */
function script(
  path: string,
  sql: string,
  transaction: boolean | undefined,
): MigrationScript {
  return { path, parts: [{ kind: 'sql', sql }], transaction };
}

/** What is said about one migration on top of another that has set everything up. */
export async function analyzePair(
  setup: string,
  up: string,
  down?: string,
  transaction: boolean | undefined = true,
): Promise<MigrationReport> {
  const { migrations } = await analyzeMigrations({
    layout: 'plain',
    migrations: [
      { version: '1', title: 'setup', up: script('1.sql', setup, true) },
      {
        version: '2',
        title: 'case',
        up: script('2.up.sql', up, transaction),
        ...(down !== undefined && {
          down: script('2.down.sql', down, transaction),
        }),
      },
    ],
    problems: [],
  });
  return migrations[1];
}
