import {
  migrationAnalysis,
  MOST_MIGRATION_FINDINGS,
  type MigrationAnalysisPayload,
} from '@continuity/engine';
import type {
  MigrationReport,
  MigrationsReport,
  PolicyVerdict,
} from '@continuity/migrations';
import { evidenceLine } from './evidenceLine';
import type { Verdict } from './pushVerdict';

/** Whether a migration is in the way of going back. */
type Standing = 'notKnown' | 'reversible' | 'stuck' | 'tolerated';

/** The analysis as evidence that a gate can ask for. */
export function analysisEvidence(
  { layout, migrations, problems }: MigrationsReport,
  { forbidden }: PolicyVerdict,
  { digest, since }: { digest: string; since: string | undefined },
): Verdict<MigrationAnalysisPayload> {
  const standing = migrations.map(standingOf);
  const count = (which: Standing) =>
    standing.filter(one => one === which).length;
  const open = migrations.filter(one =>
    ['notKnown', 'stuck'].includes(standingOf(one)),
  );
  const to = migrations[migrations.length - 1]?.version ?? since ?? 'none';
  return {
    kind: migrationAnalysis,
    payload: {
      layout,
      ...(since !== undefined && { since: evidenceLine(since, 200) }),
      to: evidenceLine(to, 200),
      scripts: digest,
      migrations: migrations.length,
      reversible: count('reversible'),
      tolerated: count('tolerated'),
      stuck: count('stuck'),
      notKnown: count('notKnown'),
      forbidden: forbidden.length,
      unread: problems.length,
      findings: [
        // What is stuck before what is not known.
        ...open.filter(one => standingOf(one) === 'stuck'),
        ...open.filter(one => standingOf(one) === 'notKnown'),
      ]
        .flatMap(({ version, because }) =>
          because.slice(0, 3).map(why => ({
            migration: evidenceLine(version, 200),
            what: evidenceLine(why, 300),
          })),
        )
        .concat(
          forbidden.map(({ path, rule, message }) => ({
            migration: evidenceLine(path, 200),
            what: evidenceLine(`${rule}: ${message}`, 300),
          })),
        )
        .slice(0, MOST_MIGRATION_FINDINGS),
    },
  };
}

/**
 * One that cannot be taken back is tolerated when going back does not need that: nothing is
 * lost, and code of before is sure to run on what it leaves.
 */
function standingOf({
  reversible,
  oldCodeOnNewSchema,
  lostGoingUp,
}: MigrationReport): Standing {
  if (reversible === 'yes') return 'reversible';
  if (reversible === 'unknown') return 'notKnown';
  return oldCodeOnNewSchema === 'runs' && lostGoingUp.length === 0
    ? 'tolerated'
    : 'stuck';
}
