import {
  driftScan,
  type DriftScanPayload,
  type Evidence,
} from '../../evidence';
import { defineCheck } from '../defineCheck';
import type { CheckOutcome } from '../judgeLatest';
import type { CheckContext } from '../types';
import { firstOf, newestOfEachPlace, seen, worstOf } from './driftPlaces';

const SCAN =
  'Scan it and report the scan: continuity drift --desired <dir> --live <context> --push.';

/** The newest scan against Git of every region that still counts, judged; none is unknown. */
function judgeScan(
  context: CheckContext,
  judge: (scan: Evidence<DriftScanPayload>) => CheckOutcome,
): CheckOutcome {
  const { entityRef, environment, recent } = context;
  const scans = newestOfEachPlace(
    recent(driftScan).filter(({ payload }) => payload.against === 'git'),
  );
  return (
    worstOf(scans.map(judge)) ?? {
      verdict: 'unknown',
      reason: `There is no scan of ${entityRef} in ${environment} against Git within a day.`,
      remedy: SCAN,
      evidence: [],
    }
  );
}

/** Drift that nobody looks for is not found before it hurts. */
export const driftScanned = defineCheck({
  id: 'drift-scanned',
  title: 'Drift is looked for',
  question: 'Was everything that is desired compared with what runs, lately?',
  needs: [driftScan],
  history: [driftScan],
  evaluate: context =>
    judgeScan(context, scan => {
      const { objects, notCompared } = scan.payload;
      if (notCompared > 0 || objects === 0) {
        return {
          verdict: 'unknown',
          reason: `The scan did not see everything: ${scan.headline} (${seen(
            scan,
          )}).`,
          remedy: `${firstOf(
            scan.payload,
          )}Mend what was not compared, and scan again.`,
          evidence: [scan.id],
        };
      }
      return {
        verdict: 'pass',
        reason: `All ${objects} objects were compared (${seen(scan)}).`,
        evidence: [scan.id],
      };
    }),
});

/** What runs is what was reviewed. */
export const noDriftFromGit = defineCheck({
  id: 'no-drift-from-git',
  title: 'What runs is what Git says',
  question: 'Does everything that runs match what is desired in Git?',
  needs: [driftScan],
  history: [driftScan],
  evaluate: context =>
    judgeScan(context, scan => {
      const said = `${scan.headline} (${seen(scan)}).`;
      const evidence = [scan.id];
      if (scan.verdict === 'pass') {
        return { verdict: 'pass', reason: `Held ${said}`, evidence };
      }
      return {
        verdict: scan.verdict,
        reason:
          scan.verdict === 'fail'
            ? `What runs differs: ${said}`
            : `It is not known: ${said}`,
        remedy: `${firstOf(scan.payload)}${
          scan.verdict === 'fail'
            ? 'Apply what is desired again, or bring into Git what shall stay.'
            : 'Mend what was not compared, and scan again.'
        }`,
        evidence,
      };
    }),
});

/** A change that went past those who deploy is one that nobody reviewed. */
export const noUnauthorisedChanges = defineCheck({
  id: 'no-unauthorised-changes',
  title: 'Nothing was changed by hand',
  question:
    'Is every field that differs owned by a manager that deploys, as far as it is recorded?',
  needs: [driftScan],
  history: [driftScan],
  evaluate: context =>
    judgeScan(context, scan => {
      const { unauthorised, unattributed, notCompared } = scan.payload;
      const evidence = [scan.id];
      if (unauthorised > 0) {
        return {
          verdict: 'fail',
          reason: `${unauthorised} fields that differ were written by nobody who deploys (${seen(
            scan,
          )}).`,
          remedy: `${firstOf(
            scan.payload,
          )}Ask whoever owns the fields, and undo the change or bring it into Git.`,
          evidence,
        };
      }
      if (unattributed + notCompared > 0 || scan.payload.objects === 0) {
        return {
          verdict: 'unknown',
          reason: `Of ${unattributed} fields that differ no owner is recorded, and ${notCompared} things were not compared (${seen(
            scan,
          )}).`,
          remedy:
            'Scan live objects with their managedFields, and mend what was not compared.',
          evidence,
        };
      }
      return {
        verdict: 'pass',
        reason: `No field was written by anybody but those who deploy (${seen(
          scan,
        )}).`,
        evidence,
      };
    }),
});

/** An exception that outlives its reason hides the next drift. */
export const ignoreRulesCurrent = defineCheck({
  id: 'drift-ignore-rules-current',
  title: 'Ignore rules are current',
  question: 'Does no rule that leaves drift out end soon, or has ended?',
  needs: [driftScan],
  history: [driftScan],
  evaluate: context =>
    judgeScan(context, scan => {
      const { expired, expiring } = scan.payload.rules;
      const isCurrent = expired + expiring === 0;
      return {
        verdict: isCurrent ? 'pass' : 'fail',
        reason: isCurrent
          ? `No ignore rule has ended or ends within 14 days (${seen(scan)}).`
          : `${expired} ignore rules have ended and ${expiring} end within 14 days (${seen(
              scan,
            )}).`,
        ...(!isCurrent && {
          remedy:
            'Renew each rule with its reason, or remove it; continuity drift names them.',
        }),
        evidence: [scan.id],
      };
    }),
});
