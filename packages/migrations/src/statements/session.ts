import type {
  ClusterStmt,
  LockStmt,
  Node,
  TransactionStmt,
  VacuumStmt,
  VariableSetStmt,
} from '@pgsql/types';
import { constantText, nameOfRange } from '../sql/nodes';
import { LOCK_MODES } from './locks';
import type { StatementRun } from './StatementRun';

/** `BEGIN` and `COMMIT` in the script itself, whoever runs it. */
export function transaction(stmt: TransactionStmt, on: StatementRun): void {
  switch (stmt.kind) {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START':
      on.script.inTransaction = true;
      break;
    case 'TRANS_STMT_COMMIT':
    case 'TRANS_STMT_ROLLBACK':
      on.script.inTransaction = false;
      on.script.freshEnumValues.clear();
      if (stmt.kind === 'TRANS_STMT_ROLLBACK') {
        on.unknown('what is left after ROLLBACK is not followed');
      }
      break;
    case 'TRANS_STMT_ROLLBACK_TO':
      on.unknown('what is left after ROLLBACK TO is not followed');
      break;
    default:
  }
}

export function setVariable(stmt: VariableSetStmt, on: StatementRun): void {
  if (stmt.name === 'lock_timeout') on.script.limitsWaiting = true;
  if (stmt.name !== 'search_path') return;
  on.model.searchPath =
    stmt.kind === 'VAR_SET_VALUE'
      ? (stmt.args ?? []).map(constantText)
      : ['public'];
}

export function lockTables(stmt: LockStmt, on: StatementRun): void {
  for (const node of stmt.relations ?? []) {
    if (!('RangeVar' in node)) continue;
    const mode = LOCK_MODES[(stmt.mode ?? 8) - 1] ?? 'ACCESS EXCLUSIVE';
    const relation = on.model.require(nameOfRange(node.RangeVar));
    on.lock(relation, mode);
    if (node.RangeVar.inh) {
      for (const heir of on.model.descendantsOf(relation.key))
        on.lock(heir, mode);
    }
  }
}

export function vacuum(stmt: VacuumStmt, on: StatementRun): void {
  const isFull = (stmt.options ?? []).some(isNamed('full'));
  if (stmt.is_vacuumcmd) on.needsNoTransaction('VACUUM');
  const named = (stmt.rels ?? []).flatMap(node =>
    'VacuumRelation' in node
      ? on.model.require(nameOfRange(node.VacuumRelation.relation))
      : [],
  );
  if (named.length === 0 && isFull) {
    on.unknown('VACUUM FULL rewrites every table of the database');
  }
  for (const relation of named) {
    on.lock(relation, isFull ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE');
    if (isFull)
      on.rewrite(relation, `${relation.key} is packed by VACUUM FULL`);
  }
}

export function cluster(stmt: ClusterStmt, on: StatementRun): void {
  if (!stmt.relation) {
    on.unknown(
      'CLUSTER without a table rewrites every table that was clustered',
    );
    return;
  }
  const relation = on.model.require(nameOfRange(stmt.relation));
  on.lock(relation, 'ACCESS EXCLUSIVE');
  on.rewrite(relation, `${relation.key} is put in the order of an index`);
  if (stmt.indexname) on.setSetting(relation.key, 'cluster', stmt.indexname);
}

function isNamed(name: string) {
  return (node: Node) => 'DefElem' in node && node.DefElem.defname === name;
}
