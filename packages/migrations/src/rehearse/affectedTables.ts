import type { RuleId } from '../judge/rules';
import { isAtLeast } from '../statements/locks';
import type { MigrationReport } from '../types';
import type { DatabaseComparison } from './compareDatabases';

/** Findings after which it is not known what a script does. */
const UNCLEAR: ReadonlySet<RuleId> = new Set<RuleId>([
  'calls-function',
  'dynamic-sql',
  'unknown-code',
  'unknown-statement',
  'unreadable-script',
]);

/** The tables that a release concerns. */
export interface AffectedTables {
  has(table: string): boolean;
}

/**
 * Those that going up changes, as it was seen, and those that its scripts lock for
 * writing, as they say: on an empty table an UPDATE changes nothing that could be seen.
 * Where it is not known what a script does, it may concern every table.
 */
export function affectedTables(
  up: DatabaseComparison,
  reports: readonly MigrationReport[],
): AffectedTables {
  const findings = reports.flatMap(report => report.findings);
  if (findings.some(({ rule }) => UNCLEAR.has(rule))) {
    return { has: () => true };
  }
  const names = new Set<string>();
  for (const { table } of up.schema) {
    if (table !== undefined) names.add(bare(table));
  }
  for (const { table, missing, added, changed } of up.tables) {
    if (missing + added + changed > 0) names.add(bare(table));
  }
  for (const { up: load, down } of reports) {
    for (const { relation, mode } of [...load.locks, ...(down?.locks ?? [])]) {
      if (isAtLeast(mode, 'ROW EXCLUSIVE')) names.add(relation);
    }
  }
  return { has: table => names.has(bare(table)) };
}

/** A name as it is, without the quotes that a statement needs. */
function bare(name: string): string {
  return name.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) =>
    inner.replaceAll('""', '"'),
  );
}
