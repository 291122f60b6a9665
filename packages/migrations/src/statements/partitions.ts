import type { AlterTableCmd } from '@pgsql/types';
import type { Relation } from '../schema/types';
import { nameOfRange } from '../sql/nodes';
import type { LockMode } from './locks';
import type { StatementRun } from './StatementRun';

function partitionOf(cmd: AlterTableCmd) {
  return cmd.def && 'PartitionCmd' in cmd.def ? cmd.def.PartitionCmd : {};
}

/** `ATTACH PARTITION`: the parent stays in use, the partition is looked through. */
export function attachPartition(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const { name } = partitionOf(cmd);
  if (relation.kind === 'index') return 'SHARE UPDATE EXCLUSIVE';
  const partition = on.model.require(nameOfRange(name));
  on.lock(partition, 'ACCESS EXCLUSIVE');
  on.scan(
    partition,
    `each row of ${partition.key} is held against the bounds`,
    'ACCESS EXCLUSIVE',
  );
  for (const other of on.model.descendantsOf(relation.key)) {
    if (other.settings.get('bound') === 'default') {
      on.lock(other, 'ACCESS EXCLUSIVE');
      on.scan(
        other,
        `${other.key} is looked through for rows of the new partition`,
        'ACCESS EXCLUSIVE',
      );
    }
  }
  on.model.update(partition.key, { parents: [relation.key] });
  on.adds(`partition ${partition.key} of ${relation.key}`);
  return 'SHARE UPDATE EXCLUSIVE';
}

/** `DETACH PARTITION`: who reads the parent does not see its rows any more. */
export function detachPartition(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const { name, concurrent } = partitionOf(cmd);
  const partition = on.model.require(nameOfRange(name));
  if (concurrent) on.needsNoTransaction('DETACH PARTITION ... CONCURRENTLY');
  on.model.update(partition.key, { parents: [] });
  if (!on.isNew(partition)) {
    on.removes(
      `the rows of ${partition.key} from ${relation.key}`,
      'detach-partition',
    );
  }
  if (concurrent || cmd.subtype === 'AT_DetachPartitionFinalize') {
    on.lock(partition, 'ACCESS EXCLUSIVE');
    return 'SHARE UPDATE EXCLUSIVE';
  }
  on.lock(partition, 'ACCESS EXCLUSIVE');
  for (const other of on.model.descendantsOf(relation.key)) {
    if (other.settings.get('bound') === 'default')
      on.lock(other, 'ACCESS EXCLUSIVE');
  }
  return 'ACCESS EXCLUSIVE';
}

/** `INHERIT` and `NO INHERIT`. */
export function inherit(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const range = cmd.def && 'RangeVar' in cmd.def ? cmd.def.RangeVar : undefined;
  const parent = on.model.require(nameOfRange(range));
  if (cmd.subtype === 'AT_AddInherit') {
    on.lock(parent, 'SHARE UPDATE EXCLUSIVE');
    on.model.update(relation.key, {
      parents: [...relation.parents, parent.key],
    });
    on.adds(`the rows of ${relation.key} in ${parent.key}`);
  } else {
    on.model.update(relation.key, {
      parents: relation.parents.filter(key => key !== parent.key),
    });
    on.removes(
      `the rows of ${relation.key} from ${parent.key}`,
      'detach-partition',
    );
  }
  return 'ACCESS EXCLUSIVE';
}
