import type {
  AlterObjectSchemaStmt,
  AlterOwnerStmt,
  RenameStmt,
} from '@pgsql/types';
import type { Constraint, Relation } from '../schema/types';
import { nameOf, nameOfRange, partsOf } from '../sql/nodes';
import { keyOf } from './drop';
import { schemaOf } from './names';
import { wordOf } from './objectWords';
import type { StatementRun } from './StatementRun';

/** Running code names things: to rename is to remove and to add. */
export function rename(stmt: RenameStmt, on: StatementRun): void {
  const { renameType, relation: range, newname = '', subname = '' } = stmt;
  switch (renameType) {
    case 'OBJECT_COLUMN':
    case 'OBJECT_ATTRIBUTE':
      renameColumn(stmt, on);
      return;
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_SEQUENCE':
    case 'OBJECT_INDEX':
    case 'OBJECT_FOREIGN_TABLE':
      renameRelation(stmt, on);
      return;
    case 'OBJECT_TABCONSTRAINT': {
      const relation = on.model.require(nameOfRange(range));
      on.lock(relation, 'ACCESS EXCLUSIVE');
      renameConstraint(relation, subname, newname, on);
      return;
    }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      renameUserType(stmt, on);
      return;
    case 'OBJECT_TRIGGER':
    case 'OBJECT_POLICY':
    case 'OBJECT_RULE': {
      const relation = on.model.require(nameOfRange(range));
      on.lock(relation, 'ACCESS EXCLUSIVE');
      const word = wordOf(renameType);
      moveObject(
        `${word} ${subname} on ${relation.key}`,
        `${word} ${newname} on ${relation.key}`,
        on,
      );
      return;
    }
    case 'OBJECT_SCHEMA':
      renameSchema(subname, newname, on);
      return;
    default:
      if (!stmt.object) {
        on.unknown(`what is renamed to ${newname} is not known`);
        return;
      }
      renameObject(stmt, on);
  }
}

function renameColumn(stmt: RenameStmt, on: StatementRun): void {
  const { relation: range, subname = '', newname = '' } = stmt;
  const relation = on.model.require(nameOfRange(range));
  const column = on.model.requireColumn(relation, subname);
  for (const one of [relation, ...on.model.descendantsOf(relation.key)]) {
    const current = on.model.relations.get(one.key) ?? one;
    on.lock(current, 'ACCESS EXCLUSIVE');
    on.model.update(one.key, {
      columns: new Map(
        [...current.columns].map(([name, value]) =>
          name === subname
            ? [newname, { ...value, name: newname }]
            : [name, value],
        ),
      ),
      constraints: new Map(
        [...current.constraints].map(([name, value]) => [
          name,
          { ...value, columns: renamed(value.columns, subname, newname) },
        ]),
      ),
    });
  }
  for (const index of on.model.indexesOf(relation.key)) {
    on.model.update(index.key, { uses: renamed(index.uses, subname, newname) });
  }
  if (on.isNew(relation) || on.isNew(column)) return;
  on.removes(`column ${subname} of ${relation.key}`, 'rename');
  on.adds(`column ${newname} of ${relation.key}`);
}

function renamed(names: readonly string[], from: string, to: string): string[] {
  return names.map(name => (name === from ? to : name));
}

function renameRelation(stmt: RenameStmt, on: StatementRun): void {
  const { relation: range, newname = '' } = stmt;
  if (
    stmt.missing_ok &&
    on.model.knowsAbsence &&
    !on.model.find(nameOfRange(range))
  )
    return;
  const kind = stmt.renameType === 'OBJECT_INDEX' ? 'index' : 'table';
  const relation = on.model.require(nameOfRange(range), kind);
  const isIndex = relation.kind === 'index';
  // ALTER INDEX, since PostgreSQL 12: SHARE UPDATE EXCLUSIVE is enough for an index.
  on.lock(
    relation,
    isIndex && stmt.renameType === 'OBJECT_INDEX'
      ? 'SHARE UPDATE EXCLUSIVE'
      : 'ACCESS EXCLUSIVE',
  );
  moveRelation(relation, `${schemaOf(relation.key)}.${newname}`, on);
  if (isIndex && relation.table !== undefined) {
    const table = on.model.relations.get(relation.table);
    const old = relation.key.slice(relation.key.indexOf('.') + 1);
    if (table?.constraints.has(old))
      renameConstraint(table, old, newname, on, true);
  }
  if (on.isNew(relation) || isIndex) return;
  on.removes(`${relation.kind} ${relation.key}`, 'rename');
  on.adds(`${relation.kind} ${schemaOf(relation.key)}.${newname}`);
}

/** Everything that names a relation names it anew. */
function moveRelation(relation: Relation, to: string, on: StatementRun): void {
  const { model } = on;
  const { key: from } = relation;
  const moved = (key: string) => (key === from ? to : key);
  const definition = model.relations.get(from)?.definition;
  model.relations.delete(from);
  model.relations.set(to, { ...relation, key: to, definition });
  for (const [key, one] of [...model.relations]) {
    const refers =
      one.table === from ||
      one.parents.includes(from) ||
      one.uses.includes(from) ||
      [...one.constraints.values()].some(
        ({ references }) => references === from,
      );
    if (!refers) continue;
    model.relations.set(key, {
      ...one,
      ...(one.table !== undefined && { table: moved(one.table) }),
      parents: one.parents.map(moved),
      uses: one.uses.map(moved),
      constraints: new Map(
        [...one.constraints].map(([name, constraint]): [string, Constraint] => [
          name,
          constraint.references === from
            ? { ...constraint, references: to }
            : constraint,
        ]),
      ),
    });
  }
  for (const [key, object] of [...model.objects]) {
    if (object.on !== from) continue;
    model.objects.delete(key);
    const renamedKey = key.replace(from, to);
    model.objects.set(renamedKey, { ...object, key: renamedKey, on: to });
  }
}

