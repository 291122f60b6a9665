import type { WrittenName } from '../sql/nodes';
import type {
  Column,
  Constraint,
  QualifiedName,
  Relation,
  RelationKind,
  RunId,
  SchemaObject,
  UserType,
} from './types';

/** What stood there before any script of the folder ran. */
export const BEFORE_ALL: RunId = 0;

/**
 * A schema as the scripts have made it so far. What a script takes for granted and no
 * script has made is assumed: it becomes known that it exists, and nothing else about it.
 */
export class SchemaModel {
  readonly relations = new Map<QualifiedName, Relation>();
  readonly types = new Map<QualifiedName, UserType>();
  readonly objects = new Map<string, SchemaObject>();
  searchPath: readonly string[] = ['public'];
  /** What turned out to have been there all along, for models of an earlier moment. */
  readonly #assumptions: ((model: SchemaModel) => void)[];
  #blurred = false;

  constructor(assumptions: ((model: SchemaModel) => void)[] = []) {
    this.#assumptions = assumptions;
  }

  /** A model that changes on its own from here on. */
  clone(): SchemaModel {
    const copy = new SchemaModel(this.#assumptions);
    for (const [key, value] of this.relations) copy.relations.set(key, value);
    for (const [key, value] of this.types) copy.types.set(key, value);
    for (const [key, value] of this.objects) copy.objects.set(key, value);
    copy.searchPath = this.searchPath;
    copy.#blurred = this.#blurred;
    return copy;
  }

  /** Whether the scripts have made everything that they use, so what is absent is not there. */
  get isWhole(): boolean {
    return this.#assumptions.length === 0 && !this.#blurred;
  }

  /**
   * Whether what is absent may be taken not to be there when a script drops it: the first
   * script of a folder says nothing about what it finds.
   */
  get knowsAbsence(): boolean {
    return this.isWhole && this.relations.size + this.types.size > 0;
  }

  /** Something that is not understood has run: it may have made or changed anything. */
  blur(): void {
    this.#blurred = true;
    for (const [key, relation] of this.relations) {
      if (relation.complete) {
        this.relations.set(key, { ...relation, complete: false });
      }
    }
  }

  /** How many assumptions there are; a mark for {@link recall}. */
  get assumed(): number {
    return this.#assumptions.length;
  }

  /** Adds what was found out after the mark, so that a model of earlier holds it as well. */
  recall(mark: number): void {
    for (const assumption of this.#assumptions.slice(mark)) assumption(this);
  }

  #assume(assumption: (model: SchemaModel) => void): void {
    this.#assumptions.push(assumption);
    assumption(this);
  }

  /** The full name of what is made: an object without a schema goes into the first. */
  qualifyNew({ schema, name }: WrittenName): QualifiedName {
    return `${schema ?? this.searchPath[0] ?? 'public'}.${name}`;
  }

  /** The full name of a relation: where the search path finds it, or would make it. */
  qualify({ schema, name }: WrittenName): QualifiedName {
    if (schema !== undefined) return `${schema}.${name}`;
    for (const candidate of this.searchPath) {
      const key = `${candidate}.${name}`;
      if (this.relations.has(key) || this.types.has(key)) return key;
    }
    return `${this.searchPath[0] ?? 'public'}.${name}`;
  }

  find(name: WrittenName): Relation | undefined {
    return this.relations.get(this.qualify(name));
  }

  /** A relation that has to be there; assumed when no script has made it. */
  require(name: WrittenName, kind: RelationKind = 'table'): Relation {
    const key = this.qualify(name);
    const known = this.relations.get(key);
    if (known) return known;
    const assumed = emptyRelation(key, kind, BEFORE_ALL, false);
    this.#assume(model => {
      if (!model.relations.has(key)) model.relations.set(key, assumed);
    });
    return assumed;
  }

  /** A column that has to be there; assumed where the table is not wholly known. */
  requireColumn(relation: Relation, name: string): Column | undefined {
    const current = this.relations.get(relation.key) ?? relation;
    const known = current.columns.get(name);
    if (known || current.complete) return known;
    const assumed: Column = {
      name,
      type: undefined,
      notNull: undefined,
      default: undefined,
      settings: new Map(),
      born: BEFORE_ALL,
    };
    this.#assume(model => {
      const there = model.relations.get(relation.key);
      if (!there || there.complete || there.columns.has(name)) return;
      model.relations.set(there.key, {
        ...there,
        columns: new Map(there.columns).set(name, assumed),
      });
    });
    return assumed;
  }

  /** A type that has to be there. */
  requireType(name: WrittenName): UserType {
    const key = this.qualify(name);
    const known = this.types.get(key);
    if (known) return known;
    const assumed: UserType = { key, kind: 'unknown', born: BEFORE_ALL };
    this.#assume(model => {
      if (!model.types.has(key)) model.types.set(key, assumed);
    });
    return assumed;
  }

  /** An object that has to be there. */
  requireObject(key: string, on?: QualifiedName): SchemaObject {
    const known = this.objects.get(key);
    if (known) return known;
    const assumed: SchemaObject = {
      key,
      definition: undefined,
      on,
      born: BEFORE_ALL,
    };
    this.#assume(model => {
      if (!model.objects.has(key)) model.objects.set(key, assumed);
    });
    return assumed;
  }

  /** A constraint that has to be there. */
  requireConstraint(relation: Relation, name: string): Constraint | undefined {
    const current = this.relations.get(relation.key) ?? relation;
    const known = current.constraints.get(name);
    if (known || current.complete) return known;
    const assumed: Constraint = {
      name,
      kind: 'unknown',
      columns: [],
      definition: undefined,
      validated: true,
      enforced: true,
      provesNotNull: [],
      born: BEFORE_ALL,
    };
    this.#assume(model => {
      const there = model.relations.get(relation.key);
      if (!there || there.complete || there.constraints.has(name)) return;
      model.relations.set(there.key, {
        ...there,
        constraints: new Map(there.constraints).set(name, assumed),
      });
    });
    return assumed;
  }

  /** Replaces a relation by one that differs in these fields. */
  update(key: QualifiedName, change: Partial<Relation>): void {
    const relation = this.relations.get(key);
    if (relation) this.relations.set(key, { ...relation, ...change });
  }

  updateColumn(
    key: QualifiedName,
    name: string,
    change: Partial<Column>,
  ): void {
    const relation = this.relations.get(key);
    const column = relation?.columns.get(name);
    if (!relation || !column) return;
    const columns = new Map(relation.columns).set(name, {
      ...column,
      ...change,
    });
    this.relations.set(key, { ...relation, columns });
  }

  /** The indexes of a table. */
  indexesOf(key: QualifiedName): Relation[] {
    return this.#where(one => one.kind === 'index' && one.table === key);
  }

  /** Partitions and heirs, and theirs. */
  descendantsOf(key: QualifiedName): Relation[] {
    const children = this.#where(({ parents }) => parents.includes(key));
    return children.flatMap(child => [child, ...this.descendantsOf(child.key)]);
  }

  /** Views that read a relation, directly or through others. */
  viewsOf(key: QualifiedName): Relation[] {
    const direct = this.#where(
      one =>
        (one.kind === 'view' || one.kind === 'materialized view') &&
        one.uses.includes(key),
    );
    return direct.flatMap(view => [view, ...this.viewsOf(view.key)]);
  }

  /** Foreign keys of other tables that point to a table. */
  referencesTo(key: QualifiedName) {
    return [...this.relations.values()].flatMap(relation =>
      relation.key === key
        ? []
        : [...relation.constraints.values()]
            .filter(({ references }) => references === key)
            .map(constraint => ({ relation, constraint })),
    );
  }

  #where(holds: (relation: Relation) => boolean): Relation[] {
    return [...this.relations.values()].filter(holds);
  }
}

/** A relation without columns. */
export function emptyRelation(
  key: QualifiedName,
  kind: RelationKind,
  born: RunId,
  complete: boolean,
): Relation {
  return {
    key,
    kind,
    complete,
    columns: new Map(),
    constraints: new Map(),
    uses: [],
    partitioned: false,
    parents: [],
    temporary: false,
    settings: new Map(),
    born,
  };
}
