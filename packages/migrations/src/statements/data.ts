import type {
  CopyStmt,
  DeleteStmt,
  InsertStmt,
  MergeStmt,
  Node,
  SelectStmt,
  TruncateStmt,
  UpdateStmt,
} from '@pgsql/types';
import type { Relation } from '../schema/types';
import { constantText, nameOfRange, textsOf, walk } from '../sql/nodes';
import { readsOnly } from './query';
import type { StatementRun } from './StatementRun';
import { selectInto } from './views';
import { effectfulCalls, volatilityOf } from './volatility';

/** Functions that are called for each row, and triggers that fire, may do anything. */
function sideEffects(stmt: object, table: Relation, on: StatementRun): void {
  const called = effectfulCalls(stmt, on.model);
  if (called.length > 0) {
    on.unknown(
      `what ${called.join(', ')}() does is not known`,
      'calls-function',
    );
  }
  const prefix = 'trigger ';
  const fires = [...on.model.objects.values()].filter(
    ({ key, on: owner }) => owner === table.key && key.startsWith(prefix),
  );
  for (const { key } of fires) {
    on.unknown(`what ${key} does when it fires is not known`, 'calls-function');
  }
}

export function insert(stmt: InsertStmt, on: StatementRun): void {
  const table = on.model.require(nameOfRange(stmt.relation));
  on.lock(table, 'ROW EXCLUSIVE');
  sideEffects(stmt, table, on);
  withClauses(stmt.withClause, on);
  if (stmt.onConflictClause?.action === 'ONCONFLICT_UPDATE') {
    if (!on.isNew(table))
      on.loses(
        `values of ${table.key} that are overwritten`,
        'update-rows',
        false,
      );
  }
  if (!on.isNew(table) && !table.temporary) {
    on.add({ kind: 'writes-rows', relation: table.key });
  }
}

/** `UPDATE`: the old values are gone, unless the columns are as new as the script. */
export function update(stmt: UpdateStmt, on: StatementRun): void {
  const table = on.model.require(nameOfRange(stmt.relation));
  on.lock(table, 'ROW EXCLUSIVE');
  sideEffects(stmt, table, on);
  withClauses(stmt.withClause, on);
  if (on.isNew(table) || table.temporary) return;
  const columns = (stmt.targetList ?? []).flatMap(node =>
    'ResTarget' in node ? node.ResTarget.name ?? [] : [],
  );
  const overwritten = columns.filter(
    name => !on.isNew(on.model.requireColumn(table, name)),
  );
  if (overwritten.length > 0) {
    on.loses(
      `the former values of ${overwritten.join(', ')} of ${table.key}`,
      'update-rows',
    );
  }
  if (!stmt.whereClause) {
    on.add({
      kind: 'scans',
      relation: table.key,
      mode: 'ROW EXCLUSIVE',
      rule: 'update-all-rows',
      why: `each row of ${table.key} is written`,
    });
  }
}

export function remove(stmt: DeleteStmt, on: StatementRun): void {
  const table = on.model.require(nameOfRange(stmt.relation));
  on.lock(table, 'ROW EXCLUSIVE');
  sideEffects(stmt, table, on);
  withClauses(stmt.withClause, on);
  if (on.isNew(table) || table.temporary) return;
  on.add({ kind: 'deletes-rows', relation: table.key });
  on.loses(
    `${stmt.whereClause ? 'the rows that are deleted from' : 'all rows of'} ${
      table.key
    }`,
    'delete-rows',
  );
}

export function merge(stmt: MergeStmt, on: StatementRun): void {
  const table = on.model.require(nameOfRange(stmt.relation));
  on.lock(table, 'ROW EXCLUSIVE');
  sideEffects(stmt, table, on);
  if (on.isNew(table)) return;
  on.add({ kind: 'writes-rows', relation: table.key });
  on.loses(
    `rows and values of ${table.key} that MERGE replaces`,
    'update-rows',
    false,
  );
}

export function copy(stmt: CopyStmt, on: StatementRun): void {
  if (stmt.query && !readsOnly(stmt.query, on)) {
    on.unknown('what the query of COPY does is not known', 'calls-function');
  }
  if (!stmt.is_from || !stmt.relation) return;
  const table = on.model.require(nameOfRange(stmt.relation));
  on.lock(table, 'ROW EXCLUSIVE');
  if (!on.isNew(table)) on.add({ kind: 'writes-rows', relation: table.key });
}

