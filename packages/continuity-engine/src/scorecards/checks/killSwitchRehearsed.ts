import { killSwitch } from '../../evidence';
import { durationMs, parseInstant } from '../../time';
import { utc } from '../../calendar/answer';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** A switch that nobody has thrown for this long may be wired to nothing by now. */
const REHEARSED_WITHIN = 'P180D';

/** The fastest way back is to turn the new part off. */
export const killSwitchRehearsed = defineCheck({
  id: 'kill-switch-rehearsed',
  title: 'Kill switch was rehearsed',
  question:
    'Is the risky part behind a flag that exists, and was it thrown in a rehearsal?',
  needs: [killSwitch],
  evaluate: context =>
    judgeLatest(
      context,
      killSwitch,
      {
        report:
          'Put the risky part behind a flag, and report it as evidence of kind "kill-switch".',
        repair: ({ flag, provider, exists }) =>
          exists
            ? `Find out why ${flag} turns nothing off, mend it, and throw it again in a rehearsal.`
            : `Create ${flag} in ${provider}, or correct the name that is looked for.`,
        settle: ({ flag }) =>
          `Throw ${flag} in a rehearsal, see that the part stops, and report it.`,
      },
      ({ id, headline, payload: { flag, rehearsal } }) => {
        const thrown = parseInstant(rehearsal?.toggledAt ?? '') ?? 0;
        const until = thrown + durationMs(REHEARSED_WITHIN);
        if (thrown > context.now || until <= context.now) {
          return {
            verdict: 'unknown',
            reason:
              thrown > context.now
                ? `${flag} is said to have been thrown on ${utc(
                    thrown,
                  )}, which lies ahead.`
                : `${flag} was last thrown on ${utc(
                    thrown,
                  )}, more than 180 days ago.`,
            remedy: `Throw ${flag} in a rehearsal again, and report it.`,
            evidence: [id],
          };
        }
        return {
          verdict: 'pass',
          reason: `On ${utc(thrown)} ${headline}.`,
          evidence: [id],
          until,
        };
      },
    ),
});
