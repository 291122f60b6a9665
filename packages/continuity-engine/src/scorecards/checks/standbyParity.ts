import { driftScan } from '../../evidence';
import { defineCheck } from '../defineCheck';
import { firstOf, newestOfEachPlace, seen, worstOf } from './driftPlaces';

/** Whether a service declares somewhere to fail over to. */
const HAS_STANDBY = {
  $any: ['standby', 'secondary'].map(role => ({
    'spec.continuity.environments': { $contains: { role } },
  })),
};

/** A standby that is not like its primary is found out when it is needed. */
export const standbyParity = defineCheck({
  id: 'standby-parity',
  title: 'Standby is like its primary',
  question:
    'Does every secondary and standby run what its primary runs, but for what is declared?',
  needs: [driftScan],
  history: [driftScan],
  appliesTo: { entities: HAS_STANDBY },
  evaluate: ({ everywhere, entityRef, environment, region }) =>
    worstOf(
      newestOfEachPlace(
        everywhere(driftScan).filter(({ payload, ...scan }) => {
          const { against, comparedWith } = payload;
          const isItself =
            scan.environment === environment &&
            (region === undefined ||
              scan.region === undefined ||
              scan.region === region);
          const isItsPrimary =
            comparedWith?.environment === environment &&
            (region === undefined ||
              comparedWith.region === undefined ||
              comparedWith.region === region);
          // What was held against itself, or nobody knows what, is like no primary.
          const isHeldAgainstAnother =
            comparedWith !== undefined &&
            (comparedWith.environment !== scan.environment ||
              comparedWith.region !== scan.region);
          return (
            against === 'parity' &&
            isHeldAgainstAnother &&
            (isItself || isItsPrimary)
          );
        }),
      ).map(scan => {
        const { comparedWith } = scan.payload;
        const where = `${scan.environment}${
          scan.region === undefined ? '' : ` in ${scan.region}`
        }`;
        const primary = comparedWith
          ? `${comparedWith.environment}${
              comparedWith.region === undefined
                ? ''
                : ` in ${comparedWith.region}`
            }`
          : 'its primary';
        const said = `${scan.headline} (${seen(scan)}).`;
        const evidence = [scan.id];
        if (scan.verdict === 'pass') {
          return {
            verdict: 'pass',
            reason: `${where} is like ${primary}: ${said}`,
            evidence,
          };
        }
        return {
          verdict: scan.verdict,
          reason:
            scan.verdict === 'fail'
              ? `${where} is not like ${primary}: ${said}`
              : `It is not known whether ${where} is like ${primary}: ${said}`,
          remedy: `${firstOf(scan.payload)}${
            scan.verdict === 'fail'
              ? `Deploy to ${where} what ${primary} has, or declare the difference with a reason and an end.`
              : 'Mend what was not compared, and compare again.'
          }`,
          evidence,
        };
      }),
    ) ?? {
      verdict: 'unknown',
      reason: `No secondary or standby of ${entityRef} was compared with ${environment} within a day.`,
      remedy:
        'Compare them and report it: continuity drift parity --primary <context> --other <context> --push.',
      evidence: [],
    },
});
