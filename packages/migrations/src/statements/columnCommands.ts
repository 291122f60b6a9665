import type { AlterTableCmd, Node } from '@pgsql/types';
import type { Relation } from '../schema/types';
import { canonicalTree } from '../sql/nodes';
import type { AlterTableHandler } from './AlterTableHandler';
import type { LockMode } from './locks';
import { defaultOf } from './readColumn';
import type { StatementRun } from './StatementRun';

/** `SET DEFAULT` and `DROP DEFAULT`. */
export function setDefault(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const name = cmd.name ?? '';
  const column = on.model.requireColumn(relation, name);
  const value = defaultOf(cmd.def);
  on.model.updateColumn(relation.key, name, { default: value });
  if (on.isNew(relation) || on.isNew(column)) return 'ACCESS EXCLUSIVE';
  const what = `column ${name} of ${relation.key}`;
  if (value !== null) on.loosens(`${what} has another default`);
  else if (column?.default !== null) {
    on.tightens(`${what} has no default any more`, 'drop-default');
  }
  return 'ACCESS EXCLUSIVE';
}

/** `DROP NOT NULL`, with the constraint that it was since PostgreSQL 18. */
export function dropNotNull(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const name = cmd.name ?? '';
  const column = on.model.requireColumn(relation, name);
  on.model.updateColumn(relation.key, name, { notNull: false });
  const current = on.model.relations.get(relation.key) ?? relation;
  const kept = [...current.constraints].filter(
    ([, { kind, columns }]) => kind !== 'not null' || !columns.includes(name),
  );
  on.model.update(relation.key, { constraints: new Map(kept) });
  if (column?.notNull !== false && !on.isNew(column)) {
    on.loosens(`column ${name} of ${relation.key} takes null`, 'drop-not-null');
  }
  return 'ACCESS EXCLUSIVE';
}

/** `ALTER CONSTRAINT`. */
export function alterConstraint(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const def =
    cmd.def && 'ATAlterConstraint' in cmd.def
      ? cmd.def.ATAlterConstraint
      : undefined;
  const name = def?.conname ?? '';
  const constraint = on.model.requireConstraint(relation, name);
  if (!constraint) return 'ACCESS EXCLUSIVE';
  const current = on.model.relations.get(relation.key) ?? relation;
  on.model.update(relation.key, {
    constraints: new Map(current.constraints).set(name, {
      ...constraint,
      // A later ALTER CONSTRAINT says what it changes, not what it leaves.
      definition: undefined,
      ...(def?.alterEnforceability && { enforced: def.is_enforced === true }),
    }),
  });
  on.tightens(
    `${name} on ${relation.key} is checked at another time`,
    'add-constraint',
  );
  return 'ACCESS EXCLUSIVE';
}

/** `SET EXPRESSION`: a stored column is worked out for every row. */
export function setExpression(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const name = cmd.name ?? '';
  const column = on.model.requireColumn(relation, name);
  on.model.updateColumn(relation.key, name, { default: defaultOf(cmd.def) });
  if (column?.generated !== 'virtual') {
    on.rewrite(
      relation,
      `column ${name} of ${relation.key} is worked out anew`,
      {
        certain: column?.generated === 'stored',
      },
    );
  }
  on.tightens(
    `column ${name} of ${relation.key} holds something else`,
    'change-type',
  );
  return 'ACCESS EXCLUSIVE';
}

/** `DROP EXPRESSION`. */
export function dropExpression(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const name = cmd.name ?? '';
  on.model.requireColumn(relation, name);
  on.model.updateColumn(relation.key, name, {
    default: null,
    generated: undefined,
  });
  on.tightens(
    `column ${name} of ${relation.key} is not worked out any more`,
    'drop-default',
  );
  on.loosens(`column ${name} of ${relation.key} can be written`);
  return 'ACCESS EXCLUSIVE';
}

/** `ADD GENERATED ... AS IDENTITY`. */
export function addIdentity(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const name = cmd.name ?? '';
  const always =
    cmd.def &&
    'Constraint' in cmd.def &&
    cmd.def.Constraint.generated_when !== 'd';
  const column = on.model.requireColumn(relation, name);
  on.model.updateColumn(relation.key, name, {
    identity: always ? 'always' : 'by default',
  });
  if (!on.isNew(column)) {
    on.loosens(`column ${name} of ${relation.key} fills itself`);
    if (always) {
      on.tightens(
        `column ${name} of ${relation.key} cannot be written any more`,
        'change-type',
      );
    }
  }
  return 'ACCESS EXCLUSIVE';
}

/** `DROP IDENTITY`, and with it the position of the sequence. */
export function dropIdentity(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const name = cmd.name ?? '';
  const column = on.model.requireColumn(relation, name);
  on.model.updateColumn(relation.key, name, { identity: undefined });
  if (!on.isNew(column)) {
    on.tightens(
      `column ${name} of ${relation.key} does not fill itself any more`,
      'drop-default',
    );
    on.loses(
      `the position of the sequence of ${name} of ${relation.key}`,
      'drop-sequence',
    );
  }
  return 'ACCESS EXCLUSIVE';
}

/** A command that sets a property of a column. */
export function columnSetting(
  name: string,
  mode: LockMode,
  reset = false,
): AlterTableHandler {
  return (cmd, relation, on) => {
    const column = cmd.name ?? String(cmd.num ?? '');
    on.model.requireColumn(relation, column);
    const isDefault = reset || isDefaultSetting(cmd.def);
    on.setColumnSetting(
      relation.key,
      column,
      name,
      isDefault ? undefined : canonicalTree(cmd.def),
    );
    return mode;
  };
}

/** `SET STATISTICS -1`, `SET STATISTICS DEFAULT` and `SET STORAGE DEFAULT` take a setting back. */
function isDefaultSetting(def: Node | undefined): boolean {
  if (!def) return true;
  if ('Integer' in def) return def.Integer.ival === -1;
  return 'String' in def && def.String.sval === 'default';
}
