import type { Constraint as ConstraintNode } from '@pgsql/types';
import type { Constraint, Relation } from '../schema/types';
import { canonicalTree } from '../sql/nodes';
import { emptyRelation } from '../schema/SchemaModel';
import type { LockMode } from './locks';
import { schemaOf } from './names';
import { readConstraint } from './readConstraint';
import type { StatementRun } from './StatementRun';

/** Where a constraint comes from decides what has to be read for it. */
interface Adding {
  /** The column beside which it stands. Absent: it is the table's. */
  readonly ofColumn?: string;
  /** The column is added in the same command, and each row holds the same in it. */
  readonly columnIsNew?: boolean;
  /** The column is new, and null in each row. */
  readonly columnIsNull?: boolean;
}

/**
 * Adds a constraint to a table and says what it takes.
 *
 * Foreign keys lock both tables with SHARE ROW EXCLUSIVE, all others their table with
 * ACCESS EXCLUSIVE (ALTER TABLE, "ADD table_constraint").
 */
export function addConstraint(
  node: ConstraintNode,
  relation: Relation,
  on: StatementRun,
  adding: Adding = {},
): LockMode {
  const constraint = readConstraint(node, relation, on, adding.ofColumn);
  if (!constraint) return 'ACCESS EXCLUSIVE';
  keepConstraint(constraint, relation, on);
  const isNew = on.isNew(relation);
  const what = `${constraint.kind} ${constraint.name} on ${relation.key}`;
  switch (constraint.kind) {
    case 'foreign key': {
      const target = constraint.references
        ? on.model.relations.get(constraint.references)
        : undefined;
      on.lock(target, 'SHARE ROW EXCLUSIVE');
      const reads = constraint.validated && !adding.columnIsNull;
      if (reads) {
        on.scan(
          relation,
          `${what} is checked for every row`,
          'SHARE ROW EXCLUSIVE',
        );
        if (target && target.key !== relation.key && !isNew) {
          on.scan(target, `${what} is looked up in it`, 'SHARE ROW EXCLUSIVE');
        }
      }
      if (!isNew && constraint.enforced && !adding.columnIsNew) {
        on.tightens(what, 'add-constraint');
        if (reads) on.mayFail(what, 'add-constraint');
      }
      return 'SHARE ROW EXCLUSIVE';
    }
    case 'check': {
      if (constraint.validated) {
        on.scan(
          relation,
          `${what} is checked for every row`,
          'ACCESS EXCLUSIVE',
        );
      }
      if (!isNew && constraint.enforced && !adding.columnIsNew) {
        on.tightens(what, 'add-constraint');
        if (constraint.validated) on.mayFail(what, 'add-constraint');
      }
      return 'ACCESS EXCLUSIVE';
    }
    case 'not null': {
      const [column = ''] = constraint.columns;
      if (constraint.validated) setNotNull(column, relation, on);
      else if (!isNew) on.tightens(what, 'set-not-null');
      return 'ACCESS EXCLUSIVE';
    }
    case 'primary key':
      for (const column of constraint.columns) {
        setNotNull(column, relation, on, node.indexname !== undefined);
      }
      break;
    default:
  }
  if (node.indexname === undefined) {
    on.scan(
      relation,
      `the index of ${what} is built`,
      'ACCESS EXCLUSIVE',
      'index-under-lock',
    );
  }
  if (!isNew && !adding.columnIsNew) {
    on.tightens(what, 'add-constraint');
    if (node.indexname === undefined) on.mayFail(what, 'add-constraint');
  }
  return 'ACCESS EXCLUSIVE';
}

/** Puts it into the model, with the index that stands behind it. */
function keepConstraint(
  constraint: Constraint,
  relation: Relation,
  on: StatementRun,
): void {
  const { model } = on;
  const current = model.relations.get(relation.key);
  if (!current) return;
  model.update(relation.key, {
    constraints: new Map(current.constraints).set(constraint.name, constraint),
  });
  if (!['primary key', 'unique', 'exclusion'].includes(constraint.kind)) return;
  const key = `${schemaOf(relation.key)}.${constraint.name}`;
  model.relations.set(key, {
    ...emptyRelation(key, 'index', on.born, true),
    table: relation.key,
    uses: constraint.columns,
    unique: true,
    definition: canonicalTree({ of: constraint.definition }),
  });
}

