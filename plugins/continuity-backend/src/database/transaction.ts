import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * Does a piece of work in one transaction.
 *
 * On PostgreSQL each statement sees what was committed before *it* began, whatever the
 * server's default: after waiting for a lock or for an identity that another transaction
 * was inserting, we must see what that transaction has done.
 */
export function inTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(
    work,
    isPostgres(knex) ? { isolationLevel: 'read committed' } : undefined,
  );
}
