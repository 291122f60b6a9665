import {
  MOST_REHEARSAL_LINES,
  rollbackRehearsal,
  type RollbackRehearsalPayload,
} from '@continuity/engine';
import type { Rehearsal } from '@continuity/migrations';
import { describeDifference, sayProblem } from './describeRehearsal';
import { evidenceLine } from './evidenceLine';
import type { Verdict } from './pushVerdict';

/**
 * The rehearsal as evidence. Values of rows stay where they were seen: evidence names
 * tables and numbers of rows.
 */
export function rehearsalEvidence(
  rehearsal: Rehearsal,
  digest: string,
): Verdict<RollbackRehearsalPayload> {
  const { layout, from, to, database, data, secondsBack, problem } = rehearsal;
  const affected = rehearsal.tables.filter(table => table.affected);
  return {
    kind: rollbackRehearsal,
    payload: {
      layout,
      ...(from !== undefined && { from: evidenceLine(from, 200) }),
      to: evidenceLine(to, 200),
      scripts: digest,
      database: evidenceLine(database, 100),
      data: data.source,
      ...(secondsBack !== undefined && { seconds: secondsBack }),
      // A step that could not be taken has not failed: nothing is known of it.
      steps: rehearsal.steps
        .filter(
          ({ outcome }) => outcome === 'done' || problem?.means === 'failure',
        )
        .map(({ step, outcome, seconds }) => ({ step, outcome, seconds })),
      schema: rehearsal.schema,
      rows: rehearsal.rows,
      again: rehearsal.again,
      tables: {
        total: rehearsal.tables.length,
        rows: rehearsal.tables.reduce((sum, { rows }) => sum + rows, 0),
        affected: affected.length,
        proven: affected.filter(({ empty }) => empty === undefined).length,
      },
      differences: linesOf([
        ...(problem?.means === 'failure' ? [sayProblem(problem)] : []),
        ...rehearsal.differences.map(describeDifference),
      ]),
      doubts: linesOf(rehearsal.doubts),
    },
  };
}

function linesOf(lines: readonly string[]) {
  return {
    total: lines.length,
    named: lines
      .slice(0, MOST_REHEARSAL_LINES)
      .map(line => evidenceLine(line, 300)),
  };
}
