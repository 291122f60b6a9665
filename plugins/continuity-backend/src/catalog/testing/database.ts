import { resolve } from 'node:path';
import { type TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

/** Both databases that the suite supports. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

/** A fresh database with the suite's tables. */
export async function migratedDatabase(id: TestDatabaseId): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({
    directory: resolve(__dirname, '../../../migrations'),
  });
  return knex;
}
