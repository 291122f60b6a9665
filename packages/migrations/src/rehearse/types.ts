import type { MigrationLayout } from '../types';

/** What a rehearsal does, in this order. It stops at the first that fails. */
export const REHEARSAL_STEPS = [
  'previous release',
  'data',
  'up',
  'down',
  'compare',
  'up again',
  'compare again',
] as const;

export type RehearsalStep = (typeof REHEARSAL_STEPS)[number];

/** A step that was taken, and for how long. */
export interface StepReport {
  readonly step: RehearsalStep;
  readonly outcome: 'done' | 'failed';
  readonly seconds: number;
  /** Of the steps that run scripts, in the order in which they ran. */
  readonly migrations: readonly {
    readonly version: string;
    readonly title: string;
    readonly seconds: number;
  }[];
}

/** Why a step did not come to its end. */
export interface RehearsalProblem {
  readonly step: RehearsalStep;
  /** The version whose script it was. Absent: it was none of a migration. */
  readonly version?: string;
  readonly path?: string;
  /** Where in the file, from 1, as far as it is known. */
  readonly line?: number;
  /** `3 of 7`: which statement of the script, as far as it is known. */
  readonly statement?: string;
  readonly message: string;
  /** PostgreSQL's code of it, e.g. `25001`. Absent: it came from elsewhere. */
  readonly sqlState?: string;
  readonly next: string;
  /**
   * `failure`: the script is wrong. `unknown`: nothing was learnt about it, because it
   * could not be run at all, or was broken off.
   */
  readonly means: 'failure' | 'unknown';
}

/** Something in the schema that is not as it was. Absent `fact`: the object as a whole. */
export interface SchemaDifference {
  readonly in: 'schema';
  /** When it was found: after going back, or after going up once more. */
  readonly step: 'compare' | 'compare again';
  /** e.g. `column public.accounts.note`. */
  readonly object: string;
  readonly how: 'added' | 'changed' | 'missing';
  /** What of it has changed, e.g. `type`. */
  readonly fact?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A row that is not as it was. */
export interface RowDifference {
  readonly in: 'rows';
  readonly step: 'compare' | 'compare again';
  readonly table: string;
  readonly how: 'added' | 'changed' | 'missing';
  /** By which it is known, e.g. `id=7`; of a table without a key, its digest. */
  readonly key: string;
  readonly columns: readonly {
    readonly column: string;
    /** Null: it was null. Absent: there was no such row. */
    readonly before?: string | null;
    readonly after?: string | null;
  }[];
}

/** How many rows of a table are not as they were; only some of them are shown. */
export interface TableDifference {
  readonly in: 'table';
  readonly step: 'compare' | 'compare again';
  readonly table: string;
  readonly missing: number;
  readonly added: number;
  readonly changed: number;
  readonly rows: readonly RowDifference[];
}

/** The next value of a sequence lies before values that were given out already. */
export interface SequenceDifference {
  readonly in: 'sequence';
  readonly step: 'compare' | 'compare again';
  readonly sequence: string;
  readonly before: string;
  readonly after: string;
}

export type RehearsalDifference =
  | SchemaDifference
  | SequenceDifference
  | TableDifference;

/** A table of the previous release. */
export interface TableReport {
  readonly name: string;
  readonly rows: number;
  /** Whether the release changes it, or locks it for writing. */
  readonly affected: boolean;
  /** SHA-256 over all rows in the order of their keys, as they were before. */
  readonly digest: string;
  /** Why it is empty. Absent: it is not. */
  readonly empty?: string;
}

/** `not-compared`: the rehearsal did not come that far. */
export type Comparison = 'differs' | 'not-compared' | 'same';

/** What came of going up, back, and up again. */
export interface Rehearsal {
  /**
   * `pass`: schema and rows came back, and that was seen on rows. `fail`: they did not, or
   * a script failed. `unknown`: nothing is proven, see `doubts`. Never a pass by default.
   */
  readonly verdict: 'fail' | 'pass' | 'unknown';
  readonly layout: MigrationLayout;
  /** The version of the previous release. Absent: nothing was there before. */
  readonly from?: string;
  readonly to: string;
  /** The versions between the two, as they go up. */
  readonly migrations: readonly {
    readonly version: string;
    readonly title: string;
    readonly path: string;
    readonly hasWayBack: boolean;
  }[];
  /** The server, e.g. `PostgreSQL 18.4`. */
  readonly database: string;
  readonly data:
    | { readonly source: 'file'; readonly path: string }
    | { readonly source: 'generated'; readonly seed: number }
    | { readonly source: 'none' };
  readonly steps: readonly StepReport[];
  /** How long the way back took. Absent: it was not gone to its end. */
  readonly secondsBack?: number;
  readonly schema: Comparison;
  readonly rows: Comparison;
  readonly again: Comparison;
  readonly tables: readonly TableReport[];
  readonly differences: readonly RehearsalDifference[];
  /** What keeps it from proving anything. */
  readonly doubts: readonly string[];
  /** What is worth knowing and is held against nobody. */
  readonly notes: readonly string[];
  readonly problem?: RehearsalProblem;
}
