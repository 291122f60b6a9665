import type { MigrationFolder } from '../types';
import type { RehearsalPlan } from './planRehearsal';
import type {
  Rehearsal,
  RehearsalDifference,
  StepReport,
  TableReport,
} from './types';

/** What has been seen so far. */
export interface Findings {
  database: string;
  data: Rehearsal['data'];
  steps: StepReport[];
  secondsBack?: number;
  schema: Rehearsal['schema'];
  rows: Rehearsal['rows'];
  again: Rehearsal['again'];
  tables: TableReport[];
  differences: RehearsalDifference[];
  doubts: string[];
  notes: string[];
  problem?: Rehearsal['problem'];
}

/** Draws the verdict: what speaks against it first, then what leaves it open. */
export function concludeRehearsal(
  { layout, problems }: MigrationFolder,
  { release, from, to }: RehearsalPlan,
  findings: Findings,
): Rehearsal {
  const { problem, differences, tables } = findings;
  const doubts = [...findings.doubts];
  if (release.length === 0) {
    doubts.push(`there is no migration after ${from ?? 'nothing'} to go back`);
  }
  for (const { path, why } of problems) {
    doubts.push(`${path} was not run: ${why}`);
  }
  for (const { name, affected, empty } of tables) {
    if (affected && empty !== undefined) {
      doubts.push(
        `${name} is empty (${empty}), so nothing is proven about its rows`,
      );
    }
  }
  if (problem?.means === 'unknown') {
    doubts.push(`${problem.step} did not come to its end: ${problem.message}`);
  }
  const compared = [findings.schema, findings.rows, findings.again];
  if (doubts.length === 0 && !problem && differences.length === 0) {
    // A verdict must rest on comparisons, never on nothing having gone wrong.
    if (compared.includes('not-compared')) doubts.push('not all was compared');
  }
  return {
    ...findings,
    verdict: verdictOf(findings, doubts),
    layout,
    ...(from !== undefined && { from }),
    to,
    migrations: release.map(({ version, title, up, down }) => ({
      version,
      title,
      path: up.path,
      hasWayBack: down !== undefined,
    })),
    doubts,
  };
}

function verdictOf(
  { problem, differences }: Findings,
  doubts: readonly string[],
): Rehearsal['verdict'] {
  if (problem?.means === 'failure' || differences.length > 0) return 'fail';
  return doubts.length > 0 ? 'unknown' : 'pass';
}
