import type { SchemaModel } from '../schema/SchemaModel';
import type { QualifiedName, Relation, RunId } from '../schema/types';
import { canonicalTree, type WrittenName } from '../sql/nodes';
import type { Position } from '../sql/TextPlaces';
import type { RuleId } from '../judge/rules';
import type { Effect, PlacedEffect } from './effects';
import { blocksWrites, type LockMode } from './locks';

/** A script that is run, statement by statement. */
export interface ScriptRun {
  readonly id: RunId;
  /** Whether one transaction holds what comes. Undefined: it depends on who runs it. */
  inTransaction: boolean | undefined;
  /** New enum values that this transaction may not use yet. */
  readonly freshEnumValues: Set<string>;
  /** The schema that a way back is to restore. Absent: it is no way back. */
  readonly restores?: SchemaModel;
  /** It has set `lock_timeout`. */
  limitsWaiting: boolean;
}

/** What is not known about one object leaves the others as they are. */
const OF_ONE_OBJECT: ReadonlySet<RuleId> = new Set<RuleId>([
  'cascade',
  'not-known-whether-there',
  'revoke',
]);

/** One statement while it is applied: the model it changes, and what it does besides. */
export class StatementRun {
  readonly model: SchemaModel;
  readonly script: ScriptRun;
  readonly #statement: string;
  readonly #position: Position;
  readonly #effects: PlacedEffect[];

  constructor(
    model: SchemaModel,
    script: ScriptRun,
    place: { statement: string; position: Position },
    effects: PlacedEffect[],
  ) {
    this.model = model;
    this.script = script;
    this.#statement = place.statement;
    this.#position = place.position;
    this.#effects = effects;
  }

  get born(): RunId {
    return this.script.id;
  }

  add(effect: Effect): void {
    this.#effects.push({
      ...effect,
      position: this.#position,
      statement: this.#statement,
    });
  }

  /** Made in this very script: nobody uses it yet, and there is nothing in it. */
  isNew(thing: { readonly born: RunId } | undefined): boolean {
    return thing !== undefined && thing.born === this.script.id;
  }

  /** A lock on a relation that others may be using. */
  lock(relation: Relation | undefined, mode: LockMode): void {
    if (!relation || this.isNew(relation) || relation.temporary) return;
    this.add({ kind: 'locks', relation: relation.key, mode });
  }

  /** The same by name, where the relation need not be known. */
  lockNamed(name: WrittenName, mode: LockMode): void {
    this.lock(this.model.require(name), mode);
  }

  rewrite(
    relation: Relation,
    why: string,
    { certain = true, empties }: { certain?: boolean; empties?: boolean } = {},
  ): void {
    if (this.isNew(relation) || relation.temporary) return;
    this.add({
      kind: 'rewrites',
      relation: relation.key,
      why,
      certain,
      ...(empties && { empties }),
    });
  }

  scan(
    relation: Relation,
    why: string,
    mode: LockMode,
    rule: RuleId = 'scan-under-lock',
  ): void {
    if (this.isNew(relation) || relation.temporary) return;
    // A table without rows of its own: its partitions are locked and read by themselves.
    if (relation.partitioned) return;
    if (!blocksWrites(mode)) return;
    this.add({ kind: 'scans', relation: relation.key, why, mode, rule });
  }

  adds(what: string): void {
    this.add({ kind: 'adds', what });
  }

  loosens(what: string, rule?: RuleId, why?: string): void {
    this.add({
      kind: 'loosens',
      what,
      ...(rule && { rule }),
      ...(why && { why }),
    });
  }

  removes(what: string, rule: RuleId): void {
    this.add({ kind: 'removes', what, rule });
  }

  tightens(what: string, rule: RuleId): void {
    this.add({ kind: 'tightens', what, rule });
  }

  loses(what: string, rule: RuleId, certain = true): void {
    this.add({ kind: 'loses', what, rule, certain });
  }

  mayFail(what: string, rule: RuleId): void {
    this.add({ kind: 'may-fail', what, rule });
  }

  fails(what: string, rule: RuleId): void {
    this.add({ kind: 'fails', what, rule });
  }

  unknown(what: string, rule: RuleId = 'unknown-statement'): void {
    this.add({ kind: 'unknown', what, rule });
    if (!OF_ONE_OBJECT.has(rule)) this.model.blur();
  }

  /** For what PostgreSQL refuses within a transaction block. */
  needsNoTransaction(what: string): void {
    if (this.script.inTransaction) {
      this.fails(
        `${what} cannot run in a transaction, and this script runs in one`,
        'cannot-run-in-transaction',
      );
    }
  }

  /** Keeps an object that is compared as a whole. */
  setObject(
    key: string,
    definition: unknown,
    more: {
      on?: QualifiedName;
      volatility?: 'immutable' | 'stable' | 'volatile';
    } = {},
  ): void {
    const known = this.model.objects.get(key);
    this.model.objects.set(key, {
      key,
      definition: canonicalTree(definition),
      on: more.on,
      volatility: more.volatility,
      born: known?.born ?? this.born,
    });
  }

  /** Keeps a property of a relation, such as its owner. */
  setSetting(key: QualifiedName, name: string, value: string | undefined) {
    const relation = this.model.relations.get(key);
    if (!relation) return;
    this.model.update(key, { settings: withSetting(relation, name, value) });
  }

  setColumnSetting(
    key: QualifiedName,
    column: string,
    name: string,
    value: string | undefined,
  ) {
    const found = this.model.relations.get(key)?.columns.get(column);
    if (!found) return;
    this.model.updateColumn(key, column, {
      settings: withSetting(found, name, value),
    });
  }
}

function withSetting(
  { settings }: { settings: ReadonlyMap<string, string> },
  name: string,
  value: string | undefined,
): ReadonlyMap<string, string> {
  const changed = new Map(settings);
  if (value === undefined) changed.delete(name);
  else changed.set(name, value);
  return changed;
}
