import type { AlterTableCmd } from '@pgsql/types';
import type { Relation } from '../schema/types';
import { dropRelation } from './dropRelation';
import type { LockMode } from './locks';
import type { StatementRun } from './StatementRun';

/** `DROP COLUMN`, with the indexes and constraints that go with it. */
export function dropColumn(
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
): LockMode {
  const { model } = on;
  const name = cmd.name ?? '';
  const there = relation.columns.has(name) || !relation.complete;
  if (!there && cmd.missing_ok) return 'ACCESS EXCLUSIVE';
  const column = model.requireColumn(relation, name);
  const current = model.relations.get(relation.key) ?? relation;
  const columns = new Map(current.columns);
  columns.delete(name);
  const constraints = new Map(current.constraints);
  for (const [key, constraint] of current.constraints) {
    if (!constraint.columns.includes(name)) continue;
    constraints.delete(key);
    if (constraint.references) {
      on.lock(model.relations.get(constraint.references), 'ACCESS EXCLUSIVE');
    }
    if (!on.isNew(constraint) && constraint.columns.length > 1) {
      on.loosens(`constraint ${key} of ${relation.key} goes with ${name}`);
    }
  }
  model.update(relation.key, { columns, constraints });
  for (const heir of model.descendantsOf(relation.key)) {
    const less = new Map(heir.columns);
    less.delete(name);
    model.update(heir.key, { columns: less });
  }
  dropWhatUses(name, relation, on);
  if (on.isNew(relation) || on.isNew(column)) return 'ACCESS EXCLUSIVE';
  const what = `column ${name} of ${relation.key}`;
  on.removes(what, 'drop-column');
  // What is worked out from other columns can be worked out again.
  if (column?.generated === undefined)
    on.loses(`the values of ${what}`, 'drop-column');
  if (cmd.behavior === 'DROP_CASCADE') dropViews(name, relation, on);
  return 'ACCESS EXCLUSIVE';
}

function dropWhatUses(
  name: string,
  relation: Relation,
  { model }: StatementRun,
): void {
  for (const index of model.indexesOf(relation.key)) {
    if (index.uses.includes(name)) model.relations.delete(index.key);
  }
  for (const [key, one] of model.relations) {
    const isOwned = one.kind === 'sequence' && one.table === relation.key;
    if (isOwned && one.uses.includes(name)) model.relations.delete(key);
  }
  for (const [key, object] of model.objects) {
    if (
      object.on === relation.key &&
      key === `comment on column ${relation.key}.${name}`
    ) {
      model.objects.delete(key);
    }
  }
}

/** Which columns a view reads is not known: with CASCADE any view of the table may go. */
function dropViews(name: string, relation: Relation, on: StatementRun): void {
  if (!on.model.isWhole) {
    on.unknown(
      `what else CASCADE drops with ${name} of ${relation.key} is not known`,
      'cascade',
    );
  }
  for (const view of on.model.viewsOf(relation.key)) {
    const { definition } = view;
    if (
      definition === undefined ||
      definition.includes(`"${name}"`) ||
      definition.includes('"A_Star"')
    ) {
      dropRelation(view, on);
    }
  }
}
