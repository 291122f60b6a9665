import type { Session } from '../database/Session';
import type { RowDifference } from '../types';
import type { TableShape } from './TableShape';
import { readRow, walkRows, type RowMark } from './walkRows';

/** Rows that are shown of a table; the rest is counted. */
const MOST_ROWS = 5;

/** A value that is longer is cut: a report is no copy of the data. */
const MOST_CHARACTERS = 80;

/** The rows of one table in two databases. */
export interface TableComparison {
  readonly table: string;
  readonly missing: number;
  readonly added: number;
  readonly changed: number;
  /** Some of those that differ, with their values. */
  readonly rows: readonly Omit<RowDifference, 'in' | 'step'>[];
}

interface Sides {
  readonly before: Session;
  readonly after: Session;
}

/**
 * Walks both side by side, each in the order of the keys, so that a table of any size
 * needs no memory.
 */
export async function compareRows(
  shape: TableShape,
  { before, after }: Sides,
): Promise<TableComparison> {
  const counts = { missing: 0, added: 0, changed: 0 };
  const found: { how: RowDifference['how']; mark: RowMark; now?: RowMark }[] =
    [];
  const note = (how: RowDifference['how'], mark: RowMark, now?: RowMark) => {
    counts[how]++;
    if (found.length < MOST_ROWS) found.push({ how, mark, now });
  };
  const left = walkRows(before, shape);
  const right = walkRows(after, shape);
  let [was, is] = [await left.next(), await right.next()];
  while (!was.done || !is.done) {
    const order = compareKeys(was, is);
    if (!was.done && !is.done && order === 0) {
      if (was.value.hash !== is.value.hash) {
        note('changed', was.value, is.value);
      }
      [was, is] = [await left.next(), await right.next()];
    } else if (!was.done && order < 0) {
      note('missing', was.value);
      was = await left.next();
    } else if (!is.done) {
      note('added', is.value);
      is = await right.next();
    }
  }
  const rows: Omit<RowDifference, 'in' | 'step'>[] = [];
  for (const { how, mark, now = mark } of found) {
    const old =
      how === 'added' ? undefined : await readRow(before, shape, mark);
    const recent =
      how === 'missing' ? undefined : await readRow(after, shape, now);
    rows.push(describeRow(shape, how, old, recent));
  }
  return { table: shape.name, ...counts, rows };
}

/** As PostgreSQL orders by the collation "C": octet by octet. */
function compareKeys(
  one: IteratorResult<RowMark>,
  other: IteratorResult<RowMark>,
): number {
  if (one.done) return 1;
  if (other.done) return -1;
  const [left, right] = [one.value.key, other.value.key];
  return left === right
    ? 0
    : Buffer.compare(Buffer.from(left), Buffer.from(right));
}

type Row = Readonly<Record<string, string | null>> | undefined;

function describeRow(
  { name, key, columns }: TableShape,
  how: RowDifference['how'],
  before: Row,
  after: Row,
): Omit<RowDifference, 'in' | 'step'> {
  const row = before ?? after ?? {};
  const changed = columns.filter(
    column => before?.[column] !== after?.[column],
  );
  return {
    table: name,
    how,
    key: (key ?? columns)
      .map(column => `${column}=${shorten(row[column]) ?? 'null'}`)
      .join(', '),
    columns: changed.map(column => ({
      column,
      ...(before && { before: shorten(before[column]) }),
      ...(after && { after: shorten(after[column]) }),
    })),
  };
}

function shorten(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return value.length > MOST_CHARACTERS
    ? `${value.slice(0, MOST_CHARACTERS)}…`
    : value;
}
