import { utc } from '../../calendar/answer';
import type { DriftScanPayload, Evidence } from '../../evidence';
import type { CheckOutcome } from '../judgeLatest';

/**
 * The newest scans of every environment and region, and of all that each was held against;
 * several where they share a moment. One region in sync says nothing of another.
 */
export function newestOfEachPlace(
  scans: readonly Evidence<DriftScanPayload>[],
): Evidence<DriftScanPayload>[] {
  const newest = new Map<string, Evidence<DriftScanPayload>[]>();
  for (const scan of scans) {
    const { environment, region, payload } = scan;
    const { against, comparedWith } = payload;
    const place = JSON.stringify([environment, region, against, comparedWith]);
    const [known, ...others] = newest.get(place) ?? [];
    if (!known || scan.observedAt > known.observedAt) {
      newest.set(place, [scan]);
    } else if (scan.observedAt === known.observedAt) {
      newest.set(place, [known, ...others, scan]);
    }
  }
  return [...newest.values()].flat();
}

/** The outcome that counts when each of several has to be good. Undefined: there is none. */
export function worstOf(
  outcomes: readonly CheckOutcome[],
): CheckOutcome | undefined {
  return (
    outcomes.find(({ verdict }) => verdict === 'fail') ??
    outcomes.find(({ verdict }) => verdict === 'unknown') ??
    outcomes[0]
  );
}

export const seen = ({ observedAt, source, region }: Evidence) =>
  `${region === undefined ? '' : `${region}, `}scanned ${utc(
    observedAt,
  )} by ${source}`;

export const firstOf = ({ findings }: DriftScanPayload) =>
  findings.length === 0 ? '' : `${findings[0].object}: ${findings[0].what}. `;
