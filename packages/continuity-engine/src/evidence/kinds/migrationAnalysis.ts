import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { digestText, lineText } from '../payloadSchemas';

/** Findings that a report names; the rest is counted. */
export const MOST_MIGRATION_FINDINGS = 20;

const count = z.int().min(0);

const schema = z
  .strictObject({
    layout: lineText(40),
    /** The version that was there before. Absent: everything was judged. */
    since: lineText(200).optional(),
    /** The newest version. */
    to: lineText(200),
    /** Of the scripts that were judged. */
    scripts: digestText,
    migrations: count,
    /** Up and then down leaves schema and rows as they were. */
    reversible: count,
    /** Not reversible, but nothing is lost and code of before runs on what it leaves. */
    tolerated: count,
    /** Neither: after it, code of before fails or data is gone. */
    stuck: count,
    /** Something in them is not understood. */
    notKnown: count,
    /** Findings that the policy of the project forbids. */
    forbidden: count,
    /** Files that the layout has no place for. */
    unread: count,
    /** What is forbidden, and why a migration is stuck or not known. */
    findings: z
      .array(
        z.strictObject({
          migration: lineText(200),
          what: lineText(300),
        }),
      )
      .max(MOST_MIGRATION_FINDINGS),
  })
  .refine(
    ({ migrations, reversible, tolerated, stuck, notKnown }) =>
      migrations === reversible + tolerated + stuck + notKnown,
    {
      path: ['migrations'],
      error: 'is not the sum of reversible, tolerated, stuck and notKnown',
    },
  );

export type MigrationAnalysisPayload = z.infer<typeof schema>;

/**
 * What `continuity migrations analyze` says of the migrations of a release. One of which
 * something is not understood leaves it open whether there is a way back.
 */
export const migrationAnalysis = defineEvidenceKind({
  id: 'migration-analysis',
  title: 'Migration analysis',
  schema,
  validFor: 'P90D',
  subject: { environment: 'optional' },
  verdict: ({ stuck, forbidden, notKnown, unread }) => {
    if (stuck + forbidden > 0) return 'fail';
    return notKnown + unread > 0 ? 'unknown' : 'pass';
  },
  headline: payload => {
    const { migrations, since, to } = payload;
    const range = since === undefined ? `up to ${to}` : `${since} to ${to}`;
    if (migrations === 0) return `${range}: no migration to take back`;
    return `${range}: ${describeMigrations(payload)}`;
  },
});

function describeMigrations({
  migrations,
  reversible,
  tolerated,
  stuck,
  notKnown,
  forbidden,
  unread,
}: MigrationAnalysisPayload): string {
  const parts = [
    `${reversible} of ${migrations} ${
      migrations === 1 ? 'migration' : 'migrations'
    } reversible`,
    tolerated > 0 && `${tolerated} tolerated by code of before`,
    stuck > 0 && `${stuck} without a way back`,
    notKnown > 0 && `${notKnown} not known`,
    forbidden > 0 &&
      `${forbidden} ${forbidden === 1 ? 'finding' : 'findings'} forbidden`,
    unread > 0 && `${unread} ${unread === 1 ? 'file' : 'files'} not read`,
  ].filter(part => part !== false);
  return parts.join(', ');
}
