import { quoteName } from '../database/quote';
import type { Session } from '../database/Session';
import type { TableShape } from './TableShape';

/** A row by its key and by what is in it. */
export interface RowMark {
  readonly key: string;
  /** SHA-256 of all its values as text, in hexadecimal. */
  readonly hash: string;
}

/**
 * The rows of a table in the order of their keys, octet by octet. A table without a key is
 * walked in the order of its rows' digests; equal rows are numbered.
 */
export function walkRows(
  session: Session,
  shape: TableShape,
): AsyncGenerator<RowMark> {
  const { name, key } = shape;
  const hash = hashOf(shape);
  if (key) {
    return session.stream(
      `SELECT ${textOf(
        key,
      )} COLLATE "C" AS key, ${hash} AS hash FROM ONLY ${name} ORDER BY 1`,
    );
  }
  return session.stream(
    `SELECT hash || lpad((row_number() OVER (PARTITION BY hash))::text, 12, '0') COLLATE "C" AS key, hash
     FROM (SELECT ${hash} AS hash FROM ONLY ${name}) marks ORDER BY 1`,
  );
}

/** The values of a row as text; undefined when there is none. */
export async function readRow(
  session: Session,
  shape: TableShape,
  { key, hash }: RowMark,
): Promise<Readonly<Record<string, string | null>> | undefined> {
  const columns = shape.columns.map(
    column => `${quoteName(column)}::text AS ${quoteName(column)}`,
  );
  const [condition, value] = shape.key
    ? [textOf(shape.key), key]
    : [hashOf(shape), hash];
  const [row] = await session.rows<Record<string, string | null>>(
    `SELECT ${columns.join(', ')} FROM ONLY ${
      shape.name
    } WHERE ${condition} = $1 LIMIT 1`,
    [value],
  );
  return row;
}

function hashOf({ columns }: TableShape): string {
  return `encode(sha256(convert_to(${textOf(columns)}, 'UTF8')), 'hex')`;
}

/** As a row: there is no limit of a hundred, as there is to arguments of functions. */
function textOf(columns: readonly string[]): string {
  const texts = columns.map(column => `${quoteName(column)}::text`);
  return `ROW(${texts.join(', ')})::text`;
}
