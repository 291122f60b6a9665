import type { Session } from '../database/Session';

/** A type as far as values of it are concerned. */
export interface ValueType {
  /** Of PostgreSQL's catalog, e.g. `int4`; of a domain, what it is made of. */
  readonly name: string;
  /** Absent: it is no array. */
  readonly element?: ValueType;
  /** Of `varchar(50)` 50, of `numeric(10,2)` 10. */
  readonly size?: number;
  readonly scale?: number;
  /** The values of an enum. */
  readonly labels?: readonly string[];
}

export interface ColumnToFill {
  readonly name: string;
  readonly type: ValueType;
  readonly required: boolean;
  /** Numbered by a sequence, or computed: nothing is to be given. */
  readonly fillsItself: boolean;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
}

/** A table that rows are to be made for. */
export interface TableToFill {
  readonly name: string;
  readonly columns: readonly ColumnToFill[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Columns whose values together are in one row only. */
  readonly unique: readonly (readonly string[])[];
  /** The columns of each constraint, by its name. */
  readonly constraints: ReadonlyMap<string, readonly string[]>;
  /** Constants in its checks and in the bounds of its partitions, which may be values. */
  readonly constants: readonly string[];
  /** The columns that decide in which partition a row is. */
  readonly partitionedBy: readonly string[];
}

interface Line {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly formatted: string;
    readonly element: string | null;
    readonly labels: readonly string[] | null;
    readonly required: boolean;
    readonly fillsItself: boolean;
  }[];
  readonly constraints: readonly {
    readonly name: string;
    readonly kind: string;
    readonly columns: readonly string[];
    readonly table: string | null;
    readonly references: readonly string[] | null;
    readonly definition: string;
  }[];
  readonly bounds: string | null;
  readonly partitionedBy: readonly string[] | null;
}

const NAMES = (
  relation: string,
  numbers: string,
) => `(SELECT array_agg(attname::text ORDER BY place) FROM unnest(${numbers}) WITH ORDINALITY AS k (attnum, place)
       JOIN pg_attribute n ON n.attrelid = ${relation} AND n.attnum = k.attnum)`;

const QUERY = `
SELECT c.oid::regclass::text AS name,
  (SELECT coalesce(json_agg(json_build_object(
      'name', a.attname, 'type', coalesce(base.typname, t.typname),
      'formatted', format_type(coalesce(base.oid, t.oid), CASE WHEN base.oid IS NULL THEN a.atttypmod ELSE t.typtypmod END),
      'element', element.typname,
      'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum
                 WHERE enumtypid = coalesce(element.oid, base.oid, t.oid)),
      'required', a.attnotnull OR t.typnotnull,
      'fillsItself', a.attidentity <> '' OR a.attgenerated <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false))
      ORDER BY a.attnum), '[]')
   FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
   LEFT JOIN pg_type base ON base.oid = t.typbasetype AND t.typtype = 'd'
   LEFT JOIN pg_type element ON element.oid = coalesce(base.typelem, t.typelem) AND coalesce(base.typcategory, t.typcategory) = 'A'
   LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT coalesce(json_agg(json_build_object(
      'name', x.conname, 'kind', x.contype, 'columns', coalesce(${NAMES(
        'c.oid',
        'x.conkey',
      )}, '{}'),
      'table', nullif(x.confrelid, 0)::regclass::text, 'references', ${NAMES(
        'x.confrelid',
        'x.confkey',
      )},
      'definition', pg_get_constraintdef(x.oid)) ORDER BY x.conname), '[]')
   FROM (SELECT oid, conname, contype, conkey, confrelid, confkey FROM pg_constraint WHERE conrelid = c.oid
         UNION ALL
         SELECT x.oid, x.conname, 'c', ARRAY[a.attnum], 0, NULL FROM pg_attribute a
         JOIN pg_constraint x ON x.contypid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) x) AS constraints,
  (SELECT string_agg(pg_get_expr(p.relpartbound, p.oid), ' ') FROM pg_partition_tree(c.oid) tree JOIN pg_class p ON p.oid = tree.relid) AS bounds,
  (SELECT ${NAMES(
    'partrelid',
    'partattrs::int2[]',
  )} FROM pg_partitioned_table WHERE partrelid = c.oid) AS "partitionedBy"
FROM pg_class c
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
ORDER BY 1`;

/** The tables that rows can be put into, in the order of their names. */
export async function readTablesToFill(
  session: Session,
): Promise<TableToFill[]> {
  await session.run(`SET search_path = ''`);
  const lines = await session.rows<Line>(QUERY);
  return lines.map(({ name, columns, constraints, bounds, partitionedBy }) => ({
    name,
    columns: columns.map(column => ({
      name: column.name,
      type: typeOf(column),
      required: column.required,
      fillsItself: column.fillsItself,
    })),
    foreignKeys: constraints.flatMap(one =>
      one.kind === 'f' && one.table !== null && one.references !== null
        ? {
            columns: one.columns,
            table: one.table,
            references: one.references,
          }
        : [],
    ),
    unique: constraints.flatMap(one =>
      one.kind === 'p' || one.kind === 'u' ? [one.columns] : [],
    ),
    constraints: new Map(constraints.map(one => [one.name, one.columns])),
    constants: constantsIn(
      [
        bounds ?? '',
        ...constraints.map(one => (one.kind === 'c' ? one.definition : '')),
      ].join(' '),
    ),
    partitionedBy: partitionedBy ?? [],
  }));
}

function typeOf({
  type,
  formatted,
  element,
  labels,
}: Line['columns'][number]): ValueType {
  const [, size, scale] = /\((\d+)(?:,(-?\d+))?\)/.exec(formatted) ?? [];
  const one: ValueType = {
    name: element ?? type,
    ...(size !== undefined && { size: Number(size) }),
    ...(scale !== undefined && { scale: Number(scale) }),
    ...(labels && { labels }),
  };
  return element === null ? one : { name: type, element: one };
}

/** Texts and numbers of an expression, and the numbers next to them. */
function constantsIn(expression: string): string[] {
  const found = new Set<string>();
  for (const [, text] of expression.matchAll(/'((?:[^']|'')*)'/g)) {
    found.add(text.replaceAll(`''`, `'`));
  }
  for (const [number] of expression.matchAll(/-?\b\d+(?:\.\d+)?\b/g)) {
    found.add(number);
    if (!number.includes('.')) {
      found.add(String(BigInt(number) + 1n));
      found.add(String(BigInt(number) - 1n));
    }
  }
  return [...found];
}
