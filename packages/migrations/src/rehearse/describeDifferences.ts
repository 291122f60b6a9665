import type { DatabaseComparison } from './compareDatabases';
import type { RehearsalDifference } from './types';

/** What counts against a migration, and what is only worth knowing. */
export interface DescribedDifferences {
  readonly differences: readonly RehearsalDifference[];
  readonly notes: readonly string[];
}

/**
 * After going back, every row counts. After going up once more the numbers of rows do, and
 * other values are told: `now()` and `random()` give others each time. The order of
 * columns, and a sequence that has gone on, count for nothing.
 */
export function describeDifferences(
  { schema, tables, sequences, reordered }: DatabaseComparison,
  step: 'compare' | 'compare again',
): DescribedDifferences {
  const differences: RehearsalDifference[] = [];
  const notes: string[] = [];
  for (const { table: _, ...difference } of schema) {
    differences.push({ in: 'schema', step, ...difference });
  }
  for (const { table, rows, missing, added, changed } of tables) {
    if (missing + added + changed === 0) continue;
    if (step === 'compare again' && missing === added) {
      notes.push(
        `going up once more leaves ${counted(
          changed + added,
        )} of ${table} with other values than the first time`,
      );
      continue;
    }
    differences.push({
      in: 'table',
      step,
      table,
      missing,
      added,
      changed,
      rows: rows.map(row => ({ in: 'rows', step, ...row })),
    });
  }
  for (const { sequence, before, after, moved } of sequences) {
    if (moved === 'back' && step === 'compare') {
      differences.push({ in: 'sequence', step, sequence, before, after });
    } else {
      notes.push(
        `sequence ${sequence} goes on with ${after} instead of ${before}${
          step === 'compare' ? ', which leaves a gap' : ''
        }`,
      );
    }
  }
  for (const table of reordered) {
    notes.push(
      `the columns of ${table} stand in another order; statements that name none, such as INSERT without a list, notice`,
    );
  }
  return { differences, notes };
}

function counted(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}
