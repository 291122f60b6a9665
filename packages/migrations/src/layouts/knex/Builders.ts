import type { Knex } from 'knex';

/** A Knex of PostgreSQL that has no connection: it can say SQL and send none. */
let compiler: Knex | undefined;

function knexOfPostgres(): Knex {
  if (!compiler) {
    // Not before a migration of Knex is read: it is large.
    const { knex }: typeof import('knex') = require('knex');
    compiler = knex({ client: 'pg' });
  }
  return compiler;
}

/** `knex.schema`, or `knex.schema.withSchema('x')`: each call on it is a statement. */
export class SchemaChain {
  readonly schema: string | undefined;

  constructor(schema?: string) {
    this.schema = schema;
  }
}

/** What stands for the `knex` or `trx` that a migration is handed. */
export const KNEX = Symbol('knex');

/** Everything that Knex has made. */
const made = new WeakSet<object>();

/** What a builder is: something of Knex's own, on which any method may be called. */
export function isBuilder(value: unknown): value is object {
  return typeof value === 'object' && value !== null && made.has(value);
}

/** Notes that Knex has made it, so that its methods may be called. */
export function note<T>(value: T): T {
  if (typeof value === 'object' && value !== null) made.add(value);
  return value;
}

/** Methods that send something, or lead out of the builder. */
const FORBIDDEN = new Set([
  'asCallback',
  'catch',
  'client',
  'connection',
  'constructor',
  'finally',
  'on',
  'pipe',
  'stream',
  'then',
]);

/**
 * Calls a method of a builder that only builds.
 *
 * @throws TypeError for any other
 */
export function callBuilder(
  builder: object,
  method: string,
  args: readonly unknown[],
): unknown {
  const found: unknown = Reflect.get(builder, method);
  if (FORBIDDEN.has(method) || typeof found !== 'function') {
    throw new TypeError(`${method} is no method that only builds`);
  }
  return note(Reflect.apply(found, builder, [...args]));
}

/** Calls what may be called on `knex` itself; undefined where it may not. */
export function callKnex(method: string, args: readonly unknown[]): unknown {
  switch (method) {
    case 'raw':
    case 'ref':
    case 'table':
    case 'from':
    case 'into':
    case 'select':
    case 'insert':
    case 'with':
    case 'withSchema':
    case 'queryBuilder': {
      const found: unknown = Reflect.get(knexOfPostgres(), method);
      return typeof found === 'function'
        ? note(Reflect.apply(found, knexOfPostgres(), [...args]))
        : undefined;
    }
    case 'fn.now':
      return note(knexOfPostgres().fn.now(...args.filter(isNumber)));
    case 'fn.uuid':
      return note(knexOfPostgres().fn.uuid());
    default:
      return undefined;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** `knex('accounts')`. */
export function tableQuery(args: readonly unknown[]): unknown {
  return note(Reflect.apply(knexOfPostgres(), undefined, [...args]));
}

/** The SQL of a call such as `createTable`, one text a statement. */
export function schemaStatements(
  { schema }: SchemaChain,
  method: string,
  args: readonly unknown[],
): string[] {
  const { schema: builder } = knexOfPostgres();
  const start = schema === undefined ? builder : builder.withSchema(schema);
  const found: unknown = Reflect.get(start, method);
  if (FORBIDDEN.has(method) || typeof found !== 'function') {
    throw new TypeError(`knex.schema has no ${method}`);
  }
  return statementsOf(Reflect.apply(found, start, [...args]));
}

/** The SQL that a builder would send, with its bindings put in. */
export function statementsOf(builder: unknown): string[] {
  if (typeof builder !== 'object' || builder === null) return [];
  if (!('toSQL' in builder) || typeof builder.toSQL !== 'function') return [];
  const compiled: unknown = builder.toSQL();
  const list: unknown[] = Array.isArray(compiled) ? compiled : [compiled];
  return list.flatMap(one => {
    if (typeof one !== 'object' || one === null || !('sql' in one)) return [];
    const sql = String(one.sql);
    const bindings: unknown = 'bindings' in one ? one.bindings : undefined;
    if (!Array.isArray(bindings) || bindings.length === 0) {
      // An escaped question mark is an operator of PostgreSQL.
      return sql.replaceAll('\\?', '?');
    }
    return knexOfPostgres().raw(sql, bindings.map(asBinding)).toQuery();
  });
}

function asBinding(value: unknown): Knex.RawBinding {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean' || value instanceof Date) return value;
  return JSON.stringify(value);
}
