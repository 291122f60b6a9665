import type { AlterTableCmd } from '@pgsql/types';
import { emptyRelation } from '../schema/SchemaModel';
import type { Relation } from '../schema/types';
import { nameOfNodes } from '../sql/nodes';
import { addConstraint } from './constraints';
import { strongest, type LockMode } from './locks';
import { chooseName, schemaOf } from './names';
import { readColumn, type DeclaredColumn } from './readColumn';
import type { StatementRun } from './StatementRun';
import { volatilityOf } from './volatility';

/**
 * `ADD COLUMN`. Since PostgreSQL 11 a default that is the same for all rows is kept in
 * the catalog and rewrites nothing; one that differs from row to row, a stored generated
 * column, an identity and a domain with constraints do (ALTER TABLE, Notes).
 */
export function addColumn(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  if (!cmd.def || !('ColumnDef' in cmd.def)) return 'ACCESS EXCLUSIVE';
  const declared = readColumn(cmd.def.ColumnDef, on);
  const { column } = declared;
  const what = `column ${column.name} of ${relation.key}`;
  if (cmd.missing_ok && relation.columns.has(column.name)) {
    return 'ACCESS EXCLUSIVE';
  }
  if (cmd.missing_ok && !relation.complete) {
    on.unknown(
      `whether ${what} is there already is not known`,
      'not-known-whether-there',
    );
  }
  for (const one of [relation, ...on.model.descendantsOf(relation.key)]) {
    const { columns } = on.model.relations.get(one.key) ?? one;
    on.model.update(one.key, {
      columns: new Map(columns).set(column.name, column),
    });
    judgeRewrite(declared, cmd.def.ColumnDef.typeName?.names ?? [], one, on);
  }
  if (declared.sequence) addSequence(column.name, relation, on);
  if (!on.isNew(relation)) {
    on.adds(what);
    if (column.notNull && !declared.filled) {
      on.removes(
        `rows of ${relation.key} without ${column.name}`,
        'required-column',
      );
      on.mayFail(
        `${what} would be null in the rows that there are`,
        'required-column',
      );
      on.scan(
        relation,
        `${what} is looked through for nulls`,
        'ACCESS EXCLUSIVE',
      );
    }
  }
  let mode: LockMode = 'ACCESS EXCLUSIVE';
  for (const constraint of declared.constraints) {
    const current = on.model.relations.get(relation.key) ?? relation;
    const needed = addConstraint(constraint, current, on, {
      ofColumn: column.name,
      columnIsNew: true,
      columnIsNull: !declared.filled,
    });
    mode = strongest(needed, mode);
  }
  return mode;
}

/** The sequence of a serial or an identity column. */
export function addSequence(
  column: string,
  relation: Relation,
  on: StatementRun,
): void {
  const name = chooseName(on.model, relation, [column], 'seq');
  const key = `${schemaOf(relation.key)}.${name}`;
  on.model.relations.set(key, {
    ...emptyRelation(key, 'sequence', on.born, true),
    table: relation.key,
    uses: [column],
    definition: '',
  });
}

function judgeRewrite(
  { column, defaultNode, sequence }: DeclaredColumn,
  typeNames: Parameters<typeof nameOfNodes>[0],
  relation: Relation,
  on: StatementRun,
): void {
  // A partitioned table has no rows of its own to write anew.
  if (relation.partitioned) return;
  const what = `column ${column.name} of ${relation.key}`;
  if (sequence) {
    on.rewrite(
      relation,
      `${what} takes a number from a sequence for every row`,
    );
    return;
  }
  if (column.generated === 'stored') {
    on.rewrite(relation, `${what} is worked out for every row`);
    return;
  }
  if (column.generated === 'virtual') return;
  const type = on.model.types.get(on.model.qualify(nameOfNodes(typeNames)));
  if (type?.kind === 'domain' && (type.constraints?.size ?? 0) > 0) {
    on.rewrite(relation, `${what} is of a domain with constraints`);
    return;
  }
  const volatility = volatilityOf(defaultNode, on.model);
  if (volatility === 'volatile') {
    on.rewrite(relation, `${what} has a default that differs from row to row`);
  } else if (volatility === 'unknown') {
    on.rewrite(
      relation,
      `${what} has a default of which it is not known whether it differs from row to row`,
      { certain: false },
    );
  }
}
