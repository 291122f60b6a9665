import type { RuleId, MigrationSeverity } from './judge/rules';
import type { Position } from './sql/TextPlaces';
import type { LockMode } from './statements/locks';

/** A file of a folder of migrations. */
export interface MigrationFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** How tools lay out their migrations. */
export const MIGRATION_LAYOUTS = [
  'flyway',
  'liquibase',
  'golang-migrate',
  'knex',
  'prisma',
  'dbmate',
  'plain',
] as const;

export type MigrationLayout = (typeof MIGRATION_LAYOUTS)[number];

/** A piece of a script: SQL, or something of which it is not known what it sends. */
export type ScriptPart =
  | {
      readonly kind: 'sql';
      readonly sql: string;
      /** Where all of it stands. Absent: the SQL is the file, so its own places count. */
      readonly at?: Position;
    }
  | {
      readonly kind: 'unknown';
      readonly why: string;
      readonly rule: RuleId;
      readonly at: Position;
    };

/** One direction of a migration, in the order in which it is run. */
export interface MigrationScript {
  readonly path: string;
  readonly parts: readonly ScriptPart[];
  /**
   * Whether its tool runs it in one transaction; `when-several`: it is sent as one message,
   * which PostgreSQL runs as one transaction when there is more than one statement in it.
   * Undefined: that is not known.
   */
  readonly transaction: 'when-several' | boolean | undefined;
}

/** One step of a schema. */
export interface Migration {
  /** Its version as its tool knows it, e.g. `20261101000000` or `3.1`. */
  readonly version: string;
  readonly title: string;
  readonly up: MigrationScript;
  /** Absent: nobody has written a way back. */
  readonly down?: MigrationScript;
}

/** A folder as it was read. */
export interface MigrationFolder {
  readonly layout: MigrationLayout;
  /** In the order in which they are run. */
  readonly migrations: readonly Migration[];
  /** What in the folder is not as its layout wants it. */
  readonly problems: readonly { readonly path: string; readonly why: string }[];
}

/** Something about a migration that its author should know. */
export interface MigrationFinding extends Position {
  readonly rule: RuleId;
  readonly severity: MigrationSeverity;
  readonly direction: 'down' | 'up';
  /** What was found, with its names. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly path: string;
}

/** The strongest lock on a relation that is in use, until its transaction ends. */
export interface HeldLock {
  readonly relation: string;
  readonly mode: LockMode;
  readonly blocks: 'nothing' | 'reads and writes' | 'writes';
}

/** A relation that is written anew. */
export interface Rewrite {
  readonly relation: string;
  readonly why: string;
  /** False: it depends on what the scripts do not say. */
  readonly certain: boolean;
}

/** A relation that is read as a whole while others wait. */
export interface Scan {
  readonly relation: string;
  readonly why: string;
}

/** What running a script means for those who use the database meanwhile. */
export interface ScriptLoad {
  readonly locks: readonly HeldLock[];
  readonly rewrites: readonly Rewrite[];
  readonly scans: readonly Scan[];
}

/**
 * Whether code runs on a schema that is not its own: `depends` on what it does, `unknown`
 * when the scripts do not say.
 */
export type CodeVerdict = 'depends' | 'fails' | 'runs' | 'unknown';

/**
 * `expand`: old code runs on. `contract`: new code runs already. `neutral`: both.
 * `breaking`: neither is sure to run on the schema of the other.
 */
export type MigrationPhase =
  | 'breaking'
  | 'contract'
  | 'expand'
  | 'neutral'
  | 'unknown';

/** What is known about one migration. */
export interface MigrationReport {
  readonly version: string;
  readonly title: string;
  readonly path: string;
  readonly downPath?: string;
  /**
   * Whether up and then down leaves schema and rows as they were. `unknown` when a
   * statement is not understood; it is never a yes.
   */
  readonly reversible: 'no' | 'unknown' | 'yes';
  /** Why it is not, or why it is not known. */
  readonly because: readonly string[];
  readonly oldCodeOnNewSchema: CodeVerdict;
  readonly newCodeOnOldSchema: CodeVerdict;
  readonly phase: MigrationPhase;
  readonly lostGoingUp: readonly string[];
  readonly lostGoingBack: readonly string[];
  readonly up: ScriptLoad;
  readonly down?: ScriptLoad;
  readonly findings: readonly MigrationFinding[];
}

/** What is known about a folder. */
export interface MigrationsReport {
  readonly layout: MigrationLayout;
  readonly migrations: readonly MigrationReport[];
  readonly problems: MigrationFolder['problems'];
}
