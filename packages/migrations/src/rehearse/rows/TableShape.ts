import type { Session } from '../database/Session';
import { TABLES } from '../schema/catalogQueries';

/** A table or materialized view with rows of its own. */
export interface TableShape {
  /** With its schema, quoted where it must be. */
  readonly name: string;
  readonly isView: boolean;
  readonly columns: readonly string[];
  /** The columns that tell its rows apart. Absent: none does. */
  readonly key?: readonly string[];
}

/** All tables of a database, by name. */
export async function readTables(
  session: Session,
): Promise<ReadonlyMap<string, TableShape>> {
  const rows = await session.rows<{
    name: string;
    isView: boolean;
    columns: string[] | null;
    key: string[] | null;
  }>(TABLES);
  return new Map(
    rows.map(({ name, isView, columns, key }) => [
      name,
      { name, isView, columns: columns ?? [], ...(key && { key }) },
    ]),
  );
}

/** What of a table two databases both have. */
export function commonShape(one: TableShape, other: TableShape): TableShape {
  const { name, isView, key } = one;
  const columns = one.columns.filter(column => other.columns.includes(column));
  return {
    name,
    isView,
    columns,
    ...(key?.every(column => columns.includes(column)) && { key }),
  };
}
