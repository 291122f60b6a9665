import type { DataFile } from './data/loadData';
import type { RehearsalServer } from './database/RehearsalServer';
import type { RehearsalStep } from './types';

/** What happens, for those who wait. */
export interface RehearsalProgress {
  readonly step: RehearsalStep;
  /** The version that is run. Absent: the step as a whole. */
  readonly version?: string;
}

/** How a rehearsal is to be held. */
export interface RehearseOptions {
  readonly server: RehearsalServer;
  /** The newest version of the previous release; `-2`: all but the newest two make it; `none`: there was none. Absent: all but the newest one make it. */
  readonly previous?: string;
  /** Rows for the previous release. Absent: they are made up. */
  readonly data?: DataFile;
  /** The same seed makes up the same rows. */
  readonly seed?: number;
  /** Made up for each table. */
  readonly rowsPerTable?: number;
  readonly placeholders?: Readonly<Record<string, string>>;
  /** The longest that one statement may take, in milliseconds. */
  readonly statementLimitMs?: number;
  /** The file of a path of the folder; Knex runs modules from where they are. */
  readonly fileOf: (path: string) => string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RehearsalProgress) => void;
}
