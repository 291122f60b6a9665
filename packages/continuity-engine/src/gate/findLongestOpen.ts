import type { Judgement, Matter } from './judge';
import { lookingPolicies, matchPolicies } from './matchPolicies';
import type { GateAnswer } from './types';

/**
 * The longest stretch within the horizon that no window closes, for any policy.
 * Undefined: there is none, no policy looks at calendars, or it cannot be told what they
 * close.
 */
export function findLongestOpen(
  { settings, admitted: { subject }, sight }: Matter,
  { at, findings }: Judgement,
): GateAnswer['longestOpen'] {
  const looking = lookingPolicies(matchPolicies(settings.policies, subject));
  const unknown = findings.some(
    ({ rule, verdict }) =>
      verdict !== 'allow' &&
      (rule === 'freeze' || rule.startsWith('calendar:')),
  );
  if (looking.length === 0 || unknown) {
    return undefined;
  }
  const { horizon } = sight;
  const longest = sight.courseOf(looking).longestOpen(at, horizon);
  if (!longest) {
    return undefined;
  }
  return longest.end < horizon ? longest : { start: longest.start };
}
