/** What becomes of values when a column gets another type by PostgreSQL's own cast. */
export interface Conversion {
  /** Whether the table is written anew. Undefined: it depends on what is not known. */
  readonly rewrites: boolean | undefined;
  /**
   * `kept`: each value can be told from the new one. `may-fail`: so it is, but a value that
   * does not fit ends the statement. `changed`: different values may become one.
   */
  readonly values: 'changed' | 'kept' | 'may-fail' | 'unknown';
}

interface TypeParts {
  readonly base: string;
  readonly modifiers: readonly number[];
  readonly array: boolean;
}

function partsOfType(type: string): TypeParts {
  const [, base, modifiers = '', array] =
    /^([^([]+)(?:\(([^)]*)\))?(\[\])?$/.exec(type) ?? [undefined, type];
  return {
    base: base.trim(),
    modifiers: modifiers === '' ? [] : modifiers.split(',').map(Number),
    array: array !== undefined,
  };
}

/** Types with a modifier that says how much fits. */
const LENGTHS = new Set(['varchar', 'varbit']);
const PRECISIONS = new Set(['timestamp', 'timestamptz', 'time', 'timetz']);

/** From the smaller to the larger: each value of one is a value of those after it. */
const INTEGERS = ['smallint', 'integer', 'bigint'];

/**
 * Pairs whose values are stored alike, so that nothing is written (`castmethod = 'b'` in
 * pg_cast of PostgreSQL 18).
 */
const STORED_ALIKE = new Set([
  'varchar>text',
  'text>varchar',
  'xml>text',
  'xml>varchar',
  'cidr>inet',
  'bit>varbit',
  'varbit>bit',
  'integer>oid',
  'oid>integer',
  'integer>regclass',
  'oid>regclass',
  'regclass>oid',
]);

/** Casts between different types after which the former value is known still. */
const KEEPING = new Set([
  'varchar>text',
  'text>varchar',
  'cidr>inet',
  'bit>varbit',
  'integer>oid',
  'real>double precision',
  'smallint>real',
  'smallint>double precision',
  'integer>double precision',
  'smallint>numeric',
  'integer>numeric',
  'bigint>numeric',
  'date>timestamp',
  'jsonb>json',
  'jsonb>text',
  'json>text',
  'uuid>text',
  'uuid>varchar',
  'smallint>text',
  'integer>text',
  'bigint>text',
  'numeric>text',
  'smallint>varchar',
  'integer>varchar',
  'bigint>varchar',
  'boolean>text',
  'date>text',
  'xml>text',
  // Blanks at the end of char are not part of its value.
  'char>text',
  'char>varchar',
]);

/** Casts that round, cut off or normalise. */
const CHANGING = new Set([
  'bigint>double precision',
  'bigint>real',
  'integer>real',
  'double precision>real',
  'double precision>numeric',
  'double precision>integer',
  'double precision>bigint',
  'double precision>smallint',
  'real>integer',
  'real>bigint',
  'real>numeric',
  'numeric>integer',
  'numeric>bigint',
  'numeric>smallint',
  'numeric>double precision',
  'numeric>real',
  'timestamp>date',
  'timestamptz>date',
  'timestamp>time',
  'timestamptz>time',
  'json>jsonb',
  'text>json',
  'text>jsonb',
  'varchar>jsonb',
  'text>char',
  'varchar>char',
  'inet>cidr',
  'integer>boolean',
]);

/**
 * Judges a change of a column's type without `USING`, or with a mere cast.
 *
 * Whether a table is rewritten follows ALTER TABLE's notes in PostgreSQL's manual and
 * `ATColumnChangeRequiresRewrite`: it is not where the old values are valid as they stand.
 *
 * @param from - undefined: not known
 * @param explicit - a cast is written, so text that is too long is cut off silently
 */
export function convertType(
  from: string | undefined,
  to: string,
  explicit: boolean,
): Conversion {
  if (from === undefined) return { rewrites: undefined, values: 'unknown' };
  if (from === to) return { rewrites: false, values: 'kept' };
  const old = partsOfType(from);
  const wanted = partsOfType(to);
  if (old.array !== wanted.array) return { rewrites: true, values: 'unknown' };
  if (old.base === wanted.base) return changeModifier(old, wanted, explicit);
  const pair = `${old.base}>${wanted.base}`;
  const storedAlike = STORED_ALIKE.has(pair);
  // A length that is asked for has to be looked after, value by value.
  const asksLength = wanted.modifiers.length > 0;
  const isInteger =
    INTEGERS.includes(old.base) && INTEGERS.includes(wanted.base);
  if (isInteger) {
    const grows = INTEGERS.indexOf(wanted.base) > INTEGERS.indexOf(old.base);
    return { rewrites: true, values: grows ? 'kept' : 'may-fail' };
  }
  if (pair === 'timestamp>timestamptz' || pair === 'timestamptz>timestamp') {
    // Not rewritten while the session's TimeZone is UTC; elsewhere clocks repeat hours.
    return { rewrites: undefined, values: 'unknown' };
  }
  // Of arrays each element is converted, alike or not.
  if (storedAlike && !asksLength)
    return { rewrites: old.array, values: 'kept' };
  return { rewrites: true, values: valuesOf(pair, asksLength, explicit) };
}

function valuesOf(
  pair: string,
  asksLength: boolean,
  explicit: boolean,
): Conversion['values'] {
  const toText =
    /^(text|varchar|json|uuid|boolean|date|xml|\w*int\w*|numeric|jsonb|smallint)>(varchar)$/.test(
      pair,
    );
  if (asksLength && toText) return explicit ? 'changed' : 'may-fail';
  if (pair.endsWith('>numeric') && asksLength) return 'changed';
  if (KEEPING.has(pair)) return 'kept';
  if (CHANGING.has(pair)) return 'changed';
  return 'unknown';
}

function changeModifier(
  old: TypeParts,
  wanted: TypeParts,
  explicit: boolean,
): Conversion {
  const { base } = old;
  if (LENGTHS.has(base)) {
    const [was] = old.modifiers;
    const [will] = wanted.modifiers;
    const grows = will === undefined || (was !== undefined && will >= was);
    if (grows) return { rewrites: false, values: 'kept' };
    return { rewrites: true, values: explicit ? 'changed' : 'may-fail' };
  }
  if (base === 'char' || base === 'bit') {
    const [was = 1] = old.modifiers;
    const [will = 1] = wanted.modifiers;
    // Blanks at the end of char do not count; bit strings must have their length.
    const grows = base === 'char' && will >= was;
    const fails = explicit ? 'changed' : 'may-fail';
    return { rewrites: true, values: grows ? 'kept' : fails };
  }
  if (base === 'numeric') {
    const [was, wasScale = 0] = old.modifiers;
    const [will, willScale = 0] = wanted.modifiers;
    if (will === undefined) return { rewrites: false, values: 'kept' };
    if (was === undefined) return { rewrites: true, values: 'changed' };
    const fits = will - willScale >= was - wasScale;
    if (willScale < wasScale) return { rewrites: true, values: 'changed' };
    return {
      rewrites: !(willScale === wasScale && will >= was),
      values: fits ? 'kept' : 'may-fail',
    };
  }
  if (PRECISIONS.has(base)) {
    const [was = 6] = old.modifiers;
    const [will = 6] = wanted.modifiers;
    return will >= was
      ? { rewrites: false, values: 'kept' }
      : { rewrites: true, values: 'changed' };
  }
  return { rewrites: undefined, values: 'unknown' };
}
