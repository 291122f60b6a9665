import path from 'node:path';
import { readMigrations } from '../layouts/readMigrations';
import { serverAt } from '../rehearse/database/RehearsalServer';
import { rehearseMigrations } from '../rehearse/rehearseMigrations';
import type { RehearseOptions } from '../rehearse/RehearseOptions';
import type { Rehearsal } from '../rehearse/types';
import { databaseUrl } from './database';

/** Rehearses a folder of files on the server of the tests. */
export async function rehearse(
  files: Readonly<Record<string, string>>,
  options: Partial<RehearseOptions> = {},
): Promise<Rehearsal> {
  const folder = readMigrations(
    Object.entries(files).map(([name, text]) => ({ path: name, text })),
  );
  if (!folder) throw new Error('the files of this test hold no migration');
  return rehearseMigrations(folder, {
    server: serverAt(databaseUrl()),
    fileOf: name => path.join('/nowhere', name),
    rowsPerTable: 8,
    ...options,
  });
}

/** A first migration, and one on top of it that goes up and back. */
export function pairOf(setup: string, up: string, down?: string) {
  return {
    '1_setup.up.sql': setup,
    '2_case.up.sql': up,
    ...(down !== undefined && { '2_case.down.sql': down }),
  };
}

/** Each difference and problem in a line. */
export function whatIsWrong({ differences, problem }: Rehearsal): string[] {
  const lines = differences.map(one => {
    switch (one.in) {
      case 'schema':
        return `${one.object} ${one.how}${
          one.fact === undefined
            ? ''
            : ` ${one.fact}: ${one.before ?? '-'} > ${one.after ?? '-'}`
        }`;
      case 'sequence':
        return `${one.sequence}: ${one.before} > ${one.after}`;
      default:
        return `${one.table}: ${one.missing} missing, ${one.added} added, ${one.changed} changed`;
    }
  });
  return problem ? [...lines, `${problem.step}: ${problem.message}`] : lines;
}

/** What lines are expected to be: the same text, or one that fits. */
export function matching(lines: readonly (RegExp | string)[] = []): unknown[] {
  return lines.map(line =>
    typeof line === 'string' ? line : expect.stringMatching(line),
  );
}
