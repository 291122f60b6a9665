import type { IndexStmt, Node, ReindexStmt } from '@pgsql/types';
import { emptyRelation } from '../schema/SchemaModel';
import type { Relation } from '../schema/types';
import {
  canonicalTree,
  columnsIn,
  nameOfRange,
  textOf,
  textsOf,
} from '../sql/nodes';
import { chooseName, schemaOf } from './names';
import type { StatementRun } from './StatementRun';

/**
 * `CREATE INDEX`: SHARE on the table, so nobody writes while it is built; CONCURRENTLY
 * takes SHARE UPDATE EXCLUSIVE and cannot run in a transaction.
 */
export function createIndex(stmt: IndexStmt, on: StatementRun): void {
  const { model } = on;
  const table = model.require(nameOfRange(stmt.relation));
  const params = (stmt.indexParams ?? []).flatMap(node =>
    'IndexElem' in node ? node.IndexElem : [],
  );
  const columns = params.map(
    ({ name, expr }) => name ?? nameOfExpression(expr),
  );
  const name = stmt.idxname ?? chooseName(model, table, columns, 'idx');
  const key = `${schemaOf(table.key)}.${name}`;
  if (stmt.if_not_exists && model.relations.has(key)) return;
  if (stmt.if_not_exists && !model.isWhole) {
    on.unknown(
      `whether index ${key} is there already is not known`,
      'not-known-whether-there',
    );
  }
  if (stmt.concurrent) on.needsNoTransaction('CREATE INDEX CONCURRENTLY');
  model.relations.set(key, {
    ...emptyRelation(key, 'index', on.born, true),
    table: table.key,
    unique: stmt.unique === true,
    uses: [
      ...params.flatMap(param => param.name ?? columnsIn(param.expr)),
      ...columnsIn(stmt.whereClause),
      ...(stmt.indexIncludingParams ?? []).flatMap(node =>
        'IndexElem' in node ? node.IndexElem.name ?? [] : [],
      ),
    ],
    definition: canonicalTree({
      ...stmt,
      idxname: name,
      concurrent: false,
      if_not_exists: false,
    }),
  });
  const mode = stmt.concurrent ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE';
  on.lock(table, mode);
  for (const heir of table.partitioned ? model.descendantsOf(table.key) : []) {
    on.lock(heir, mode);
    on.scan(heir, `index ${key} is built`, mode, 'index-blocks-writes');
  }
  on.scan(table, `index ${key} is built`, mode, 'index-blocks-writes');
  if (stmt.unique && !on.isNew(table)) {
    on.tightens(`unique index ${key} on ${table.key}`, 'add-constraint');
    on.mayFail(`unique index ${key} on ${table.key}`, 'add-constraint');
  }
}

/** What an index over an expression is called after (`FigureIndexColname`). */
function nameOfExpression(node: Node | undefined): string {
  if (!node) return 'expr';
  if ('FuncCall' in node) {
    const names = textsOf(node.FuncCall.funcname);
    return names[names.length - 1] ?? 'expr';
  }
  if ('CoalesceExpr' in node) return 'coalesce';
  if ('ColumnRef' in node) return textOf(node.ColumnRef.fields?.[0]) ?? 'expr';
  if ('TypeCast' in node) return nameOfExpression(node.TypeCast.arg);
  return 'expr';
}

/** `DROP INDEX` locks the table, too; CONCURRENTLY lets everybody work on. */
export function dropIndex(
  index: Relation,
  concurrently: boolean,
  on: StatementRun,
): void {
  const { model } = on;
  if (concurrently) on.needsNoTransaction('DROP INDEX CONCURRENTLY');
  const table =
    index.table === undefined ? undefined : model.relations.get(index.table);
  const mode = concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
  if (table) {
    on.lock(table, mode);
    // Each partition has an index of its own that goes with it.
    for (const heir of table.partitioned
      ? model.descendantsOf(table.key)
      : []) {
      on.lock(heir, mode);
    }
  } else if (!on.isNew(index)) on.lock(index, mode);
  model.relations.delete(index.key);
  if (on.isNew(index)) return;
  if (index.unique) {
    on.tightens(
      `unique index ${index.key}, and with it what ON CONFLICT needs`,
      'drop-unique',
    );
    on.loosens(`unique index ${index.key} is dropped`);
  }
}

/** `REINDEX`: SHARE on the table, ACCESS EXCLUSIVE on the indexes. */
export function reindex(stmt: ReindexStmt, on: StatementRun): void {
  const { model } = on;
  const concurrently = (stmt.params ?? []).some(isConcurrently);
  if (concurrently) on.needsNoTransaction('REINDEX CONCURRENTLY');
  if (!stmt.relation) {
    on.needsNoTransaction('REINDEX of a schema or a database');
    on.unknown('which relations REINDEX locks is not known');
    return;
  }
  const named = model.require(
    nameOfRange(stmt.relation),
    stmt.kind === 'REINDEX_OBJECT_INDEX' ? 'index' : 'table',
  );
  const table =
    named.table === undefined
      ? named
      : model.relations.get(named.table) ?? named;
  const mode = concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE';
  on.lock(table, mode);
  if (!concurrently) {
    for (const index of named.kind === 'index'
      ? [named]
      : model.indexesOf(table.key)) {
      on.lock(index, 'ACCESS EXCLUSIVE');
    }
    on.scan(
      table,
      `the indexes of ${table.key} are built anew`,
      mode,
      'index-blocks-writes',
    );
  }
}

function isConcurrently(node: Node): boolean {
  return 'DefElem' in node && node.DefElem.defname === 'concurrently';
}
