import type { Knex } from 'knex';

/** Whether statements go to PostgreSQL; otherwise they go to SQLite. */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).includes('pg');
}

/** Rows of a select that is written as text; for those that are asked very often. */
export async function selectRows<T>(
  knex: Knex,
  sql: string,
  bindings: (string | number | string[])[],
): Promise<T[]> {
  const result = await knex.raw(sql, bindings);
  return isPostgres(knex) ? result.rows : result;
}
