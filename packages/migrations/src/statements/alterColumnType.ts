import type { AlterTableCmd, ColumnDef, Node } from '@pgsql/types';
import type { Column, Relation, UserType } from '../schema/types';
import { textOf, textsOf, typeText } from '../sql/nodes';
import { convertType, type Conversion } from './convertType';
import type { StatementRun } from './StatementRun';

/** `ALTER COLUMN ... TYPE ...` */
export function alterColumnType(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): void {
  const name = cmd.name ?? '';
  const def: ColumnDef =
    cmd.def && 'ColumnDef' in cmd.def ? cmd.def.ColumnDef : {};
  const column = on.model.requireColumn(relation, name);
  const from = column?.type;
  const to = typeText(def.typeName);
  const conversion = judge(column, to, def, on);
  const change = `column ${name} of ${relation.key} becomes ${to}${
    from === undefined ? '' : ` instead of ${from}`
  }`;
  const all = [relation, ...on.model.descendantsOf(relation.key)];
  for (const one of all) {
    on.model.updateColumn(one.key, name, { type: to });
    setCollation(one, name, def, on);
    // It is stored as its new type usually is, whatever has been set before.
    on.setColumnSetting(one.key, name, 'storage', undefined);
    if (one.partitioned) continue;
    if (conversion.rewrites !== false) {
      on.rewrite(one, change, { certain: conversion.rewrites === true });
    } else if (isChecked(name, one)) {
      on.scan(one, `${change}; its checks are made again`, 'ACCESS EXCLUSIVE');
    }
  }
  if (from !== to) rebuildForeignKeys(name, relation, conversion, on);
  if (on.isNew(column) || on.isNew(relation)) return;
  judgeValues(conversion, change, from, to, on);
  if (conversion.values === 'kept' || from === undefined) return;
  sayWhatComesBack(relation, name, from, to, change, on);
}

/** Foreign keys from and to the column are made again, and both tables locked for it. */
function rebuildForeignKeys(
  name: string,
  relation: Relation,
  { rewrites }: Conversion,
  on: StatementRun,
): void {
  const change = `the foreign keys of column ${name} of ${relation.key} are checked again`;
  for (const { columns, references } of relation.constraints.values()) {
    if (references === undefined || !columns.includes(name)) continue;
    const target = on.model.relations.get(references);
    if (!target) continue;
    on.lock(target, 'ACCESS EXCLUSIVE');
  }
  for (const { relation: other, constraint } of on.model.referencesTo(
    relation.key,
  )) {
    const { referencedColumns = [] } = constraint;
    // Without a list of columns it is the primary key that is referenced.
    const isMeant =
      referencedColumns.length > 0
        ? referencedColumns.includes(name)
        : isInPrimaryKey(name, relation);
    if (!isMeant) continue;
    on.lock(other, 'ACCESS EXCLUSIVE');
    // Types that are stored alike compare alike: nothing has to be looked up again.
    if (rewrites !== false) on.scan(other, change, 'ACCESS EXCLUSIVE');
  }
}

function isInPrimaryKey(name: string, { constraints }: Relation): boolean {
  return [...constraints.values()].some(
    ({ kind, columns }) => kind === 'primary key' && columns.includes(name),
  );
}

function setCollation(
  relation: Relation,
  column: string,
  def: ColumnDef,
  on: StatementRun,
): void {
  // Without COLLATE the column gets the collation of its new type.
  const collation = def.collClause
    ? textsOf(def.collClause.collname).join('.')
    : undefined;
  on.setColumnSetting(relation.key, column, 'collation', collation);
}

function judgeValues(
  { values }: Conversion,
  change: string,
  from: string | undefined,
  to: string,
  on: StatementRun,
): void {
  if (values === 'kept') {
    if (from === to) return;
    if (!isSameFamily(from, to)) on.tightens(change, 'change-type');
    on.loosens(change);
  } else if (values === 'may-fail') {
    on.mayFail(
      `${change}: a value that does not fit ends the script`,
      'narrow-type',
    );
    on.tightens(change, 'narrow-type');
  } else if (values === 'changed') {
    on.loses(
      `${change}: values are rounded, cut off or put into another form`,
      'narrow-type',
    );
    on.tightens(change, 'narrow-type');
  } else {
    const isWayBack =
      on.script.restores !== undefined &&
      from !== undefined &&
      isUndone(to, from, on);
    if (!isWayBack) {
      on.loses(
        `${change}: what becomes of the values is not known`,
        'change-type',
        false,
      );
    }
    on.tightens(change, 'change-type');
    on.loosens(change);
  }
}

