import type { AlterTableCmd } from '@pgsql/types';
import type { Relation } from '../schema/types';
import { canonicalTree } from '../sql/nodes';
import type { AlterTableHandler } from './AlterTableHandler';
import type { LockMode } from './locks';
import type { StatementRun } from './StatementRun';

/** A command that sets a property of a table. */
export function setting(
  name: string,
  mode: LockMode,
  value: (cmd: AlterTableCmd) => string | undefined = () => undefined,
): AlterTableHandler {
  return (cmd, relation, on) => {
    on.setSetting(relation.key, name, value(cmd));
    return mode;
  };
}

/**
 * Parameters that planner and autovacuum read take a weak lock; those that change what a
 * view or an index does take the strongest (`lockmode` in reloptions.c).
 */
const STRONG_OPTIONS = new Set([
  'autosummarize',
  'buffering',
  'check_option',
  'fastupdate',
  'gin_pending_list_limit',
  'pages_per_range',
  'security_barrier',
  'security_invoker',
  'user_catalog_table',
]);

/** `SET (...)` and `RESET (...)`. */
export function relationOptions(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const items = cmd.def && 'List' in cmd.def ? cmd.def.List.items ?? [] : [];
  let mode: LockMode = 'SHARE UPDATE EXCLUSIVE';
  for (const item of items) {
    if (!('DefElem' in item)) continue;
    const { defname = '', arg } = item.DefElem;
    const isReset = cmd.subtype === 'AT_ResetRelOptions';
    on.setSetting(
      relation.key,
      `parameter ${defname}`,
      isReset ? undefined : canonicalTree(arg),
    );
    if (STRONG_OPTIONS.has(defname)) mode = 'ACCESS EXCLUSIVE';
  }
  return mode;
}

/** `SET LOGGED` and `SET UNLOGGED`. */
export function persistence(to: 'logged' | 'unlogged'): AlterTableHandler {
  return (_, relation, on) => {
    const was = relation.settings.get('persistence') ?? 'logged';
    on.setSetting(
      relation.key,
      'persistence',
      to === 'logged' ? undefined : to,
    );
    if (was !== to || !relation.complete) {
      on.rewrite(relation, `${relation.key} becomes ${to}`, {
        certain: relation.complete,
      });
      if (to === 'unlogged')
        on.tightens(
          `${relation.key} loses its rows when the server crashes`,
          'unlogged',
        );
    }
    return 'ACCESS EXCLUSIVE';
  };
}

/** `ENABLE TRIGGER`, `DISABLE TRIGGER` and the like. */
export function trigger(state: string): AlterTableHandler {
  return (cmd, relation, on) => {
    const which = cmd.name ?? 'all';
    on.setSetting(
      relation.key,
      `trigger ${which}`,
      state === 'enabled' ? undefined : state,
    );
    on.tightens(
      `triggers (${which}) of ${relation.key}: ${state}`,
      'change-trigger',
    );
    return 'SHARE ROW EXCLUSIVE';
  };
}

/** `REPLICA IDENTITY`. */
export function replicaIdentity(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const def =
    cmd.def && 'ReplicaIdentityStmt' in cmd.def
      ? cmd.def.ReplicaIdentityStmt
      : {};
  const isDefault = def.identity_type === 'd';
  on.setSetting(
    relation.key,
    'replica identity',
    isDefault ? undefined : canonicalTree(def),
  );
  return 'ACCESS EXCLUSIVE';
}

/** `ENABLE ROW LEVEL SECURITY` and the like. */
export function rowSecurity(
  name: string,
  value: string | undefined,
): AlterTableHandler {
  return (_, relation, on) => {
    on.setSetting(relation.key, name, value);
    if (!on.isNew(relation)) {
      const what = `${name} of ${relation.key} is ${value ?? 'off'}`;
      if (value) on.tightens(what, 'row-security');
      else on.loosens(what);
    }
    return 'ACCESS EXCLUSIVE';
  };
}
