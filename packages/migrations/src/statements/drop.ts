import type { DropStmt, Node } from '@pgsql/types';
import type { RelationKind } from '../schema/types';
import { argumentsOf, nameOf, partsOf } from '../sql/nodes';
import { dropColumn } from './dropColumn';
import { dropRelation } from './dropRelation';
import { dropIndex } from './indexes';
import { wordOf } from './objectWords';
import type { StatementRun } from './StatementRun';

const RELATIONS: Readonly<Record<string, RelationKind>> = {
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_INDEX: 'index',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TABLE: 'table',
  OBJECT_VIEW: 'view',
};

export function drop(stmt: DropStmt, on: StatementRun): void {
  for (const object of stmt.objects ?? []) dropOne(object, stmt, on);
}

function dropOne(object: Node, stmt: DropStmt, on: StatementRun): void {
  const kind = RELATIONS[stmt.removeType ?? ''];
  if (kind) {
    dropNamedRelation(partsOf(object), kind, stmt, on);
    return;
  }
  switch (stmt.removeType) {
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      dropType(partsOf(object), stmt, on);
      return;
    case 'OBJECT_SCHEMA':
      dropSchema(partsOf(object)[0] ?? '', stmt, on);
      return;
    case 'OBJECT_TRIGGER':
    case 'OBJECT_POLICY':
    case 'OBJECT_RULE':
      dropOfTable(partsOf(object), stmt, on);
      return;
    default:
      dropObject(object, stmt, on);
  }
}

function dropNamedRelation(
  parts: readonly string[],
  kind: RelationKind,
  stmt: DropStmt,
  on: StatementRun,
): void {
  const { model } = on;
  const known = model.find(nameOf(parts));
  if (!known && stmt.missing_ok) {
    if (!model.knowsAbsence) {
      const key = model.qualify(nameOf(parts));
      on.unknown(
        `whether ${kind} ${key} is there is not known, nor what is lost with it`,
        'not-known-whether-there',
      );
    }
    return;
  }
  const relation = known ?? model.require(nameOf(parts), kind);
  if (relation.kind === 'index')
    dropIndex(relation, stmt.concurrent === true, on);
  else dropRelation(relation, on, stmt.behavior === 'DROP_CASCADE');
}

function dropType(
  parts: readonly string[],
  stmt: DropStmt,
  on: StatementRun,
): void {
  const { model } = on;
  const key = model.qualify(nameOf(parts));
  if (!model.types.has(key) && stmt.missing_ok && model.knowsAbsence) return;
  const type = model.requireType(nameOf(parts));
  // A composite type is a relation as well.
  on.lock(model.relations.get(type.key), 'ACCESS EXCLUSIVE');
  model.types.delete(type.key);
  model.relations.delete(type.key);
  if (on.isNew(type)) return;
  on.removes(`type ${type.key}`, 'drop-object');
  if (stmt.behavior !== 'DROP_CASCADE') return;
  if (!model.isWhole) {
    on.unknown(
      `which columns CASCADE drops with ${type.key} is not known`,
      'cascade',
    );
  }
  const name = type.key.split('.')[1] ?? '';
  for (const relation of [...model.relations.values()]) {
    for (const column of relation.columns.values()) {
      const bare = column.type?.replace(/\[\]$/, '');
      if (bare === name || bare === type.key) {
        dropColumn(
          { name: column.name, behavior: 'DROP_CASCADE' },
          relation,
          on,
        );
        on.lock(relation, 'ACCESS EXCLUSIVE');
      }
    }
  }
}

function dropSchema(name: string, stmt: DropStmt, on: StatementRun): void {
  const { model } = on;
  const key = `schema ${name}`;
  const inside = [...model.relations.values()].filter(one =>
    one.key.startsWith(`${name}.`),
  );
  if (
    stmt.missing_ok &&
    model.knowsAbsence &&
    inside.length === 0 &&
    !model.objects.has(key)
  ) {
    return;
  }
  const schema = model.objects.get(key) ?? model.requireObject(key);
  model.objects.delete(key);
  if (stmt.behavior === 'DROP_CASCADE') {
    if (!model.isWhole) {
      on.unknown(
        `what CASCADE drops with schema ${name} is not known`,
        'cascade',
      );
    }
    for (const relation of inside) {
      if (model.relations.has(relation.key)) dropRelation(relation, on, true);
    }
    for (const type of [...model.types.keys()]) {
      if (type.startsWith(`${name}.`)) model.types.delete(type);
    }
    for (const other of [...model.objects.keys()]) {
      if (other.includes(` ${name}.`)) model.objects.delete(other);
    }
  }
  if (!on.isNew(schema)) on.removes(key, 'drop-object');
}

/** Triggers, policies and rules are named within their table. */
function dropOfTable(
  parts: readonly string[],
  stmt: DropStmt,
  on: StatementRun,
): void {
  const { model } = on;
  const name = parts[parts.length - 1] ?? '';
  const table = nameOf(parts.slice(0, -1));
  if (stmt.missing_ok && model.knowsAbsence && !model.find(table)) return;
  const relation = model.require(table);
  const word = wordOf(stmt.removeType);
  const key = `${word} ${name} on ${relation.key}`;
  if (stmt.missing_ok && model.knowsAbsence && !model.objects.has(key)) {
    on.lock(relation, 'ACCESS EXCLUSIVE');
    return;
  }
  const object = model.requireObject(key, relation.key);
  model.objects.delete(key);
  on.lock(relation, 'ACCESS EXCLUSIVE');
  if (on.isNew(object) || on.isNew(relation)) return;
  on.removes(key, word === 'trigger' ? 'change-trigger' : 'drop-object');
}

function dropObject(object: Node, stmt: DropStmt, on: StatementRun): void {
  const { model } = on;
  const word = wordOf(stmt.removeType);
  const key = keyOf(object, word, on);
  if (!model.objects.has(key) && stmt.missing_ok) {
    if (!model.knowsAbsence) {
      on.unknown(
        `whether ${key} is there is not known`,
        'not-known-whether-there',
      );
    }
    return;
  }
  const known = model.requireObject(key);
  model.objects.delete(key);
  if (word === 'statistics' && known.on) {
    on.lock(model.relations.get(known.on), 'SHARE UPDATE EXCLUSIVE');
  }
  if (stmt.behavior === 'DROP_CASCADE') {
    on.unknown(`what else CASCADE drops with ${key} is not known`, 'cascade');
  }
  if (on.isNew(known) || word === 'statistics') return;
  on.removes(key, word === 'extension' ? 'drop-extension' : 'drop-object');
  if (word === 'extension') {
    on.loses(`what ${key} keeps`, 'drop-extension', false);
  }
}

/** How an object is known; a function without arguments is found by its name alone. */
export function keyOf(object: Node, word: string, on: StatementRun): string {
  const parts = partsOf(object);
  const unqualified = [
    'extension',
    'publication',
    'role',
    'language',
    'server',
    'event trigger',
    'access method',
  ];
  const name = unqualified.includes(word)
    ? parts.join('.')
    : on.model.qualify(nameOf(parts));
  if (word !== 'function' && word !== 'procedure' && word !== 'aggregate') {
    return `${word} ${name}`;
  }
  const full = `function ${name}${argumentsOf(object)}`;
  if (!full.endsWith('(*)')) return full;
  const candidates = [...on.model.objects.keys()].filter(key =>
    key.startsWith(`function ${name}(`),
  );
  return candidates.length === 1 ? candidates[0] : full;
}