function renameConstraint(
  relation: Relation,
  from: string,
  to: string,
  on: StatementRun,
  indexIsRenamed = false,
): void {
  const { model } = on;
  const constraint = model.requireConstraint(relation, from);
  if (!constraint) return;
  const current = model.relations.get(relation.key) ?? relation;
  model.update(relation.key, {
    constraints: new Map(
      [...current.constraints].map(([name, value]) =>
        name === from ? [to, { ...value, name: to }] : [name, value],
      ),
    ),
  });
  const index = model.relations.get(`${schemaOf(relation.key)}.${from}`);
  if (!indexIsRenamed && index?.kind === 'index') {
    moveRelation(index, `${schemaOf(relation.key)}.${to}`, on);
  }
}

function renameUserType(stmt: RenameStmt, on: StatementRun): void {
  const { model } = on;
  const type = model.requireType(nameOf(partsOf(stmt.object)));
  const to = `${schemaOf(type.key)}.${stmt.newname ?? ''}`;
  model.types.delete(type.key);
  model.types.set(to, { ...type, key: to });
  const was = type.key.split('.')[1] ?? '';
  for (const relation of model.relations.values()) {
    for (const column of relation.columns.values()) {
      if (column.type === was || column.type === type.key) {
        model.updateColumn(relation.key, column.name, {
          type: stmt.newname ?? '',
        });
      }
    }
  }
  const relation = model.relations.get(type.key);
  if (relation) moveRelation(relation, to, on);
  if (on.isNew(type)) return;
  on.removes(`type ${type.key}`, 'rename');
  on.adds(`type ${to}`);
}

function renameSchema(from: string, to: string, on: StatementRun): void {
  moveObject(`schema ${from}`, `schema ${to}`, on);
  for (const relation of [...on.model.relations.values()]) {
    if (!relation.key.startsWith(`${from}.`)) continue;
    moveRelation(relation, `${to}.${relation.key.slice(from.length + 1)}`, on);
  }
  on.removes(`schema ${from}`, 'rename');
  on.adds(`schema ${to}`);
}

function moveObject(from: string, to: string, on: StatementRun): void {
  const object = on.model.requireObject(from);
  on.model.objects.delete(from);
  on.model.objects.set(to, { ...object, key: to });
}

function renameObject(stmt: RenameStmt, on: StatementRun): void {
  if (!stmt.object) return;
  const word = wordOf(stmt.renameType);
  const key = keyOf(stmt.object, word, on);
  const object = on.model.requireObject(key);
  const parts = partsOf(stmt.object);
  const old = parts[parts.length - 1] ?? '';
  const at = key.lastIndexOf(
    old,
    key.includes('(') ? key.indexOf('(') : undefined,
  );
  const to = `${key.slice(0, at)}${stmt.newname ?? ''}${key.slice(
    at + old.length,
  )}`;
  on.model.objects.delete(key);
  on.model.objects.set(to, { ...object, key: to });
  if (on.isNew(object)) return;
  on.removes(key, 'rename');
  on.adds(to);
}

/** `SET SCHEMA`: the name that code uses changes. */
export function setSchema(stmt: AlterObjectSchemaStmt, on: StatementRun): void {
  const { newschema = '' } = stmt;
  if (!stmt.relation) {
    if (!stmt.object) return;
    const parts = partsOf(stmt.object);
    const word = wordOf(stmt.objectType);
    if (word === 'type' || word === 'domain') {
      const type = on.model.requireType(nameOf(parts));
      const to = `${newschema}.${parts[parts.length - 1] ?? ''}`;
      on.model.types.delete(type.key);
      on.model.types.set(to, { ...type, key: to });
      if (on.isNew(type)) return;
      on.removes(`type ${type.key}`, 'rename');
      on.adds(`type ${to}`);
      return;
    }
    const key = keyOf(stmt.object, word, on);
    const object = on.model.requireObject(key);
    const to = key.replace(/ [^ .(]*\./, ` ${newschema}.`);
    on.model.objects.delete(key);
    on.model.objects.set(to, { ...object, key: to });
    on.removes(key, 'rename');
    on.adds(to);
    return;
  }
  const relation = on.model.require(nameOfRange(stmt.relation));
  on.lock(relation, 'ACCESS EXCLUSIVE');
  const name = relation.key.slice(relation.key.indexOf('.') + 1);
  const to = `${newschema}.${name}`;
  moveRelation(relation, to, on);
  for (const one of [...on.model.relations.values()]) {
    const owned = one.kind === 'index' || one.kind === 'sequence';
    if (!owned || one.table !== to) continue;
    moveRelation(
      one,
      `${newschema}.${one.key.slice(one.key.indexOf('.') + 1)}`,
      on,
    );
  }
  if (on.isNew(relation)) return;
  on.removes(`${relation.kind} ${relation.key}`, 'rename');
  on.adds(`${relation.kind} ${to}`);
}

/** `OWNER TO` of anything but a table, which is a command of ALTER TABLE. */
export function setOwner(stmt: AlterOwnerStmt, on: StatementRun): void {
  const word = wordOf(stmt.objectType);
  const parts = partsOf(stmt.object);
  const key = `owner of ${word} ${parts.join('.')}`;
  on.model.requireObject(key);
  on.setObject(key, stmt.newowner);
  on.tightens(
    `the owner of ${word} ${parts.join('.')} is another`,
    'change-owner',
  );
}
