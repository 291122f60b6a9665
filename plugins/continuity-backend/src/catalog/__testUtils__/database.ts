import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../../database';

/** Both databases that the suite supports; called where tests are described. */
export function bothDatabases() {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  return {
    eachId: () => databases.eachSupportedId(),
    /** A fresh database with the suite's tables. */
    async migrated(id: TestDatabaseId): Promise<Knex> {
      const knex = await databases.init(id);
      await migrate(knex);
      return knex;
    },
  };
}
