import type { CreateStmt, Constraint as ConstraintNode } from '@pgsql/types';
import { emptyRelation } from '../schema/SchemaModel';
import type { Column, Relation } from '../schema/types';
import { canonicalTree, nameOfRange } from '../sql/nodes';
import { addSequence } from './addColumn';
import { addConstraint } from './constraints';
import { readColumn } from './readColumn';
import type { StatementRun } from './StatementRun';

/** Copies indexes as well (`TABLELIKE_INCLUDING`): all is asked for, or that alone. */
const LIKE_CONSTRAINTS = 4;
const LIKE_DEFAULTS = 8;

/** `CREATE TABLE`: nobody uses it yet, but foreign keys and parents are locked. */
export function createTable(
  stmt: CreateStmt,
  on: StatementRun,
  kind: 'foreign table' | 'table' = 'table',
): void {
  const { model } = on;
  const key = model.qualifyNew(nameOfRange(stmt.relation));
  if (stmt.if_not_exists) {
    if (model.relations.has(key)) return;
    if (!model.isWhole) {
      on.unknown(
        `whether ${key} is there already is not known`,
        'not-known-whether-there',
      );
    }
  }
  const parents = (stmt.inhRelations ?? []).flatMap(node =>
    'RangeVar' in node ? model.require(nameOfRange(node.RangeVar)) : [],
  );
  const columns = new Map<string, Column>();
  for (const parent of parents) {
    for (const [name, column] of parent.columns) {
      columns.set(name, { ...column, born: on.born });
    }
  }
  const settings = new Map<string, string>();
  if (stmt.relation?.relpersistence === 'u')
    settings.set('persistence', 'unlogged');
  if (stmt.partbound?.is_default) settings.set('bound', 'default');
  for (const option of stmt.options ?? []) {
    if (!('DefElem' in option)) continue;
    settings.set(
      `parameter ${option.DefElem.defname}`,
      canonicalTree(option.DefElem.arg),
    );
  }
  const relation: Relation = {
    ...emptyRelation(
      key,
      kind,
      on.born,
      parents.every(({ complete }) => complete) && !stmt.ofTypename,
    ),
    columns,
    settings,
    partitioned: stmt.partspec !== undefined,
    parents: parents.map(parent => parent.key),
    temporary: stmt.relation?.relpersistence === 't',
    ...(stmt.partspec && { definition: canonicalTree(stmt.partspec) }),
    ...(stmt.partbound && { definition: canonicalTree(stmt.partbound) }),
  };
  model.relations.set(key, relation);
  if (!relation.temporary) on.adds(`${kind} ${key}`);
  for (const parent of parents) {
    // CREATE TABLE, "PARTITION OF"; INHERITS takes the weaker lock.
    on.lock(
      parent,
      stmt.partbound ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE',
    );
    if (!stmt.partbound || stmt.partbound.is_default) continue;
    for (const other of model.descendantsOf(parent.key)) {
      if (other.settings.get('bound') !== 'default') continue;
      on.lock(other, 'ACCESS EXCLUSIVE');
      on.scan(
        other,
        `${other.key} is looked through for rows of the new partition`,
        'ACCESS EXCLUSIVE',
      );
    }
  }
  addElements(stmt, key, on);
}

function addElements(stmt: CreateStmt, key: string, on: StatementRun): void {
  const { model } = on;
  const later: { node: ConstraintNode; ofColumn?: string }[] = [];
  for (const element of stmt.tableElts ?? []) {
    const relation = model.relations.get(key);
    if (!relation) return;
    if ('ColumnDef' in element) {
      const declared = readColumn(element.ColumnDef, on);
      const { column } = declared;
      model.update(key, {
        columns: new Map(relation.columns).set(column.name, column),
      });
      if (declared.sequence) addSequence(column.name, relation, on);
      for (const node of declared.constraints)
        later.push({ node, ofColumn: column.name });
    } else if ('Constraint' in element) {
      later.push({ node: element.Constraint });
    } else if ('TableLikeClause' in element) {
      const { relation: source, options = 0 } = element.TableLikeClause;
      copyLike(model.require(nameOfRange(source)), options, key, on);
    }
  }
  for (const node of stmt.constraints ?? []) {
    if ('Constraint' in node) later.push({ node: node.Constraint });
  }
  for (const { node, ofColumn } of later) {
    const relation = model.relations.get(key);
    if (relation) addConstraint(node, relation, on, { ofColumn });
  }
}

function copyLike(
  source: Relation,
  options: number,
  key: string,
  on: StatementRun,
): void {
  const relation = on.model.relations.get(key);
  if (!relation) return;
  const columns = new Map(relation.columns);
  for (const [name, column] of source.columns) {
    columns.set(name, {
      ...column,
      ...(!(options & LIKE_DEFAULTS) && { default: null }),
      born: on.born,
    });
  }
  const copied = [...source.constraints].filter(
    ([, { kind }]) =>
      kind === 'not null' || (kind === 'check' && options & LIKE_CONSTRAINTS),
  );
  on.model.update(key, {
    columns,
    constraints: new Map([...relation.constraints, ...copied]),
    complete: relation.complete && source.complete,
  });
}