export function truncate(stmt: TruncateStmt, on: StatementRun): void {
  const named = (stmt.relations ?? []).flatMap(node =>
    'RangeVar' in node ? on.model.require(nameOfRange(node.RangeVar)) : [],
  );
  const reached = new Map<string, Relation>();
  const reach = (table: Relation) => {
    if (reached.has(table.key)) return;
    reached.set(table.key, table);
    on.model.descendantsOf(table.key).forEach(reach);
    if (stmt.behavior !== 'DROP_CASCADE') return;
    for (const { relation } of on.model.referencesTo(table.key))
      reach(relation);
  };
  named.forEach(reach);
  if (stmt.behavior === 'DROP_CASCADE' && !on.model.isWhole) {
    on.unknown(
      'which other tables TRUNCATE ... CASCADE empties is not known',
      'cascade',
    );
  }
  for (const table of reached.values()) {
    on.lock(table, 'ACCESS EXCLUSIVE');
    if (on.isNew(table) || table.temporary || table.partitioned) continue;
    on.rewrite(table, `${table.key} gets an empty file`, { empties: true });
    on.loses(`all rows of ${table.key}`, 'truncate');
    on.add({ kind: 'deletes-rows', relation: table.key });
  }
}

/** Functions that are called for what they do to the session, or to a sequence. */
const SESSION = new Set([
  'set_config',
  'pg_advisory_lock',
  'pg_advisory_xact_lock',
  'pg_advisory_unlock',
  'pg_sleep',
]);

/** A `SELECT` on its own: it reads, or it calls a function for what that does. */
export function select(stmt: SelectStmt, on: StatementRun): void {
  if (stmt.intoClause) {
    selectInto(stmt, on);
    return;
  }
  withClauses(stmt.withClause, on);
  const node: Node = { SelectStmt: stmt };
  if (readsOnly(node, on)) return;
  const called: string[] = [];
  walk(node, (name, value) => {
    if (
      name === 'FuncCall' &&
      'funcname' in value &&
      Array.isArray(value.funcname)
    ) {
      const names = textsOf(value.funcname);
      called.push(names[names.length - 1] ?? '');
      if (names[names.length - 1] === 'set_config') setSearchPath(value, on);
    }
  });
  const unknown = called.filter(
    name => !SESSION.has(name) && !isSteady(name, on),
  );
  if (unknown.every(name => name === 'setval' || name === 'nextval')) {
    if (unknown.length > 0)
      on.loses('the position of a sequence', 'drop-sequence', false);
    return;
  }
  on.unknown(
    `what ${unknown.join(', ')}() does is not known`,
    'calls-function',
  );
}

function isSteady(name: string, on: StatementRun): boolean {
  return (
    volatilityOf(
      { FuncCall: { funcname: [{ String: { sval: name } }] } },
      on.model,
    ) === 'steady'
  );
}

/** `SELECT pg_catalog.set_config('search_path', '', false)`, as pg_dump writes it. */
function setSearchPath(call: object, on: StatementRun): void {
  if (!('args' in call) || !Array.isArray(call.args)) return;
  const [name, value] = call.args.map(constantText);
  if (name !== 'search_path') return;
  on.model.searchPath = (value ?? '')
    .split(',')
    .map(part => part.trim().replace(/^"(.*)"$/, '$1'))
    .filter(part => part !== '');
}

/** `WITH x AS (DELETE ...)`: what stands there is done as well. */
function withClauses(clause: { ctes?: Node[] } | undefined, on: StatementRun) {
  for (const cte of clause?.ctes ?? []) {
    if (!('CommonTableExpr' in cte)) continue;
    const { ctequery } = cte.CommonTableExpr;
    if (!ctequery) continue;
    if ('InsertStmt' in ctequery) insert(ctequery.InsertStmt, on);
    else if ('UpdateStmt' in ctequery) update(ctequery.UpdateStmt, on);
    else if ('DeleteStmt' in ctequery) remove(ctequery.DeleteStmt, on);
    else if ('MergeStmt' in ctequery) merge(ctequery.MergeStmt, on);
  }
}
