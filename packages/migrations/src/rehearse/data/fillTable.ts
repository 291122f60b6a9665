import { quoteName } from '../database/quote';
import type { Session } from '../database/Session';
import type { Random } from './Random';
import type { ColumnToFill, TableToFill } from './TableToFill';
import { valueFor, type Flavour } from './valueFor';

/** How often another set of values is tried for one row. */
const TRIES = 120;

/** Text that a pattern or a length in a check may ask for. */
const GUESSES = [
  'A',
  'ab',
  'DE',
  'EUR',
  'de-DE',
  '12345',
  '0123456789',
  'DE89370400440532013000',
  '+4930123456',
  '#aabbcc',
  'user@example.com',
  'https://example.com',
  'lower_case',
  'UPPER',
  '1',
  '0',
  '100',
  '2024-06-01',
  '{}',
  '[]',
];

type Values = Map<string, string | null>;

/** What became of a table. Absent `why`: all rows that were wanted are in it. */
export interface Filling {
  readonly rows: number;
  readonly why?: string;
}

interface Wanted {
  readonly session: Session;
  readonly random: Random;
  readonly rows: number;
}

/**
 * Puts rows into a table: the first is plain, the second null where that may be, the third
 * extreme, and the others any. What the database refuses is tried again with other values
 * for the columns that it names, so that also checks are met that nobody has to
 * understand.
 */
export async function fillTable(
  table: TableToFill,
  { session, random, rows }: Wanted,
): Promise<Filling> {
  let made = 0;
  let why: string | undefined;
  for (let row = 0; row < rows; row++) {
    const refused = await addRow(table, row, session, random);
    if (refused === undefined) made++;
    else why = refused;
    // What takes none of the first three takes no other.
    if (made === 0 && row === 2) break;
  }
  return { rows: made, ...(made < rows && why !== undefined && { why }) };
}

const FLAVOURS: readonly Flavour[] = ['plain', 'plain', 'extreme'];

/** @returns why there is no such row; undefined when there is */
async function addRow(
  table: TableToFill,
  row: number,
  session: Session,
  random: Random,
): Promise<string | undefined> {
  const wish = { row, random, flavour: FLAVOURS[row] ?? ('any' as const) };
  const values: Values = new Map();
  for (const column of table.columns) {
    if (column.fillsItself) continue;
    const isNull =
      !column.required && (row === 1 || (row > 2 && random.below(5) === 0));
    const value = isNull ? null : valueFor(column, wish);
    if (value === undefined && column.required) {
      return `no value of type ${column.type.name} is known, which column ${column.name} needs`;
    }
    values.set(column.name, value ?? null);
  }
  const missing = await pointToRows(table, values, session, random, row === 1);
  if (missing !== undefined) return missing;
  let last = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const refusal = await insert(table, values, session);
    if (refusal === undefined) return undefined;
    last = refusal.message;
    await amend(table, values, refusal, { session, random, row, tries });
  }
  return `PostgreSQL takes none of ${TRIES} rows that were tried: ${last}`;
}

/** Each foreign key gets the key of a row that is there, or null. */
async function pointToRows(
  table: TableToFill,
  values: Values,
  session: Session,
  random: Random,
  preferNull: boolean,
): Promise<string | undefined> {
  for (const { columns, references, table: other } of table.foreignKeys) {
    const own = columns.map(name => table.columns.find(c => c.name === name));
    const mayBeNull = own.some(column => column?.required === false);
    const rows =
      preferNull && mayBeNull ? [] : await keysOf(session, other, references);
    if (rows.length > 0) {
      const key = random.pick(rows);
      columns.forEach((name, at) => values.set(name, key[at]));
    } else if (mayBeNull) {
      for (const column of own) {
        if (column && !column.required) values.set(column.name, null);
      }
    } else if (other === table.name) {
      // The first row can only point to itself.
      columns.forEach((name, at) =>
        values.set(name, values.get(references[at]) ?? null),
      );
    } else {
      return `it needs a row of ${other}, and that is empty`;
    }
  }
  return undefined;
}

