import { driftScan } from '../../evidence';
import { defineCheck } from '../defineCheck';
import { firstOf, newestOfEachPlace, seen, worstOf } from './driftPlaces';

/** What runs is what was approved, whatever Git says by now. */
export const noDriftFromBaseline = defineCheck({
  id: 'no-drift-from-baseline',
  title: 'What runs is what was approved',
  question: 'Does everything that runs match the baseline that was promoted?',
  needs: [driftScan],
  history: [driftScan],
  evaluate: ({ recent, entityRef, environment }) =>
    worstOf(
      newestOfEachPlace(
        recent(driftScan).filter(
          ({ payload }) => payload.against === 'baseline',
        ),
      ).map(scan => {
        const { baseline } = scan.payload;
        const version = baseline ? ` version ${baseline.version}` : '';
        const said = `${scan.headline} (${seen(scan)}).`;
        const evidence = [scan.id];
        if (!baseline && scan.verdict === 'pass') {
          return {
            verdict: 'unknown',
            reason: `The scan does not say which baseline it was held against: ${said}`,
            remedy:
              'Report the version of the baseline; continuity drift --baseline --push does.',
            evidence,
          };
        }
        if (scan.verdict === 'pass') {
          return {
            verdict: 'pass',
            reason: `Held against baseline${version}: ${said}`,
            evidence,
          };
        }
        return {
          verdict: scan.verdict,
          reason:
            scan.verdict === 'fail'
              ? `What runs differs from baseline${version}: ${said}`
              : `It is not known: ${said}`,
          remedy: `${firstOf(scan.payload)}${
            scan.verdict === 'fail'
              ? 'Deploy what was approved again, or promote what runs by an approved change.'
              : 'Mend what was not compared, and scan again.'
          }`,
          evidence,
        };
      }),
    ) ?? {
      verdict: 'unknown',
      reason: `There is no scan of ${entityRef} in ${environment} against its baseline within a day.`,
      remedy:
        'Propose a baseline and have it promoted, then hold what runs against it: continuity drift --baseline --live <context> --push.',
      evidence: [],
    },
});
