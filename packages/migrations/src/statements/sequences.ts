import type { AlterSeqStmt, CreateSeqStmt, Node } from '@pgsql/types';
import { emptyRelation } from '../schema/SchemaModel';
import { canonicalTree, nameOf, nameOfRange, partsOf } from '../sql/nodes';
import type { StatementRun } from './StatementRun';

export function createSequence(stmt: CreateSeqStmt, on: StatementRun): void {
  const key = on.model.qualifyNew(nameOfRange(stmt.sequence));
  if (stmt.if_not_exists && on.model.relations.has(key)) return;
  on.model.relations.set(key, {
    ...emptyRelation(key, 'sequence', on.born, true),
    definition: canonicalTree(optionsOf(stmt.options)),
    ...ownerOf(stmt.options, on),
  });
  on.adds(`sequence ${key}`);
}

/** ALTER SEQUENCE waits for those who take numbers: SHARE ROW EXCLUSIVE. */
export function alterSequence(stmt: AlterSeqStmt, on: StatementRun): void {
  const sequence = on.model.require(nameOfRange(stmt.sequence), 'sequence');
  on.lock(sequence, 'SHARE ROW EXCLUSIVE');
  const options = optionsOf(stmt.options);
  const changed = Object.keys(options).filter(name => name !== 'owned_by');
  on.model.update(sequence.key, {
    ...ownerOf(stmt.options, on),
    ...(changed.length > 0 && {
      definition: canonicalTree({ was: sequence.definition, then: options }),
    }),
  });
  if (!on.isNew(sequence) && 'restart' in options) {
    on.loses(`the position of ${sequence.key}`, 'drop-sequence');
  }
}

function optionsOf(options: readonly Node[] = []): Record<string, string> {
  return Object.fromEntries(
    options.flatMap(node =>
      'DefElem' in node
        ? [[node.DefElem.defname ?? '', canonicalTree(node.DefElem.arg)]]
        : [],
    ),
  );
}

/** `OWNED BY accounts.id`: it goes with that column. */
function ownerOf(options: readonly Node[] = [], on: StatementRun) {
  for (const node of options) {
    if (!('DefElem' in node) || node.DefElem.defname !== 'owned_by') continue;
    const parts = partsOf(node.DefElem.arg);
    if (parts.length < 2) return { table: undefined, uses: [] };
    const table = on.model.require(nameOf(parts.slice(0, -1)));
    return { table: table.key, uses: [parts[parts.length - 1] ?? ''] };
  }
  return {};
}
