import type { MigrationFinding, MigrationsReport } from '../types';
import {
  MIGRATION_SEVERITIES,
  type MigrationSeverity,
  type RuleId,
} from './rules';

/** What a team does not let through. */
export interface MigrationPolicy {
  /** Findings of this severity or worse are forbidden. `never`: no severity is. */
  readonly failOn: MigrationSeverity | 'never';
  /** Rules that are forbidden whatever their severity. */
  readonly forbid: readonly RuleId[];
  /** Rules that are accepted whatever their severity. */
  readonly allow: readonly RuleId[];
}

/** Errors are forbidden, and with them whatever is not known. */
export const defaultMigrationPolicy: MigrationPolicy = {
  failOn: 'error',
  forbid: [],
  allow: [],
};

/** What a policy forbids in a report. */
export interface PolicyVerdict {
  readonly verdict: 'fail' | 'pass';
  readonly forbidden: readonly MigrationFinding[];
  /** Files that the layout has no place for count as not known. */
  readonly problems: MigrationsReport['problems'];
}

/** Holds the findings of a report against a policy. What is forbidden stays so when it is allowed as well. */
export function applyPolicy(
  { migrations, problems }: MigrationsReport,
  { failOn, forbid, allow }: MigrationPolicy,
): PolicyVerdict {
  const isForbidden = ({ rule, severity }: MigrationFinding) =>
    forbid.includes(rule) ||
    (isAsBad(severity, failOn) && !allow.includes(rule));
  const forbidden = migrations.flatMap(({ findings }) =>
    findings.filter(isForbidden),
  );
  const counting = failOn === 'never' ? [] : problems;
  return {
    verdict: forbidden.length + counting.length > 0 ? 'fail' : 'pass',
    forbidden,
    problems: counting,
  };
}

function isAsBad(
  severity: MigrationSeverity,
  than: MigrationSeverity | 'never',
): boolean {
  if (than === 'never') return false;
  return (
    MIGRATION_SEVERITIES.indexOf(severity) <= MIGRATION_SEVERITIES.indexOf(than)
  );
}