/** What keeps a column from being null makes PostgreSQL 12 and later read nothing for it. */
export function setNotNull(
  name: string,
  relation: Relation,
  on: StatementRun,
  /** A primary key of columns that may be null reads the table for them, too. */
  quiet = false,
): void {
  const current = on.model.relations.get(relation.key) ?? relation;
  const column = on.model.requireColumn(current, name);
  if (column?.notNull === true) return;
  const proven = [...current.constraints.values()].some(
    ({ provesNotNull, enforced, validated }) =>
      enforced && validated && provesNotNull.includes(name),
  );
  on.model.updateColumn(relation.key, name, { notNull: true });
  if (on.isNew(relation) || on.isNew(column)) return;
  const what = `column ${name} of ${relation.key}`;
  if (!proven) {
    on.scan(
      relation,
      `${what} is looked through for nulls`,
      'ACCESS EXCLUSIVE',
      'set-not-null-scan',
    );
  }
  if (quiet) return;
  on.tightens(`${what} no longer takes null`, 'set-not-null');
  if (!proven) on.mayFail(`${what} may hold nulls`, 'set-not-null');
}

/** `DROP CONSTRAINT`: what it forbade is allowed. */
export function dropConstraint(
  name: string,
  relation: Relation,
  on: StatementRun,
  { missingOk = false, cascade = false } = {},
): void {
  const { model } = on;
  const current = model.relations.get(relation.key) ?? relation;
  const nulls = [...current.columns.values()].find(
    column =>
      column.notNull === true &&
      !current.constraints.has(name) &&
      name === `${relation.key.split('.')[1]}_${column.name}_not_null`,
  );
  if (nulls) {
    model.updateColumn(relation.key, nulls.name, { notNull: false });
    on.loosens(`column ${nulls.name} of ${relation.key} takes null`);
    return;
  }
  if (missingOk && current.complete && !current.constraints.has(name)) return;
  const constraint = model.requireConstraint(current, name);
  removeConstraint(name, relation, on);
  if (cascade) dropReferences(name, relation, on);
  if (!constraint) return;
  if (constraint.references) {
    on.lock(model.relations.get(constraint.references), 'ACCESS EXCLUSIVE');
  }
  if (constraint.kind === 'not null') {
    for (const column of constraint.columns) {
      model.updateColumn(relation.key, column, { notNull: false });
    }
  }
  if (on.isNew(constraint)) return;
  const what = `${
    constraint.kind === 'unknown' ? 'constraint' : constraint.kind
  } ${name} on ${relation.key}`;
  on.loosens(`${what} is dropped`);
  if (constraint.kind === 'primary key' || constraint.kind === 'unique') {
    on.tightens(
      `${what} is gone, and with it what ON CONFLICT needs`,
      'drop-unique',
    );
  }
}

/** With CASCADE the foreign keys go that need the constraint; any to the table may. */
function dropReferences(
  name: string,
  relation: Relation,
  on: StatementRun,
): void {
  if (!on.model.isWhole) {
    on.unknown(
      `what else CASCADE drops with ${name} of ${relation.key} is not known`,
      'cascade',
    );
  }
  for (const { relation: other, constraint } of on.model.referencesTo(
    relation.key,
  )) {
    on.lock(other, 'ACCESS EXCLUSIVE');
    removeConstraint(constraint.name, other, on);
    on.loosens(`${constraint.name} of ${other.key} goes with ${name}`);
  }
}

function removeConstraint(
  name: string,
  relation: Relation,
  { model }: StatementRun,
): void {
  const current = model.relations.get(relation.key);
  if (!current) return;
  const constraints = new Map(current.constraints);
  constraints.delete(name);
  model.update(relation.key, { constraints });
  const index = `${schemaOf(relation.key)}.${name}`;
  if (model.relations.get(index)?.kind === 'index') {
    model.relations.delete(index);
  }
}

/** `VALIDATE CONSTRAINT`, which lets everybody work on. */
export function validateConstraint(
  name: string,
  relation: Relation,
  on: StatementRun,
): void {
  const { model } = on;
  const current = model.relations.get(relation.key) ?? relation;
  const constraint = model.requireConstraint(current, name);
  if (!constraint) return;
  const latest = model.relations.get(relation.key) ?? current;
  model.update(relation.key, {
    constraints: new Map(latest.constraints).set(name, {
      ...constraint,
      validated: true,
    }),
  });
  if (constraint.kind === 'not null') {
    for (const column of constraint.columns) {
      model.updateColumn(relation.key, column, { notNull: true });
    }
  }
  if (!constraint.validated && !on.isNew(relation)) {
    on.mayFail(`rows of ${relation.key} may break ${name}`, 'add-constraint');
  }
}
