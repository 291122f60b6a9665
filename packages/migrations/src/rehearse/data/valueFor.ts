import type { Random } from './Random';
import type { ColumnToFill, ValueType } from './TableToFill';

/** Which of the values that a type has is wanted. */
export type Flavour = 'any' | 'extreme' | 'plain';

/** What is known when a value is wanted. */
export interface ValueWish {
  readonly flavour: Flavour;
  /** The row, from 0: what must differ from row to row goes by it. */
  readonly row: number;
  readonly random: Random;
}

const WORDS = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove'];
/** Letters of one, two, three and four octets. */
const FOREIGN = 'Größe Ł 漢字 🏦 ';
const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);

type Maker = (wish: ValueWish, type: ValueType, column: string) => string;

/** A whole number that grows with the row, and the largest one where that is wanted. */
function integer(largest: string, digits: number): Maker {
  return ({ flavour, row, random }) => {
    if (flavour === 'extreme') return largest;
    return flavour === 'plain'
      ? String(row + 1)
      : String((random.below(10 ** digits) + row) % 30_000);
  };
}

const MAKERS: Readonly<Record<string, Maker>> = {
  int2: integer('32767', 3),
  int4: integer('2147483647', 4),
  int8: integer('9223372036854775807', 4),
  oid: ({ row }) => String(20_000 + row),
  bool: ({ row }) => String(row % 2 === 0),
  numeric: ({ flavour, row, random }, { size, scale = 0 }) => {
    if (flavour !== 'extreme') {
      const whole = size === undefined || size - scale > 2 ? row + 1 : row % 10;
      return scale > 0 || size === undefined
        ? `${whole}.${random.below(10)}`
        : String(whole);
    }
    if (size === undefined) return '12345678901234567890.0123456789';
    const whole = '9'.repeat(Math.max(0, size - scale)) || '0';
    return scale > 0 ? `${whole}.${'9'.repeat(scale)}` : whole;
  },
  float4: ({ flavour, row }) => (flavour === 'extreme' ? '3.4e38' : `${row}.5`),
  float8: ({ flavour, row }) =>
    flavour === 'extreme' ? '1.7976931348623157e308' : `${row}.1`,
  money: ({ row }) => `${row + 1}.25`,
  text: text,
  varchar: text,
  bpchar: text,
  citext: text,
  name: text,
  char: ({ row }) => 'abcdefghij'[row % 10],
  date: wish => moment(wish).slice(0, 10),
  timestamp: wish => moment(wish).replace('Z', ''),
  timestamptz: moment,
  time: wish => moment(wish).slice(11).replace('Z', ''),
  timetz: wish => moment(wish).slice(11),
  interval: ({ flavour, row }) =>
    flavour === 'extreme' ? 'P1Y2M3DT4H5M6.789012S' : `PT${row + 1}M`,
  uuid: ({ row, random }) =>
    `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(
      random,
      3,
    )}-${hex(random, 8)}${row.toString(16).padStart(4, '0')}`,
  json: ({ row }) => `{"b": ${row}, "a" : [1, null], "a": "twice"}`,
  jsonb: ({ row }) => `{"b": ${row}, "a": [1, null, "text"]}`,
  bytea: ({ random }) => `\\x00ff${hex(random, 6)}`,
  inet: ({ row }) => `10.1.${(row >> 8) % 256}.${row % 256}`,
  cidr: ({ row }) => `10.${row % 256}.0.0/16`,
  macaddr: ({ random }) => `08:00:2b:${pairs(random, 3)}`,
  macaddr8: ({ random }) => `08:00:2b:01:02:${pairs(random, 3)}`,
  bit: ({ random }, { size = 1 }) => bits(random, size),
  varbit: ({ random }, { size = 8 }) => bits(random, Math.min(size, 64)),
  xml: ({ row }) => `<row n="${row}"/>`,
  tsvector: ({ row }) => `'word${row}':1`,
  tsquery: ({ row }) => `'word${row}'`,
  point: ({ row }) => `(${row},1.5)`,
  line: ({ row }) => `{1,2,${row}}`,
  lseg: ({ row }) => `[(0,0),(1,${row})]`,
  box: ({ row }) => `(1,${row + 1}),(0,0)`,
  path: ({ row }) => `[(0,0),(1,${row})]`,
  polygon: ({ row }) => `((0,0),(1,${row}),(2,0))`,
  circle: ({ row }) => `<(0,0),${row + 1}>`,
  int4range: ({ row }) => `[${row * 10},${row * 10 + 5})`,
  int8range: ({ row }) => `[${row * 10},${row * 10 + 5})`,
  numrange: ({ row }) => `[${row * 10}.5,${row * 10 + 5})`,
  daterange: wish => `[${day(wish.row * 3)},${day(wish.row * 3 + 2)})`,
  tsrange: wish => `[${day(wish.row * 3)},${day(wish.row * 3 + 2)})`,
  tstzrange: wish => `[${day(wish.row * 3)}Z,${day(wish.row * 3 + 2)}Z)`,
  pg_lsn: ({ row }) => `0/${(row + 1).toString(16)}`,
  ltree: ({ row }) => `top.n${row}`,
  hstore: ({ row }) => `a=>${row}`,
};

