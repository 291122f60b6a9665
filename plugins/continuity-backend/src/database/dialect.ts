import type { Knex } from 'knex';

/** Whether statements go to PostgreSQL; otherwise they go to SQLite. */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).includes('pg');
}
