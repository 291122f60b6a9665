import type { Node } from '@pgsql/types';
import { walk } from '../sql/nodes';
import type { StatementRun } from './StatementRun';
import { volatilityOf } from './volatility';

/** Whether a query changes nothing: it calls only functions that are known to compute. */
export function readsOnly(query: Node, on: StatementRun): boolean {
  let writes = false;
  walk(query, name => {
    if (
      ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'].includes(name)
    ) {
      writes = true;
    }
  });
  return !writes && volatilityOf(query, on.model) === 'steady';
}
