import type { AlterTableCmd } from '@pgsql/types';
import type { Relation } from '../schema/types';
import type { LockMode } from './locks';
import type { StatementRun } from './StatementRun';

/** What one command of ALTER TABLE does; it answers with the lock that it needs. */
export type AlterTableHandler = (
  cmd: AlterTableCmd,
  relation: Relation,
  on: StatementRun,
) => LockMode;
