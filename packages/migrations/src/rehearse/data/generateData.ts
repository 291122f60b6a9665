import type { Session } from '../database/Session';
import { fillTable } from './fillTable';
import { Random } from './Random';
import { readTablesToFill, type TableToFill } from './TableToFill';

/** How much is to be made. */
export interface GenerateOptions {
  /** The same seed makes the same rows on the same schema. */
  readonly seed: number;
  readonly rowsPerTable: number;
}

/**
 * Puts rows into every table, those first that others point to.
 *
 * @returns of the tables that got none, why
 */
export async function generateData(
  session: Session,
  { seed, rowsPerTable }: GenerateOptions,
): Promise<ReadonlyMap<string, string>> {
  const why = new Map<string, string>();
  const open = new Map(
    (await readTablesToFill(session)).map(table => [table.name, table]),
  );
  while (open.size > 0) {
    for (const table of next(open)) {
      open.delete(table.name);
      const random = new Random(seedOf(table.name, seed));
      const filling = await fillTable(table, {
        session,
        random,
        rows: rowsPerTable,
      });
      if (filling.rows === 0) {
        why.set(table.name, filling.why ?? 'no row was wanted');
      }
    }
  }
  return why;
}

/**
 * The tables that point to none that is still to be filled. Where all of them point to
 * each other in a circle, all: each is tried, and says why when it fails.
 */
function next(open: ReadonlyMap<string, TableToFill>): TableToFill[] {
  const tables = [...open.values()];
  const ready = tables.filter(({ name, foreignKeys }) =>
    foreignKeys.every(({ table }) => table === name || !open.has(table)),
  );
  return ready.length > 0 ? ready : tables;
}

/** Each table has its own chance, so that another table changes nothing for it. */
function seedOf(name: string, seed: number): number {
  let mixed = seed >>> 0;
  for (const letter of name) {
    mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return mixed;
}
