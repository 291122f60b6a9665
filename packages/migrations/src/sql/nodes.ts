import type { Node, RangeVar, TypeName } from '@pgsql/types';

/** A relation, type or function as a statement names it. */
export interface WrittenName {
  /** Absent when the search path decides. */
  readonly schema?: string;
  readonly name: string;
}

/** The text of a `String` node; undefined for any other node. */
export function textOf(node: Node | undefined): string | undefined {
  return node && 'String' in node ? node.String.sval ?? '' : undefined;
}

/** The texts of a list of `String` nodes. */
export function textsOf(nodes: readonly Node[] = []): string[] {
  return nodes.flatMap(node => textOf(node) ?? []);
}

/** `schema.name`; what stands before the schema names the database, which is one. */
export function nameOf(parts: readonly string[]): WrittenName {
  const name = parts[parts.length - 1] ?? '';
  const schema = parts[parts.length - 2];
  return schema === undefined ? { name } : { schema, name };
}

/** The name that a list of `String` nodes spells. */
export function nameOfNodes(nodes: readonly Node[] = []): WrittenName {
  return nameOf(textsOf(nodes));
}

/** The name in a `FROM` clause or behind `ALTER TABLE`. */
export function nameOfRange(range: RangeVar | undefined): WrittenName {
  const { schemaname, relname = '' } = range ?? {};
  return schemaname ? { schema: schemaname, name: relname } : { name: relname };
}

/** The names of an object as `DROP`, `COMMENT` and `ALTER ... SET SCHEMA` hold it. */
export function partsOf(object: Node | undefined): string[] {
  if (!object) return [];
  if ('List' in object) return textsOf(object.List.items);
  if ('String' in object) return [object.String.sval ?? ''];
  if ('TypeName' in object) return textsOf(object.TypeName.names);
  if ('ObjectWithArgs' in object) {
    return textsOf(object.ObjectWithArgs.objname);
  }
  return [];
}

/** The argument types of a function as it is named, `(int4,text)`; `(*)` when not said. */
export function argumentsOf(object: Node | undefined): string {
  if (!object || !('ObjectWithArgs' in object)) return '(*)';
  const { objargs = [], args_unspecified: unsaid } = object.ObjectWithArgs;
  if (unsaid) return '(*)';
  return `(${objargs
    .map(node => ('TypeName' in node ? typeText(node.TypeName) : '?'))
    .join(',')})`;
}

/** Names of one type that PostgreSQL keeps under another. */
const ALIASES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'smallint',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  decimal: 'numeric',
  bpchar: 'char',
  serial2: 'smallserial',
  serial4: 'serial',
  serial8: 'bigserial',
};

/** A type in one spelling, with its modifiers: `varchar(50)`, `numeric(10,2)`, `text[]`. */
export function typeText(type: TypeName | undefined): string {
  if (!type) return '?';
  const parts = textsOf(type.names).filter(part => part !== 'pg_catalog');
  const written = parts.join('.');
  const name = ALIASES[written] ?? written;
  const modifiers = (type.typmods ?? []).map(constantText);
  const array = (type.arrayBounds ?? []).length > 0 ? '[]' : '';
  const suffix = type.pct_type ? '%type' : '';
  return `${name}${
    modifiers.length > 0 ? `(${modifiers.join(',')})` : ''
  }${suffix}${array}`;
}

/** A constant as text; `?` for anything that is none. */
export function constantText(node: Node | undefined): string {
  if (!node || !('A_Const' in node)) return '?';
  const { ival, fval, sval, boolval, isnull } = node.A_Const;
  if (isnull) return 'null';
  // Zero, the empty text and false are left out of the tree.
  if (ival) return String(ival.ival ?? 0);
  if (fval) return fval.fval ?? '0';
  if (sval) return sval.sval ?? '';
  if (boolval) return String(boolval.boolval ?? false);
  return '?';
}

/** Calls `visit` for every object in a tree, with the name of its node where it has one. */
export function walk(
  tree: unknown,
  visit: (name: string, value: object) => void,
): void {
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, value] of Object.entries(next)) {
      if (typeof value !== 'object' || value === null) continue;
      visit(name, value);
      open.push(value);
    }
  }
}

const PLACES = new Set(['location', 'stmt_location', 'stmt_len', 'list_start']);

/** A tree without where it was written: equal texts mean the same. */
export function canonicalTree(tree: unknown): string {
  return JSON.stringify(tree, (key, value) =>
    PLACES.has(key) || key.endsWith('_location') ? undefined : value,
  );
}

/** The same for an expression; `'a'::text` and `'a'` are one default. */
export function canonicalExpression(node: Node | undefined): string {
  if (node && 'TypeCast' in node && node.TypeCast.arg) {
    const { arg } = node.TypeCast;
    if ('A_Const' in arg && arg.A_Const.sval) return canonicalExpression(arg);
  }
  return canonicalTree(node ?? null);
}

/** The columns that an expression names, without their tables. */
export function columnsIn(tree: unknown): string[] {
  const found = new Set<string>();
  walk(tree, (name, value) => {
    if (name !== 'ColumnRef' || !('fields' in value)) return;
    const { fields } = value;
    if (!Array.isArray(fields)) return;
    const last = textOf(fields[fields.length - 1]);
    if (last !== undefined) found.add(last);
  });
  return [...found];
}

/** The relations that a query reads or writes. */
export function relationsIn(tree: unknown): WrittenName[] {
  const found: WrittenName[] = [];
  const inner = new Set<string>();
  walk(tree, (name, value) => {
    if (name === 'CommonTableExpr' && 'ctename' in value) {
      inner.add(String(value.ctename));
    }
    if ('relname' in value && typeof value.relname === 'string') {
      const schema =
        'schemaname' in value && typeof value.schemaname === 'string'
          ? value.schemaname
          : undefined;
      found.push(
        schema === undefined
          ? { name: value.relname }
          : { schema, name: value.relname },
      );
    }
  });
  return found.filter(
    ({ schema, name }) => schema !== undefined || !inner.has(name),
  );
}
