/** Marks one run of a script: what is born in the run that is judged is not in use yet. */
export type RunId = number;

/** `schema.name`, as PostgreSQL tells relations and types apart. */
export type QualifiedName = string;

/** A column, as far as it is known; `undefined` means not known, never "none". */
export interface Column {
  readonly name: string;
  /** One spelling of the type with its modifiers, e.g. `varchar(50)`. */
  readonly type: string | undefined;
  readonly notNull: boolean | undefined;
  /** Its default as a canonical tree. Null: it has none. */
  readonly default: string | null | undefined;
  readonly generated?: 'stored' | 'virtual';
  readonly identity?: 'always' | 'by default';
  /** Collation, storage, compression, statistics and the like. */
  readonly settings: ReadonlyMap<string, string>;
  readonly born: RunId;
}

export interface Constraint {
  readonly name: string;
  readonly kind:
    | 'check'
    | 'exclusion'
    | 'foreign key'
    | 'not null'
    | 'primary key'
    | 'unique'
    | 'unknown';
  /** The columns that it is about; of a check those that it names. */
  readonly columns: readonly string[];
  /** A canonical tree. Undefined: not known. */
  readonly definition: string | undefined;
  readonly validated: boolean;
  readonly enforced: boolean;
  /** The table that a foreign key points to. */
  readonly references?: QualifiedName;
  readonly referencedColumns?: readonly string[];
  /** Columns that it keeps from being null, once it is valid. */
  readonly provesNotNull: readonly string[];
  readonly born: RunId;
}

export type RelationKind =
  | 'composite type'
  | 'foreign table'
  | 'index'
  | 'materialized view'
  | 'sequence'
  | 'table'
  | 'view';

/** A table or anything else that has a name among the tables. */
export interface Relation {
  readonly key: QualifiedName;
  readonly kind: RelationKind;
  /** Whether all of it is known; false for what was there before the first migration. */
  readonly complete: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly constraints: ReadonlyMap<string, Constraint>;
  /** What a view, an index or a sequence was made with. Undefined: not known. */
  readonly definition?: string;
  /** The table of an index, or the column's table of a sequence. */
  readonly table?: QualifiedName;
  /** What a view reads; which columns an index is on. */
  readonly uses: readonly string[];
  readonly unique?: boolean;
  /** Partitioned tables and partitions, and the older inheritance. */
  readonly partitioned: boolean;
  readonly parents: readonly QualifiedName[];
  readonly temporary: boolean;
  /** Owner, row security, storage parameters and the like. */
  readonly settings: ReadonlyMap<string, string>;
  readonly born: RunId;
}

export interface UserType {
  readonly key: QualifiedName;
  readonly kind: 'composite' | 'domain' | 'enum' | 'range' | 'unknown';
  /** The values of an enum in order. Undefined: not known. */
  readonly labels?: readonly string[];
  /** What a domain is made of, and whether it constrains. */
  readonly base?: string;
  readonly constraints?: ReadonlyMap<string, string>;
  readonly definition?: string;
  readonly born: RunId;
}

/** Functions, triggers, policies, comments, grants ...: what is compared as a whole. */
export interface SchemaObject {
  /** What it is and how it is named, e.g. `trigger "audit" on public.accounts`. */
  readonly key: string;
  /** Undefined: not known. */
  readonly definition: string | undefined;
  /** The relation it goes with when that is dropped. */
  readonly on?: QualifiedName;
  /** Of a function. */
  readonly volatility?: 'immutable' | 'stable' | 'volatile';
  readonly born: RunId;
}
