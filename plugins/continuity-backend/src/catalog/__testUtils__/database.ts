import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres, migrate } from '../../database';

interface Migrated {
  knex: Knex;
  /** What the migrations put into each table. */
  seeds: Map<string, object[]>;
  /** Those of PostgreSQL. */
  sequences: string[];
}

/** Both databases that the suite supports; called where tests are described. */
export function bothDatabases() {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const known = new Map<TestDatabaseId, Migrated>();
  return {
    eachId: () => databases.eachSupportedId(),
    /**
     * A database with the suite's tables, as the migrations left it. It is the same one
     * for all tests of a file, emptied, unless a test took tables away from it.
     */
    async migrated(id: TestDatabaseId): Promise<Knex> {
      const before = known.get(id);
      if (before && (await emptied(before))) {
        return before.knex;
      }
      const knex = await databases.init(id);
      await migrate(knex);
      known.set(id, {
        knex,
        seeds: await contentOf(knex),
        sequences: await sequencesOf(knex),
      });
      return knex;
    },
  };
}

async function contentOf(knex: Knex): Promise<Map<string, object[]>> {
  const content = new Map<string, object[]>();
  for (const table of await tablesOf(knex)) {
    content.set(table, await knex(table));
  }
  return content;
}

/** @returns whether that was possible: not when there are other tables now */
async function emptied({ knex, seeds, sequences }: Migrated): Promise<boolean> {
  const tables = [...seeds.keys()];
  if (tables.join() !== (await tablesOf(knex)).join()) {
    return false;
  }
  await knex.transaction(async tx => {
    if (isPostgres(knex)) {
      // Much faster than to truncate tables that hardly hold anything.
      const statements = [
        ...tables.map(table => `DELETE FROM "${table}"`),
        ...sequences.map(sequence => `ALTER SEQUENCE "${sequence}" RESTART`),
      ];
      await tx.raw(statements.join('; '));
    } else {
      for (const table of tables) {
        await tx(table).delete();
      }
      await tx('sqlite_sequence').delete();
    }
    for (const [table, rows] of seeds) {
      if (rows.length > 0) {
        await tx(table).insert(rows);
      }
    }
  });
  return true;
}

async function sequencesOf(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] = isPostgres(knex)
    ? await knex('pg_sequences')
        .select({ name: 'sequencename' })
        .where('schemaname', knex.raw('current_schema()'))
        .whereNot('sequencename', 'like', 'knex_migrations%')
    : [];
  return rows.map(({ name }) => name);
}

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] = isPostgres(knex)
    ? await knex('pg_tables')
        .select({ name: 'tablename' })
        .where('schemaname', knex.raw('current_schema()'))
    : await knex('sqlite_master')
        .select('name')
        .where('type', 'table')
        .whereNot('name', 'like', 'sqlite_%');
  return rows
    .map(({ name }) => name)
    .filter(name => !name.startsWith('knex_migrations'))
    .sort();
}