/** A way back to a type whose values the way there has kept: they come back as they were. */
function sayWhatComesBack(
  relation: Relation,
  name: string,
  from: string,
  to: string,
  change: string,
  on: StatementRun,
): void {
  const former = on.script.restores?.relations
    .get(relation.key)
    ?.columns.get(name);
  if (former?.type !== to || !isUndone(to, from, on)) return;
  on.mayFail(
    `${change}: a value that has been written since may not fit`,
    'narrow-type',
  );
}

function isUndone(to: string, from: string, on: StatementRun): boolean {
  return convert(to, from, false, on).values === 'kept';
}

/** Longer text is text still; a wider integer arrives as another type in many drivers. */
function isSameFamily(from: string | undefined, to: string): boolean {
  const family = (type: string) =>
    type.replace(/\(.*\)/, '').replace(/^(varchar|char)$/, 'text');
  return from !== undefined && family(from) === family(to);
}

function judge(
  column: Column | undefined,
  to: string,
  def: ColumnDef,
  on: StatementRun,
): Conversion {
  const from = column?.type;
  if (!def.raw_default) return convert(from, to, false, on);
  const cast = castOf(def.raw_default);
  if (cast && cast.column === column?.name) {
    const [first, second, ...others] = cast.types;
    if (first === undefined) return convert(from, to, false, on);
    if (first === to && second === undefined) {
      return convert(from, to, true, on);
    }
    if (first === 'text' && second === to && others.length === 0) {
      return { rewrites: true, values: throughText(from, to, on) };
    }
  }
  // Any other expression is worked out for each row.
  return { rewrites: true, values: 'unknown' };
}

/** `USING mood::text::mood_2`: an enum whose values the other has as well. */
function throughText(
  from: string | undefined,
  to: string,
  on: StatementRun,
): Conversion['values'] {
  const old = from === undefined ? undefined : typeNamed(from, on);
  const wanted = typeNamed(to, on);
  if (!old?.labels || !wanted?.labels) return 'unknown';
  const { labels } = wanted;
  return old.labels.every(label => labels.includes(label))
    ? 'kept'
    : 'may-fail';
}

/** Domains are stored like what they are made of, and checked when they have constraints. */
function convert(
  from: string | undefined,
  to: string,
  explicit: boolean,
  on: StatementRun,
): Conversion {
  const old = from === undefined ? undefined : typeNamed(from, on);
  const wanted = typeNamed(to, on);
  const base = old?.kind === 'domain' ? old.base ?? from : from;
  if (from !== undefined && from === to) {
    return { rewrites: false, values: 'kept' };
  }
  if (wanted?.kind === 'domain' && wanted.base !== undefined) {
    const bare = convertType(base, wanted.base, explicit);
    if ((wanted.constraints?.size ?? 0) === 0) return bare;
    return {
      rewrites: bare.rewrites === undefined ? undefined : true,
      values: bare.values === 'kept' ? 'may-fail' : bare.values,
    };
  }
  if (old?.kind === 'enum') {
    const isText = /^(text|varchar)$/.test(to);
    return { rewrites: true, values: isText ? 'kept' : 'unknown' };
  }
  return convertType(base, to, explicit);
}

function typeNamed(type: string, on: StatementRun): UserType | undefined {
  const dot = type.indexOf('.');
  const name =
    dot < 0
      ? { name: type }
      : { schema: type.slice(0, dot), name: type.slice(dot + 1) };
  const { model, script } = on;
  const key = model.qualify(name);
  return model.types.get(key) ?? script.restores?.types.get(key);
}

/** `USING x`, `USING x::integer`, `USING cast(x::text as integer)`: the types in order. */
function castOf(
  node: Node,
): { column: string | undefined; types: readonly string[] } | undefined {
  if ('ColumnRef' in node) {
    const { fields = [] } = node.ColumnRef;
    return { column: textOf(fields[fields.length - 1]), types: [] };
  }
  if ('TypeCast' in node && node.TypeCast.arg) {
    const inner = castOf(node.TypeCast.arg);
    return (
      inner && {
        column: inner.column,
        types: [...inner.types, typeText(node.TypeCast.typeName)],
      }
    );
  }
  return undefined;
}

function isChecked(column: string, relation: Relation): boolean {
  return [...relation.constraints.values()].some(
    ({ kind, columns, enforced, validated }) =>
      (kind === 'check' || kind === 'foreign key') &&
      columns.includes(column) &&
      enforced &&
      validated,
  );
}
