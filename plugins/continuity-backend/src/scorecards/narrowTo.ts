import type { Knex } from 'knex';
import { isPostgres } from '../database';
import type { VisibleEntities } from '../fleet';

/**
 * Narrows a query to the entities that somebody may see. As one value, however many they
 * are: neither database takes 50,000 of them.
 */
export function narrowTo(
  query: Knex.QueryBuilder,
  visible: VisibleEntities,
  knex: Knex,
): void {
  if (visible === 'all') return;
  const refs = JSON.stringify([...visible]);
  query.whereRaw(
    isPostgres(knex)
      ? 'entity_ref in (select json_array_elements_text(?::json))'
      : 'entity_ref in (select value from json_each(?))',
    [refs],
  );
}
