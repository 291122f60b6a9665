import type { Session } from '../database/Session';
import { CATALOG_QUERIES, COLUMN_ORDER } from './catalogQueries';
import type { CatalogObject, CatalogSchema } from './SchemaObject';

interface Line {
  readonly key: string;
  readonly parent: string | null;
  readonly table: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Reads all objects of a database. */
export async function readSchema(session: Session): Promise<CatalogSchema> {
  const objects = new Map<string, CatalogObject>();
  for (const query of CATALOG_QUERIES) {
    for (const line of await session.rows<Line>(query)) {
      const { key, parent, table } = line;
      objects.set(key, {
        key,
        ...(parent !== null && { parent }),
        ...(table !== null && { table }),
        facts: wordsOf(line.facts),
      });
    }
  }
  return objects;
}

/** The order of columns of each table, which is told and not held against anybody. */
export async function readColumnOrder(
  session: Session,
): Promise<ReadonlyMap<string, string>> {
  const rows = await session.rows<{ table: string; columns: string }>(
    COLUMN_ORDER,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

function wordsOf(
  facts: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || value === '') continue;
    words[name] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return words;
}
