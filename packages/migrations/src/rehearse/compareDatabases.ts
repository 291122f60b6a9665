import type { Session } from './database/Session';
import { compareRows, type TableComparison } from './rows/compareRows';
import { compareSequences, type SequenceMove } from './rows/compareSequences';
import { commonShape, readTables, type TableShape } from './rows/TableShape';
import { compareSchemas, type ObjectDifference } from './schema/compareSchemas';
import { readColumnOrder, readSchema } from './schema/readSchema';

/** All that distinguishes a database from what it was. */
export interface DatabaseComparison {
  readonly schema: readonly ObjectDifference[];
  /** Every table that was there before, also those whose rows are the same. */
  readonly tables: readonly TableComparison[];
  readonly sequences: readonly SequenceMove[];
  /** Tables whose columns stand in another order, the same columns. */
  readonly reordered: readonly string[];
}

/** Values read the same whatever a database is set to; a policy hides no row in silence. */
const READING = `
SET search_path = '';
SET row_security = off;
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'iso_8601';
SET bytea_output = 'hex';
SET extra_float_digits = 1;
`;

/** Brings a session to where texts of values say what they are. */
export async function prepareReading(session: Session): Promise<void> {
  await session.run(READING);
}

/** Compares schema, rows and sequences of two databases. */
export async function compareDatabases(
  before: Session,
  after: Session,
): Promise<DatabaseComparison> {
  for (const session of [before, after]) await prepareReading(session);
  const schema = compareSchemas(
    await readSchema(before),
    await readSchema(after),
  );
  const reordered = differentOrder(
    await readColumnOrder(before),
    await readColumnOrder(after),
  );
  const shapes = await readTables(after);
  const tables: TableComparison[] = [];
  for (const shape of (await readTables(before)).values()) {
    const now = shapes.get(shape.name);
    if (!now) {
      tables.push(await allMissing(before, shape));
      continue;
    }
    tables.push(await compareRows(commonShape(shape, now), { before, after }));
  }
  const sequences = await compareSequences(before, after);
  return { schema, tables, sequences, reordered };
}

async function allMissing(
  before: Session,
  { name }: TableShape,
): Promise<TableComparison> {
  const [{ count }] = await before.rows<{ count: string }>(
    `SELECT count(*)::text AS count FROM ONLY ${name}`,
  );
  return {
    table: name,
    missing: Number(count),
    added: 0,
    changed: 0,
    rows: [],
  };
}

function differentOrder(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...before].flatMap(([table, columns]) => {
    const now = after.get(table);
    if (now === undefined || now === columns) return [];
    const sorted = (text: string) => text.split(', ').sort().join(', ');
    return sorted(now) === sorted(columns) ? table : [];
  });
}