async function keysOf(
  session: Session,
  table: string,
  columns: readonly string[],
): Promise<string[][]> {
  const list = columns.map(name => `${quoteName(name)}::text`).join(', ');
  const rows = await session.rows<{ key: (string | null)[] }>(
    `SELECT ARRAY[${list}] AS key FROM ${table} ORDER BY 1 LIMIT 100`,
  );
  return rows.flatMap(({ key }) =>
    key.every(value => value !== null) ? [key.map(String)] : [],
  );
}

interface Refusal {
  readonly message: string;
  readonly code: string;
  readonly constraint?: string;
  readonly column?: string;
}

async function insert(
  { name }: TableToFill,
  values: Values,
  session: Session,
): Promise<Refusal | undefined> {
  const columns = [...values.keys()];
  const statement =
    columns.length === 0
      ? `INSERT INTO ${name} DEFAULT VALUES`
      : `INSERT INTO ${name} (${columns
          .map(quoteName)
          .join(', ')}) VALUES (${columns
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`;
  try {
    await session.rows(statement, [...values.values()]);
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** @throws what is no refusal: a connection that is gone takes no other row either */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) throw error;
  const read = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  const code = read('code');
  if (code === undefined || !/^(22|23|P0|42|0A|2F|38|39)/.test(code))
    throw error;
  return {
    message: error.message,
    code,
    constraint: read('constraint'),
    column: read('column'),
  };
}

interface Amending {
  readonly session: Session;
  readonly random: Random;
  readonly row: number;
  readonly tries: number;
}

/** Other values for the columns that were refused; where none is named, for any. */
async function amend(
  table: TableToFill,
  values: Values,
  { constraint, column, code }: Refusal,
  amending: Amending,
): Promise<void> {
  const { session, random } = amending;
  const named =
    (constraint === undefined
      ? undefined
      : table.constraints.get(constraint)) ??
    (column === undefined ? undefined : [column]) ??
    (code === '23514' ? table.partitionedBy : []);
  const open = table.columns.filter(({ name }) => values.has(name));
  const blamed = open.filter(({ name }) => named.includes(name));
  const columns = blamed.length > 0 ? blamed : open;
  const keys = table.foreignKeys.filter(key =>
    key.columns.some(name => columns.some(one => one.name === name)),
  );
  const bound = new Set(keys.flatMap(key => key.columns));
  for (const one of columns) {
    if (bound.has(one.name)) continue;
    const value = another(one, table, amending, columns.length === 1);
    values.set(one.name, value ?? null);
  }
  for (const key of keys) {
    const rows = await keysOf(session, key.table, key.references);
    if (rows.length === 0) continue;
    const picked = random.pick(rows);
    key.columns.forEach((name, at) => values.set(name, picked[at]));
  }
}

const TEXTS = new Set(['bpchar', 'citext', 'text', 'varchar']);
const NUMBERS = new Set([
  'float4',
  'float8',
  'int2',
  'int4',
  'int8',
  'numeric',
]);
const MOMENTS = new Set(['date', 'timestamp', 'timestamptz']);

/** Whether a constant in a check may be a value of the type. */
function mayBe(constant: string, type: string): boolean {
  if (TEXTS.has(type)) return true;
  if (NUMBERS.has(type)) return /^-?\d+(\.\d+)?$/.test(constant);
  return MOMENTS.has(type) && /^\d{4}-\d\d-\d\d/.test(constant);
}

/**
 * Another value: for what is blamed alone, one candidate after the other; for what is
 * blamed together, any, as only their combination is wrong.
 */
function another(
  column: ColumnToFill,
  { constants }: TableToFill,
  { random, row, tries }: Amending,
  isAlone: boolean,
): string | undefined {
  const candidates = [
    ...constants.filter(constant => mayBe(constant, column.type.name)),
    ...(TEXTS.has(column.type.name) ? GUESSES : []),
  ];
  if (isAlone && tries % 3 !== 0 && candidates.length > 0) {
    return candidates[(row + tries) % candidates.length];
  }
  if (!isAlone && random.below(2) === 0 && candidates.length > 0) {
    return random.pick(candidates);
  }
  const wish = { row: row + tries + random.below(60), random };
  return valueFor(column, { ...wish, flavour: 'plain' });
}
