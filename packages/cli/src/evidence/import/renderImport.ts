import { plainLine } from '../../output/plainLine';
import type { RejectedItem } from '../EvidenceItem';
import type { PushOutcome } from '../pushEvidence';
import type { UnmappedFact } from './Fact';
import type { MappedFact } from './mapFacts';

/** What was reported, and what was not, with the reasons. */
export function renderImport({
  accepted,
  known,
  rejected,
  unmapped,
}: PushOutcome & { unmapped: readonly UnmappedFact[] }): string {
  return textOf([
    `${accepted} accepted, ${known} known, ${rejected.length} rejected, ${unmapped.length} not mapped`,
    ...reasons(rejected, unmapped),
  ]);
}

/** What would be reported, and what would not. */
export function renderDryRun({
  reports,
  unchecked,
  rejected,
  unmapped,
}: {
  reports: readonly MappedFact[];
  /** Kinds that only the server knows. */
  unchecked: ReadonlySet<string>;
  rejected: readonly RejectedItem[];
  unmapped: readonly UnmappedFact[];
}): string {
  return textOf([
    `Nothing was reported. ${reports.length} would be, ${rejected.length} would be rejected, ${unmapped.length} not mapped`,
    ...reports.map(({ place, value }) => {
      const { kind, entityRef, environment, region, observedAt } = value;
      const where = [environment, region].filter(Boolean).join(' ');
      return `${place}: ${kind} of ${entityRef}${
        where && ` in ${where}`
      }, observed ${observedAt}`;
    }),
    ...reasons(rejected, unmapped),
    ...[...unchecked].map(
      kind => `${kind} is not built in; only the server can check it`,
    ),
  ]);
}

function reasons(
  rejected: readonly RejectedItem[],
  unmapped: readonly UnmappedFact[],
): string[] {
  return [
    ...rejected.map(
      ({ place, field, message }) =>
        `${place}: rejected: ${field ? `${field}: ` : ''}${message}`,
    ),
    ...unmapped.map(({ place, fact, entityRef, message }) => {
      const about = [fact, entityRef].filter(Boolean).join(' of ');
      return `${place}: not mapped${about && ` (${about})`}: ${message}`;
    }),
  ];
}

function textOf(lines: readonly string[]): string {
  return `${lines.map(plainLine).join('\n')}\n`;
}
