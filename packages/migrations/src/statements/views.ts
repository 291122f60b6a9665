import type {
  CreateTableAsStmt,
  Node,
  RangeVar,
  RefreshMatViewStmt,
  SelectStmt,
  ViewStmt,
} from '@pgsql/types';
import { emptyRelation } from '../schema/SchemaModel';
import { canonicalTree, nameOfRange, relationsIn } from '../sql/nodes';
import { readsOnly } from './query';
import type { StatementRun } from './StatementRun';

/** The relations that a query reads, by their full names. */
function readBy(query: Node | undefined, on: StatementRun): string[] {
  return relationsIn({ query }).map(name => on.model.qualify(name));
}

/** `CREATE VIEW`; `OR REPLACE` keeps old readers out while it lasts. */
export function createView(stmt: ViewStmt, on: StatementRun): void {
  const { model } = on;
  const key = model.qualifyNew(nameOfRange(stmt.view));
  const known = model.relations.get(key);
  if (known && stmt.replace) on.lock(known, 'ACCESS EXCLUSIVE');
  const definition = canonicalTree({
    query: stmt.query,
    aliases: stmt.aliases,
    check: stmt.withCheckOption,
  });
  model.relations.set(key, {
    ...(known ?? emptyRelation(key, 'view', on.born, false)),
    definition,
    uses: readBy(stmt.query, on),
    temporary: stmt.view?.relpersistence === 't',
  });
  for (const option of stmt.options ?? []) {
    if (!('DefElem' in option)) continue;
    on.setSetting(
      key,
      `parameter ${option.DefElem.defname}`,
      canonicalTree(option.DefElem.arg),
    );
  }
  if (!known && stmt.replace && !model.isWhole) {
    on.unknown(
      `whether view ${key} is there already is not known`,
      'not-known-whether-there',
    );
  }
  if (!known) on.adds(`view ${key}`);
  else if (!on.isNew(known) && known.definition !== definition) {
    on.adds(`another view ${key}`);
    on.tightens(`view ${key} shows something else`, 'replace-object');
  }
}

/** `CREATE TABLE ... AS`, `CREATE MATERIALIZED VIEW` and `SELECT ... INTO`. */
export function createTableAs(stmt: CreateTableAsStmt, on: StatementRun): void {
  const kind =
    stmt.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
  createFromQuery(kind, stmt.into?.rel, stmt.query, on, stmt.if_not_exists);
}

export function selectInto(stmt: SelectStmt, on: StatementRun): void {
  createFromQuery('table', stmt.intoClause?.rel, { SelectStmt: stmt }, on);
}

function createFromQuery(
  kind: 'materialized view' | 'table',
  range: RangeVar | undefined,
  query: Node | undefined,
  on: StatementRun,
  ifNotExists = false,
): void {
  const key = on.model.qualifyNew(nameOfRange(range));
  if (ifNotExists && on.model.relations.has(key)) return;
  if (query && !readsOnly(query, on)) {
    on.unknown(
      `the query that fills ${key} calls functions that are not known`,
      'calls-function',
    );
  }
  on.model.relations.set(key, {
    ...emptyRelation(key, kind, on.born, false),
    definition: canonicalTree(query),
    uses: kind === 'table' ? [] : readBy(query, on),
    temporary: range?.relpersistence === 't',
  });
  on.adds(`${kind} ${key}`);
}

/** `REFRESH MATERIALIZED VIEW`: readers wait, unless it is done CONCURRENTLY. */
export function refreshView(stmt: RefreshMatViewStmt, on: StatementRun): void {
  const view = on.model.require(
    nameOfRange(stmt.relation),
    'materialized view',
  );
  if (stmt.concurrent) {
    on.lock(view, 'EXCLUSIVE');
    on.scan(view, `${view.key} is held against what it should be`, 'EXCLUSIVE');
    return;
  }
  on.lock(view, 'ACCESS EXCLUSIVE');
  on.rewrite(view, `${view.key} is filled anew`);
}