/** The longest that a text of no limit gets; no column of a narrower type holds it. */
const LONG = 300;

function text(
  { flavour, row, random }: ValueWish,
  { size = LONG }: ValueType,
  column: string,
): string {
  if (flavour === 'extreme') {
    return Array.from(FOREIGN.repeat(Math.ceil(size / 8)))
      .slice(0, size)
      .join('')
      .replace(/ $/, '.');
  }
  const word = WORDS[(row + random.below(WORDS.length)) % WORDS.length];
  const named = `${word}${ending(column, row)}`;
  // What must be unique in a short column is so by its number.
  return named.length <= size
    ? named
    : row.toString(36).padStart(size, 'a').slice(-size);
}

/** Names of columns often say which form their checks ask for. */
function ending(column: string, row: number): string {
  if (/mail/i.test(column)) return `${row}@example.com`;
  return /host|domain/i.test(column) ? `${row}.example.com` : `-${row}`;
}

function moment({ flavour, row, random }: ValueWish): string {
  if (flavour === 'extreme') return '2024-10-27T01:30:00.123456Z';
  const at = START + row * DAY_MS + random.below(86_400) * 1000;
  return new Date(at).toISOString();
}

function day(after: number): string {
  return new Date(START + after * DAY_MS).toISOString().slice(0, 10);
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () =>
    random.below(16).toString(16),
  ).join('');
}

function pairs(random: Random, count: number): string {
  return Array.from({ length: count }, () => hex(random, 2)).join(':');
}

function bits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.below(2)).join('');
}

/**
 * A value of a column as PostgreSQL reads it from text. Extreme values are the largest,
 * the longest and the most precise ones that the type takes: those are what a narrower
 * type does not hold.
 *
 * @returns undefined when no value of the type is known
 */
export function valueFor(
  { name, type }: ColumnToFill,
  wish: ValueWish,
): string | undefined {
  return valueOf(type, name, wish);
}

function valueOf(
  type: ValueType,
  column: string,
  wish: ValueWish,
): string | undefined {
  const { element, labels } = type;
  if (element) return arrayOf(element, column, wish);
  if (labels) {
    return wish.flavour === 'extreme'
      ? labels[labels.length - 1]
      : labels[wish.row % labels.length];
  }
  return MAKERS[type.name]?.(wish, type, column);
}

function arrayOf(
  element: ValueType,
  column: string,
  wish: ValueWish,
): string | undefined {
  const values: string[] = [];
  for (const row of [wish.row, wish.row + 1]) {
    const value = valueOf(element, column, { ...wish, row });
    if (value === undefined) return undefined;
    values.push(`"${value.replace(/["\\]/g, '\\$&')}"`);
  }
  return `{${values.join(',')}}`;
}
