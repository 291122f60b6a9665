/** An object of a schema as PostgreSQL's catalogs describe it. */
export interface CatalogObject {
  /** What it is and how it is named, e.g. `column public.accounts.note`. */
  readonly key: string;
  /** What goes with this object when it goes. Absent: nothing. */
  readonly parent?: string;
  /** The table that it belongs to, or is, e.g. `public.accounts`. */
  readonly table?: string;
  /** Everything about it that a migration can change, in words. */
  readonly facts: Readonly<Record<string, string>>;
}

/** All objects of a database, by key. */
export type CatalogSchema = ReadonlyMap<string, CatalogObject>;
