import type { AlterTableCmd, AlterTableStmt } from '@pgsql/types';
import type { Relation, RelationKind } from '../schema/types';
import { canonicalTree, nameOfRange } from '../sql/nodes';
import { addColumn } from './addColumn';
import { alterColumnType } from './alterColumnType';
import { alterComposite } from './alterComposite';
import type { AlterTableHandler } from './AlterTableHandler';
import {
  addIdentity,
  alterConstraint,
  columnSetting,
  dropExpression,
  dropIdentity,
  dropNotNull,
  setDefault,
  setExpression,
} from './columnCommands';
import {
  addConstraint,
  dropConstraint,
  setNotNull,
  validateConstraint,
} from './constraints';
import { dropColumn } from './dropColumn';
import { strongest, type LockMode } from './locks';
import { attachPartition, detachPartition, inherit } from './partitions';
import type { StatementRun } from './StatementRun';
import {
  persistence,
  relationOptions,
  replicaIdentity,
  rowSecurity,
  setting,
  trigger,
} from './tableCommands';

const KINDS: Readonly<Record<string, RelationKind>> = {
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_INDEX: 'index',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TYPE: 'composite type',
  OBJECT_VIEW: 'view',
};

const HANDLERS: Readonly<Record<string, AlterTableHandler>> = {
  AT_AddColumn: addColumn,
  AT_DropColumn: dropColumn,
  AT_AlterColumnType: (cmd, relation, on) => {
    alterColumnType(cmd, relation, on);
    return 'ACCESS EXCLUSIVE';
  },
  AT_ColumnDefault: setDefault,
  AT_SetNotNull: (cmd, relation, on) => {
    setNotNull(cmd.name ?? '', relation, on);
    return 'ACCESS EXCLUSIVE';
  },
  AT_DropNotNull: dropNotNull,
  AT_AddConstraint: (cmd, relation, on) =>
    cmd.def && 'Constraint' in cmd.def
      ? addConstraint(cmd.def.Constraint, relation, on)
      : 'ACCESS EXCLUSIVE',
  AT_DropConstraint: (cmd, relation, on) => {
    dropConstraint(cmd.name ?? '', relation, on, {
      missingOk: cmd.missing_ok,
      cascade: cmd.behavior === 'DROP_CASCADE',
    });
    return 'ACCESS EXCLUSIVE';
  },
  AT_ValidateConstraint: (cmd, relation, on) => {
    validateConstraint(cmd.name ?? '', relation, on);
    return 'SHARE UPDATE EXCLUSIVE';
  },
  AT_AlterConstraint: alterConstraint,
  AT_SetExpression: setExpression,
  AT_DropExpression: dropExpression,
  AT_AddIdentity: addIdentity,
  AT_SetIdentity: (cmd, relation, on) => {
    on.setColumnSetting(
      relation.key,
      cmd.name ?? '',
      'identity options',
      canonicalTree(cmd.def),
    );
    return 'ACCESS EXCLUSIVE';
  },
  AT_DropIdentity: dropIdentity,
  AT_SetStatistics: columnSetting('statistics', 'SHARE UPDATE EXCLUSIVE'),
  AT_SetOptions: columnSetting('options', 'SHARE UPDATE EXCLUSIVE'),
  AT_ResetOptions: columnSetting('options', 'SHARE UPDATE EXCLUSIVE', true),
  AT_SetStorage: columnSetting('storage', 'ACCESS EXCLUSIVE'),
  AT_SetCompression: columnSetting('compression', 'ACCESS EXCLUSIVE'),
  AT_SetRelOptions: relationOptions,
  AT_ResetRelOptions: relationOptions,
  AT_ReplaceRelOptions: relationOptions,
  AT_ClusterOn: setting(
    'cluster',
    'SHARE UPDATE EXCLUSIVE',
    ({ name }) => name,
  ),
  AT_DropCluster: setting('cluster', 'SHARE UPDATE EXCLUSIVE'),
  AT_ChangeOwner: (cmd, relation, on) => {
    on.setSetting(relation.key, 'owner', canonicalTree(cmd.newowner));
    on.tightens(`the owner of ${relation.key} is another`, 'change-owner');
    return 'ACCESS EXCLUSIVE';
  },
  AT_SetLogged: persistence('logged'),
  AT_SetUnLogged: persistence('unlogged'),
  AT_SetTableSpace: (cmd, relation, on) => {
    on.setSetting(relation.key, 'tablespace', cmd.name);
    on.rewrite(relation, `${relation.key} is copied to another tablespace`, {
      certain: false,
    });
    return 'ACCESS EXCLUSIVE';
  },
  AT_SetAccessMethod: (cmd, relation, on) => {
    on.setSetting(relation.key, 'access method', cmd.name);
    on.rewrite(relation, `${relation.key} gets another access method`, {
      certain: false,
    });
    return 'ACCESS EXCLUSIVE';
  },
  AT_EnableTrig: trigger('enabled'),
  AT_EnableAlwaysTrig: trigger('always'),
  AT_EnableReplicaTrig: trigger('replica'),
  AT_DisableTrig: trigger('disabled'),
  AT_EnableTrigAll: trigger('enabled'),
  AT_DisableTrigAll: trigger('disabled'),
  AT_EnableTrigUser: trigger('enabled'),
  AT_DisableTrigUser: trigger('disabled'),
  AT_EnableRule: setting(
    'rules',
    'ACCESS EXCLUSIVE',
    ({ name }) => `${name} enabled`,
  ),
  AT_EnableAlwaysRule: setting(
    'rules',
    'ACCESS EXCLUSIVE',
    ({ name }) => `${name} always`,
  ),
  AT_EnableReplicaRule: setting(
    'rules',
    'ACCESS EXCLUSIVE',
    ({ name }) => `${name} replica`,
  ),
  AT_DisableRule: setting(
    'rules',
    'ACCESS EXCLUSIVE',
    ({ name }) => `${name} disabled`,
  ),
  AT_AddInherit: inherit,
  AT_DropInherit: inherit,
  AT_AttachPartition: attachPartition,
  AT_DetachPartition: detachPartition,
  AT_DetachPartitionFinalize: detachPartition,
  AT_ReplicaIdentity: replicaIdentity,
  AT_EnableRowSecurity: rowSecurity('row security', 'on'),
  AT_DisableRowSecurity: rowSecurity('row security', undefined),
  AT_ForceRowSecurity: rowSecurity('forced row security', 'on'),
  AT_NoForceRowSecurity: rowSecurity('forced row security', undefined),
  AT_GenericOptions: setting('options', 'ACCESS EXCLUSIVE', ({ def }) =>
    canonicalTree(def),
  ),
  AT_AlterColumnGenericOptions: columnSetting('options', 'ACCESS EXCLUSIVE'),
};

