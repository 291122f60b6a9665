import {
  DRIFT_CULPRITS_SOURCE,
  driftCulprits,
  driftScan,
  type DriftCulpritsPayload,
  type DriftScanPayload,
  type Evidence,
} from '../../evidence';
import { defineCheck } from '../defineCheck';
import type { CheckOutcome } from '../judgeLatest';
import { newestOfEachPlace, seen, worstOf } from './driftPlaces';

const MEND =
  'Undo it, or raise a change for it and have it approved; an override that was in force then answers for it, too.';

/** Drift of which nobody can say who did it is one that nobody decided. */
export const driftHasCulprit = defineCheck({
  id: 'drift-has-culprit',
  title: 'No drift is unauthorised',
  question:
    'Did every difference come about in the time of an approved change, a deployment or an override?',
  needs: [driftScan, driftCulprits],
  history: [driftScan, driftCulprits],
  evaluate: ({ recent, entityRef, environment }) => {
    const culprits = recent(driftCulprits).filter(
      ({ source }) => source === DRIFT_CULPRITS_SOURCE,
    );
    // A standby that differs from its primary is a matter of parity.
    const scans = newestOfEachPlace(
      recent(driftScan).filter(({ payload }) => payload.against !== 'parity'),
    );
    const isAgainstGit = scans.some(({ payload }) => payload.against === 'git');
    return (
      (isAgainstGit
        ? worstOf(scans.map(scan => judge(scan, culprits)))
        : undefined) ?? {
        verdict: 'unknown',
        reason: `There is no scan of ${entityRef} in ${environment} against Git within a day.`,
        remedy:
          'Scan it and report the scan: continuity drift --desired <dir> --live <context> --push.',
        evidence: [],
      }
    );
  },
});

function judge(
  scan: Evidence<DriftScanPayload>,
  culprits: readonly Evidence<DriftCulpritsPayload>[],
): CheckOutcome {
  if (scan.verdict === 'pass') {
    return {
      verdict: 'pass',
      reason: `Nothing differs (${seen(scan)}).`,
      evidence: [scan.id],
    };
  }
  const own = culprits.filter(({ payload }) => payload.scan === scan.id);
  const newest = own.filter(
    ({ observedAt }) => observedAt === own[0].observedAt,
  );
  return (
    worstOf(newest.map(one => judgeCulprits(scan, one))) ?? {
      verdict: 'unknown',
      reason: `Nobody has looked yet who is answerable for the drift (${seen(
        scan,
      )}).`,
      remedy:
        'Ask again in a minute. If it stays so, have whoever runs Continuity look at the followers of the ledger.',
      evidence: [scan.id],
    }
  );
}

function judgeCulprits(
  scan: Evidence<DriftScanPayload>,
  { id, payload, verdict, headline }: Evidence<DriftCulpritsPayload>,
): CheckOutcome {
  const evidence = [scan.id, id];
  const [first] = payload.unanswered;
  const why = first ? ` ${first.object}: ${first.what}. ${first.reason}` : '';
  const place = `(${seen(scan)})`;
  if (verdict === 'fail') {
    return {
      verdict: 'fail',
      reason: `${payload.unauthorised} differences are unauthorised ${place}.${why}`,
      remedy: MEND,
      evidence,
    };
  }
  // What was not compared may have been written by anybody.
  const isExplained =
    verdict === 'pass' && payload.attributed > 0 && scan.payload.objects > 0;
  if (!isExplained || scan.payload.notCompared > 0) {
    return {
      verdict: 'unknown',
      reason: `It is not known who is answerable for all of it: ${headline} ${place}.${why}`,
      remedy: `Scan more often and with managedFields, report deployments, and mend what was not compared. ${MEND}`,
      evidence,
    };
  }
  return {
    verdict: 'pass',
    reason: `Each of ${payload.attributed} differences came about in the time of a change, a deployment or an override ${place}.`,
    evidence,
  };
}
