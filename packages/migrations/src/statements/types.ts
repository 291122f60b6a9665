import type {
  AlterDomainStmt,
  AlterEnumStmt,
  CompositeTypeStmt,
  CreateDomainStmt,
  CreateEnumStmt,
  CreateRangeStmt,
} from '@pgsql/types';
import { emptyRelation } from '../schema/SchemaModel';
import type { Column, UserType } from '../schema/types';
import {
  canonicalTree,
  nameOfNodes,
  nameOfRange,
  textsOf,
  typeText,
} from '../sql/nodes';
import { defaultOf } from './readColumn';
import type { StatementRun } from './StatementRun';

export function createEnum(stmt: CreateEnumStmt, on: StatementRun): void {
  const key = on.model.qualifyNew(nameOfNodes(stmt.typeName));
  on.model.types.set(key, {
    key,
    kind: 'enum',
    labels: textsOf(stmt.vals),
    born: on.born,
  });
  on.adds(`type ${key}`);
}

/**
 * `ALTER TYPE ... ADD VALUE` and `RENAME VALUE`. A value cannot be dropped again, and may
 * not be used before the transaction that adds it is over (ALTER TYPE, Notes).
 */
export function alterEnum(stmt: AlterEnumStmt, on: StatementRun): void {
  const { newVal = '', oldVal, newValNeighbor, newValIsAfter } = stmt;
  const type = on.model.requireType(nameOfNodes(stmt.typeName));
  const { labels } = type;
  if (oldVal !== undefined) {
    on.model.types.set(type.key, {
      ...type,
      labels: labels?.map(label => (label === oldVal ? newVal : label)),
    });
    if (on.isNew(type)) return;
    on.removes(`value '${oldVal}' of ${type.key}`, 'rename');
    on.adds(`value '${newVal}' of ${type.key}`);
    return;
  }
  if (stmt.skipIfNewValExists && labels?.includes(newVal)) return;
  if (labels) {
    const at =
      newValNeighbor === undefined
        ? labels.length
        : labels.indexOf(newValNeighbor) + (newValIsAfter ? 1 : 0);
    on.model.types.set(type.key, {
      ...type,
      labels: [...labels.slice(0, at), newVal, ...labels.slice(at)],
    });
  } else {
    on.model.types.set(type.key, {
      ...type,
      definition: `${type.definition ?? ''} with '${newVal}'`,
    });
  }
  if (on.isNew(type)) return;
  on.script.freshEnumValues.add(newVal);
  on.loosens(
    `value '${newVal}' of ${type.key}`,
    'add-enum-value',
    `${type.key} gets the value '${newVal}', which PostgreSQL cannot take away again`,
  );
}

export function createDomain(stmt: CreateDomainStmt, on: StatementRun): void {
  const key = on.model.qualifyNew(nameOfNodes(stmt.domainname));
  const constraints = new Map<string, string>();
  let value: string | null = null;
  for (const node of stmt.constraints ?? []) {
    if (!('Constraint' in node)) continue;
    const { contype, conname, raw_expr: expression } = node.Constraint;
    if (contype === 'CONSTR_DEFAULT') value = defaultOf(expression);
    else if (contype === 'CONSTR_NOTNULL') constraints.set('not null', 'yes');
    else if (contype === 'CONSTR_CHECK') {
      constraints.set(
        conname ?? `${key.split('.')[1]}_check`,
        canonicalTree(expression),
      );
    }
  }
  on.model.types.set(key, {
    key,
    kind: 'domain',
    base: typeText(stmt.typeName),
    constraints,
    definition: canonicalTree({
      type: typeText(stmt.typeName),
      value,
      collation: stmt.collClause,
    }),
    born: on.born,
  });
  on.adds(`domain ${key}`);
}

/** `ALTER DOMAIN`: what it checks is read from every table that uses it. */
export function alterDomain(stmt: AlterDomainStmt, on: StatementRun): void {
  const type = on.model.requireType(nameOfNodes(stmt.typeName));
  const constraints = new Map(type.constraints);
  const isNew = on.isNew(type);
  const node =
    stmt.def && 'Constraint' in stmt.def ? stmt.def.Constraint : undefined;
  switch (stmt.subtype) {
    case 'C': {
      const label = node?.conname ?? `${type.key.split('.')[1]}_check`;
      constraints.set(
        label,
        canonicalTree({
          expression: node?.raw_expr,
          valid: !node?.skip_validation,
        }),
      );
      if (!isNew)
        on.tightens(`domain ${type.key} checks ${label}`, 'add-constraint');
      if (!isNew && !node?.skip_validation) lookThrough(type, on);
      break;
    }
    case 'X':
      constraints.delete(stmt.name ?? '');
      if (!isNew)
        on.loosens(`domain ${type.key} no longer checks ${stmt.name ?? ''}`);
      break;
    case 'O':
      constraints.set('not null', 'yes');
      if (!isNew) {
        on.tightens(`domain ${type.key} no longer takes null`, 'set-not-null');
        lookThrough(type, on);
      }
      break;
    case 'N':
      constraints.delete('not null');
      if (!isNew) on.loosens(`domain ${type.key} takes null`, 'drop-not-null');
      break;
    case 'V': {
      const label = stmt.name ?? '';
      const was = constraints.get(label);
      if (was)
        constraints.set(label, was.replace('"valid":false', '"valid":true'));
      if (!isNew) lookThrough(type, on);
      break;
    }
    case 'T':
      constraints.set('default', canonicalTree(stmt.def));
      if (!stmt.def) constraints.delete('default');
      if (!isNew) on.loosens(`domain ${type.key} has another default`);
      break;
    default:
      on.unknown(`what ALTER DOMAIN does to ${type.key} is not known`);
  }
  on.model.types.set(type.key, { ...type, constraints });
}

function lookThrough(type: UserType, on: StatementRun): void {
  const name = type.key.split('.')[1];
  let found = false;
  for (const relation of on.model.relations.values()) {
    if (relation.kind !== 'table') continue;
    const uses = [...relation.columns.values()].some(
      column => column.type === name || column.type === type.key,
    );
    if (!uses) continue;
    found = true;
    on.lock(relation, 'SHARE');
    on.scan(relation, `values of domain ${type.key} are checked`, 'SHARE');
  }
  if (found || !on.model.isWhole)
    on.mayFail(`values of domain ${type.key} may break it`, 'add-constraint');
}

export function createComposite(
  stmt: CompositeTypeStmt,
  on: StatementRun,
): void {
  const key = on.model.qualifyNew(nameOfRange(stmt.typevar));
  const columns = new Map<string, Column>();
  for (const node of stmt.coldeflist ?? []) {
    if (!('ColumnDef' in node)) continue;
    const { colname = '', typeName } = node.ColumnDef;
    columns.set(colname, {
      name: colname,
      type: typeText(typeName),
      notNull: false,
      default: null,
      settings: new Map(),
      born: on.born,
    });
  }
  on.model.types.set(key, { key, kind: 'composite', born: on.born });
  on.model.relations.set(key, {
    ...emptyRelation(key, 'composite type', on.born, true),
    columns,
  });
  on.adds(`type ${key}`);
}

export function createRange(stmt: CreateRangeStmt, on: StatementRun): void {
  const key = on.model.qualifyNew(nameOfNodes(stmt.typeName));
  on.model.types.set(key, {
    key,
    kind: 'range',
    definition: canonicalTree(stmt.params),
    born: on.born,
  });
  on.adds(`type ${key}`);
}
