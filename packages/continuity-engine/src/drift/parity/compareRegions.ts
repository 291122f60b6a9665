import { desiredFrom } from '../baseline/desiredFrom';
import { isMasked, maskObjects } from '../baseline/compareWithBaseline';
import { detectDrift } from '../detectDrift';
import type {
  DriftOptions,
  DriftProblem,
  DriftReport,
  SourcedObject,
} from '../types';

/** How two regions are compared. */
export interface ParityOptions extends Omit<DriftOptions, 'ignore'> {
  /**
   * Differences that are meant, e.g. the name of the region, the number of replicas, an
   * endpoint. Everything else is a finding.
   */
  readonly allow?: DriftOptions['ignore'];
}

/**
 * Is a secondary or standby like its primary? Both are live, so what a cluster allocates
 * and its controllers write is left out on either side. What only the primary has is
 * missing, and what only the other has is extra.
 *
 * Secrets are compared, and masked in the answer. When one of the sets was masked before,
 * so is the other: then only that they are there is compared, and the rest is not known.
 */
export function compareRegions(
  primary: readonly SourcedObject[],
  other: readonly SourcedObject[],
  { allow, ...options }: ParityOptions,
): DriftReport {
  const wasMasked = isMasked(primary) || isMasked(other);
  const problems: DriftProblem[] = wasMasked
    ? [
        {
          source: (isMasked(primary) ? primary : other)[0].source,
          problem: 'unreadable',
          message:
            'It holds values that were masked before, so of secrets only that they are there is compared. Compare what runs, or files with their values.',
        },
      ]
    : [];
  const desired = desiredFrom(
    wasMasked ? maskObjects(primary) : primary,
    problems,
  );
  const report = detectDrift(desired, wasMasked ? maskObjects(other) : other, {
    ...options,
    ...(allow && { ignore: allow }),
  });
  // What nothing can be read of on the primary may be on the other, or not.
  return problems.length === 0
    ? report
    : {
        ...report,
        problems: [...problems, ...report.problems],
        outcome: report.outcome === 'drifted' ? 'drifted' : 'unknown',
      };
}
