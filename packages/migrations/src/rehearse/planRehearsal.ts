import type { Migration, MigrationFolder } from '../types';
import { RehearsalError } from './RehearsalError';

/** Which migrations make the previous release, and which are gone up and back. */
export interface RehearsalPlan {
  readonly before: readonly Migration[];
  readonly release: readonly Migration[];
  /** Run after all others, each time, and never taken back: `R__...` of Flyway. */
  readonly repeatable: readonly Migration[];
  readonly from?: string;
  readonly to: string;
}

/**
 * @param previous - the newest version of the previous release; `-2`: all but the newest
 * two make it; `none`: nothing was there before. Absent: all but the newest one make it.
 * @throws RehearsalError when it is no version of the folder
 */
export function planRehearsal(
  { layout, migrations }: MigrationFolder,
  previous: string = '-1',
): RehearsalPlan {
  const isRepeatable = ({ version }: Migration) =>
    layout === 'flyway' && version.startsWith('R ');
  const versioned = migrations.filter(one => !isRepeatable(one));
  const count = countBefore(versioned, previous);
  const before = versioned.slice(0, count);
  const release = versioned.slice(count);
  const newest = versioned[versioned.length - 1];
  const from = before[before.length - 1]?.version;
  return {
    before,
    release,
    repeatable: migrations.filter(isRepeatable),
    ...(from !== undefined && { from }),
    to: newest?.version ?? 'none',
  };
}

function countBefore(
  migrations: readonly Migration[],
  previous: string,
): number {
  const at = migrations.findIndex(({ version }) => version === previous);
  if (at >= 0) return at + 1;
  if (previous === 'none') return 0;
  if (/^-\d+$/.test(previous)) {
    const newest = -Number(previous);
    if (newest <= migrations.length) return migrations.length - newest;
  }
  const known = migrations.map(({ version }) => version).slice(-3);
  throw new RehearsalError(
    'usage',
    `"${previous}" is no version of these ${
      migrations.length
    } migrations; expected e.g. ${known.join(
      ', ',
    )}, -1 for all but the newest one, or none`,
  );
}
