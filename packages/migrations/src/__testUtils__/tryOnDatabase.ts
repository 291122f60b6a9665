import type { LockMode } from '../statements/locks';
import type { RelationFile, ScratchDatabase } from './database';

/** What a database really did with a script. */
export interface Load {
  /** The tables and views that were there before. */
  readonly relations: readonly string[];
  /** The strongest lock on each of them, from ROW EXCLUSIVE up. */
  readonly locks: Readonly<Record<string, LockMode>>;
  /** The tables that got another file. */
  readonly rewritten: readonly string[];
  /** The tables that were read from end to end. Empty without a transaction. */
  readonly scanned: readonly string[];
}

/** What a database really did with a migration. */
export interface Trial {
  readonly up: Load;
  /** Absent: there is no down, or it failed. */
  readonly down?: Load;
  /** What after up and down was not as before. Undefined: there is no down. */
  readonly differences?: readonly string[];
}

interface Tried {
  readonly setup: string;
  readonly up: string;
  readonly down?: string;
  readonly transaction?: boolean;
}

/** The names of pg_locks. */
const MODES: Readonly<Record<string, LockMode>> = {
  RowExclusiveLock: 'ROW EXCLUSIVE',
  ShareUpdateExclusiveLock: 'SHARE UPDATE EXCLUSIVE',
  ShareLock: 'SHARE',
  ShareRowExclusiveLock: 'SHARE ROW EXCLUSIVE',
  ExclusiveLock: 'EXCLUSIVE',
  AccessExclusiveLock: 'ACCESS EXCLUSIVE',
};
const ORDER = Object.keys(MODES);

/** Runs a migration up and down on an empty database, and looks. */
export async function tryOnDatabase(
  database: ScratchDatabase,
  { setup, up, down, transaction = true }: Tried,
): Promise<Trial> {
  await database.clear();
  await database.client.query(setup);
  const schema = await database.schema();
  const rows = await database.rows();
  const load = await runScript(database, up, transaction);
  if (down === undefined) return { up: load };
  try {
    const back = await runScript(database, down, transaction);
    const differences = [
      ...differ(schema, await database.schema()),
      ...differ(rows, await database.rows()),
    ];
    return { up: load, down: back, differences };
  } catch (error) {
    await database.client.query('ROLLBACK');
    return { up: load, differences: [`the way back fails: ${error}`] };
  }
}

async function runScript(
  database: ScratchDatabase,
  sql: string,
  transaction: boolean,
): Promise<Load> {
  const { client } = database;
  const before = await database.relations();
  if (transaction) await client.query('BEGIN');
  const read = await database.scans();
  await client.query(sql);
  const scanned = [...(await database.scans())].flatMap(([key, count]) =>
    transaction && count > (read.get(key) ?? 0) ? key : [],
  );
  const locks = await database.locks();
  if (transaction) await client.query('COMMIT');
  const after = await database.relations();
  const rewritten = [...before].flatMap(([oid, { key, kind, file }]) => {
    const now = after.get(oid);
    const isTable = kind === 'r' || kind === 'm';
    return isTable && now && now.file !== file ? key : [];
  });
  const strongest: Record<string, LockMode> = {};
  for (const mode of ORDER) {
    for (const lock of locks) {
      const relation = before.get(lock.oid);
      if (!relation || !isLooked(relation)) continue;
      if (lock.mode === mode) strongest[relation.key] = MODES[mode];
    }
  }
  return {
    relations: [...before.values()].filter(isLooked).map(({ key }) => key),
    locks: strongest,
    rewritten,
    scanned,
  };
}

/** The locks of indexes and sequences go with those of their tables. */
function isLooked({ kind }: RelationFile): boolean {
  return kind !== 'i' && kind !== 'I' && kind !== 'S';
}

function differ(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter(line => !after.includes(line)).map(line => `- ${line}`),
    ...after.filter(line => !before.includes(line)).map(line => `+ ${line}`),
    ...(before.length === after.length ? [] : ['another number of lines']),
  ];
}
