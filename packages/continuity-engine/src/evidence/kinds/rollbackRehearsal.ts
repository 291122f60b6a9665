import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { digestText, lineText } from '../payloadSchemas';

/** Differences, and doubts, that a report names; the rest is counted. */
export const MOST_REHEARSAL_LINES = 20;

const count = z.int().min(0);
const seconds = z.number().min(0);

const lines = z.strictObject({
  /** All that there are, also those that are not named. */
  total: count,
  named: z.array(lineText(300)).max(MOST_REHEARSAL_LINES),
});

/** `not-compared`: the rehearsal did not come that far. */
const comparison = z.enum(['same', 'differs', 'not-compared']);

const schema = z.strictObject({
  layout: lineText(40),
  /** The version of the previous release. Absent: there was none, the schema was empty. */
  from: lineText(200).optional(),
  /** The version that was gone to, and back from. */
  to: lineText(200),
  /** Of the scripts that were run. */
  scripts: digestText,
  /** The server, e.g. `PostgreSQL 18.4`. */
  database: lineText(100),
  /** Where the rows came from. */
  data: z.enum(['file', 'generated', 'none']),
  /** How long the way back took. Absent: it was not gone to its end. */
  seconds: seconds.optional(),
  steps: z
    .array(
      z.strictObject({
        step: lineText(40),
        outcome: z.enum(['done', 'failed']),
        seconds,
      }),
    )
    .max(20),
  /** The schema after going up and back, held against the one before. */
  schema: comparison,
  /** Every row after going up and back, held against those before. */
  rows: comparison,
  /** Going up once more, held against the first time. */
  again: comparison,
  /** Tables that were there before. */
  tables: z.strictObject({
    total: count,
    rows: count,
    /** Those that the release changes. */
    affected: count,
    /** Affected, and with rows in them: only these say something about data. */
    proven: count,
  }),
  differences: lines,
  /** What keeps the rehearsal from proving anything. */
  doubts: lines,
});

export type RollbackRehearsalPayload = z.infer<typeof schema>;

/**
 * Going back was tried on a database of its own: schema and rows were compared with what
 * they had been. A table that was empty proves nothing about its data.
 */
export const rollbackRehearsal = defineEvidenceKind({
  id: 'rollback-rehearsal',
  title: 'Rollback rehearsal',
  schema,
  validFor: 'P90D',
  subject: { environment: 'optional' },
  verdict: payload => {
    if (failures(payload).length > 0) return 'fail';
    return doubt(payload) === undefined ? 'pass' : 'unknown';
  },
  headline: payload => {
    const { from = 'nothing', to } = payload;
    const [why] = failures(payload);
    return `${to} back to ${from}: ${
      why ?? doubt(payload) ?? describeProof(payload)
    }`;
  },
});

function failures({
  steps,
  schema: structure,
  rows,
  again,
  differences,
}: RollbackRehearsalPayload): string[] {
  const first = differences.named[0];
  const because = first === undefined ? '' : `: ${first}`;
  return [
    ...steps
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ step }) => `${step} failed${because}`),
    ...(structure === 'differs'
      ? [`the schema does not come back${because}`]
      : []),
    ...(rows === 'differs' ? [`rows do not come back${because}`] : []),
    ...(again === 'differs'
      ? [`going up once more gives something else${because}`]
      : []),
    ...(differences.total > 0
      ? [`${differences.total} differences${because}`]
      : []),
  ];
}

function doubt({
  doubts,
  schema: structure,
  rows,
  again,
  tables,
  seconds: taken,
}: RollbackRehearsalPayload): string | undefined {
  if (doubts.total > 0) {
    return doubts.named[0] ?? `${doubts.total} things are not known`;
  }
  if ([structure, rows, again].includes('not-compared')) {
    return 'it was not compared to the end';
  }
  if (taken === undefined) return 'the way back was not gone to its end';
  return tables.proven < tables.affected
    ? `${tables.affected - tables.proven} of ${
        tables.affected
      } affected tables were empty`
    : undefined;
}

function describeProof({
  tables,
  seconds: taken = 0,
}: RollbackRehearsalPayload): string {
  return `schema and ${tables.rows} ${
    tables.rows === 1 ? 'row' : 'rows'
  } as before, in ${Number(taken.toFixed(1))} s`;
}
