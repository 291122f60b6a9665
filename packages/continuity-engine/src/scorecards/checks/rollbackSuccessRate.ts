import { rollbackExecution } from '../../evidence';
import { defineCheck } from '../defineCheck';
import { wilsonInterval } from './wilsonInterval';

/** Surely below this: it fails. */
const EXPECTED = 0.9;
/** Not surely above this: too few went well to rely on it. */
const RELIED_ON = 0.5;

/**
 * Rollbacks of the last year, as a rate with its 95 % interval. Few rollbacks prove
 * little, and the interval says how little: four that all went well are the fewest that
 * pass, because only then it is more likely than not that the next goes well, too.
 */
export const rollbackSuccessRate = defineCheck({
  id: 'rollback-success-rate',
  title: 'Rollbacks succeed',
  question:
    'Do rollbacks of this service go well, and are there enough to say?',
  needs: [rollbackExecution],
  history: [rollbackExecution],
  evaluate: ({ recent, entityRef, environment }) => {
    // One that was cancelled is no attempt that went well or badly.
    const tried = recent(rollbackExecution).filter(
      ({ verdict }) => verdict !== 'unknown',
    );
    const good = tried.filter(({ verdict }) => verdict === 'pass').length;
    const evidence = tried.map(({ id }) => id).slice(0, 20);
    if (tried.length === 0) {
      return {
        verdict: 'unknown',
        reason: `No rollback of ${entityRef} in ${environment} was reported within a year.`,
        remedy:
          'Have rollbacks reported as evidence of kind "rollback-execution"; if there was none, rehearse one.',
        evidence,
      };
    }
    const { low, high } = wilsonInterval(good, tried.length);
    const said = `${good} of ${
      tried.length
    } rollbacks within a year went well; with 95 % confidence the rate is ${percent(
      low,
    )} to ${percent(high)} %`;
    if (high < EXPECTED) {
      return {
        verdict: 'fail',
        reason: `${said}, below the ${percent(EXPECTED)} % that are expected.`,
        remedy:
          'Look at the rollbacks that failed, mend what they have in common, and rehearse.',
        evidence,
      };
    }
    if (low < RELIED_ON) {
      return {
        verdict: 'unknown',
        reason: `${said}, which is too wide to rely on.`,
        remedy:
          'Rehearse going back regularly, until there are enough rollbacks to say; four that go well are enough.',
        evidence,
      };
    }
    return { verdict: 'pass', reason: `${said}.`, evidence };
  },
});

function percent(rate: number): number {
  return Math.round(rate * 100);
}
