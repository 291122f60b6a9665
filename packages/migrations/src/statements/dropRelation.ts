import type { Relation } from '../schema/types';
import type { StatementRun } from './StatementRun';

/** Takes a relation out of the model with all that goes with it, and says what is lost. */
export function dropRelation(
  relation: Relation,
  on: StatementRun,
  cascade = false,
): void {
  const { model } = on;
  if (!model.relations.has(relation.key)) return;
  on.lock(relation, 'ACCESS EXCLUSIVE');
  for (const { references } of relation.constraints.values()) {
    if (references && references !== relation.key) {
      on.lock(model.relations.get(references), 'ACCESS EXCLUSIVE');
    }
  }
  for (const parent of relation.parents) {
    if (!model.relations.get(parent)?.partitioned) continue;
    on.lock(model.relations.get(parent), 'ACCESS EXCLUSIVE');
    // What the default partition may hold changes with its neighbours.
    for (const other of model.descendantsOf(parent)) {
      if (other.settings.get('bound') === 'default') {
        on.lock(other, 'ACCESS EXCLUSIVE');
      }
    }
  }
  const heirs = model.descendantsOf(relation.key);
  forget(relation, on);
  sayWhatIsLost(relation, on);
  if (relation.partitioned || cascade) {
    for (const heir of heirs) dropRelation(heir, on, cascade);
  }
  if (cascade) dropDependents(relation, on);
}

function forget(relation: Relation, { model }: StatementRun): void {
  model.relations.delete(relation.key);
  for (const [key, one] of model.relations) {
    const owned = one.kind === 'index' || one.kind === 'sequence';
    if (owned && one.table === relation.key) model.relations.delete(key);
  }
  for (const [key, object] of model.objects) {
    if (object.on === relation.key) model.objects.delete(key);
  }
}

function sayWhatIsLost(relation: Relation, on: StatementRun): void {
  if (on.isNew(relation) || relation.temporary) return;
  const what = `${relation.kind} ${relation.key}`;
  switch (relation.kind) {
    case 'table':
      on.removes(what, 'drop-table');
      on.loses(`the rows of ${relation.key}`, 'drop-table');
      break;
    case 'sequence':
      on.removes(what, 'drop-sequence');
      on.loses(`the position of ${relation.key}`, 'drop-sequence');
      break;
    case 'index':
      break;
    default:
      on.removes(what, 'drop-object');
  }
}

function dropDependents(relation: Relation, on: StatementRun): void {
  const { model } = on;
  if (!model.isWhole) {
    on.unknown(
      `what else CASCADE drops with ${relation.key} is not known`,
      'cascade',
    );
  }
  for (const view of model.viewsOf(relation.key)) dropRelation(view, on);
  for (const { relation: other, constraint } of model.referencesTo(
    relation.key,
  )) {
    const constraints = new Map(other.constraints);
    constraints.delete(constraint.name);
    model.update(other.key, { constraints });
    on.lock(other, 'ACCESS EXCLUSIVE');
    on.loosens(`${constraint.name} of ${other.key} goes with ${relation.key}`);
  }
}