/**
 * `ALTER TABLE` and its kin. The statement takes the strongest lock that any of its
 * commands needs; which that is follows `AlterTableGetLockLevel`, as the manual says it
 * command by command.
 */
export function alterTable(stmt: AlterTableStmt, on: StatementRun): void {
  const name = nameOfRange(stmt.relation);
  const kind = KINDS[stmt.objtype ?? ''] ?? 'table';
  if (stmt.missing_ok && on.model.knowsAbsence && !on.model.find(name)) return;
  const relation = on.model.require(name, kind);
  if (kind === 'composite type') {
    alterComposite(stmt, relation, on);
    return;
  }
  let mode: LockMode | undefined;
  for (const node of stmt.cmds ?? []) {
    if (!('AlterTableCmd' in node)) continue;
    const current = on.model.relations.get(relation.key) ?? relation;
    mode = strongest(applyCommand(node.AlterTableCmd, current, on), mode);
  }
  if (!mode) return;
  on.lock(relation, mode);
  if (stmt.relation?.inh === true && reachesHeirs(stmt)) {
    for (const heir of on.model.descendantsOf(relation.key)) {
      on.lock(heir, mode);
    }
  }
}

/** Some commands are about the table that is named and no other. */
function reachesHeirs({ cmds = [] }: AlterTableStmt): boolean {
  const alone = new Set([
    'AT_AddInherit',
    'AT_AttachPartition',
    'AT_ChangeOwner',
    'AT_ClusterOn',
    'AT_DetachPartition',
    'AT_DisableRowSecurity',
    'AT_DropCluster',
    'AT_DropInherit',
    'AT_EnableRowSecurity',
    'AT_ForceRowSecurity',
    'AT_NoForceRowSecurity',
    'AT_ReplicaIdentity',
    'AT_ResetRelOptions',
    'AT_SetRelOptions',
    'AT_SetTableSpace',
  ]);
  return cmds.some(
    node =>
      'AlterTableCmd' in node && !alone.has(node.AlterTableCmd.subtype ?? ''),
  );
}

function applyCommand(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const handler = HANDLERS[cmd.subtype ?? ''];
  if (!handler) {
    on.unknown(`${cmd.subtype ?? 'a command'} of ALTER TABLE is not known`);
    return 'ACCESS EXCLUSIVE';
  }
  return handler(cmd, relation, on);
}
