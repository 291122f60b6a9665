import type { WindowSubject } from '../calendar/types';
import type { Finding } from './Finding';
import type { GatePolicy } from './types';

/** The parts of a subject that a policy may name. */
type Matched = Pick<WindowSubject, 'tier' | 'environment' | 'releaseClass'>;

/** The policies that are for a subject. */
export function matchPolicies(
  policies: readonly GatePolicy[],
  subject: Matched,
): GatePolicy[] {
  return policies.filter(
    ({ when }) =>
      names(when.tiers, subject.tier) &&
      isForEnvironment(when, subject.environment) &&
      names(when.classes, subject.releaseClass),
  );
}

/** Those that look at calendars. */
export function lookingPolicies(policies: readonly GatePolicy[]): GatePolicy[] {
  return policies.filter(({ calendars }) => calendars !== undefined);
}

/** What is answered when no policy is for a subject: nobody has said that it is allowed. */
export function uncovered(
  policies: readonly GatePolicy[],
  subject: Matched,
): Finding {
  const { tier, environment, releaseClass } = subject;
  const parts = [
    policies.some(({ when }) => names(when.tiers, tier))
      ? undefined
      : `tier ${tier}`,
    policies.some(({ when }) => isForEnvironment(when, environment))
      ? undefined
      : `environment "${environment}"`,
    policies.some(({ when }) => names(when.classes, releaseClass))
      ? undefined
      : `release class ${releaseClass}`,
  ].filter(part => part !== undefined);
  const what =
    parts.length > 0
      ? `No policy covers ${parts.join(' or ')}`
      : `No policy covers the combination of tier ${tier}, environment "${environment}" and release class ${releaseClass}`;
  return {
    rule: 'policy',
    label: 'Policies',
    verdict: 'deny',
    explain: () => ({
      explanation: `${what}, so nobody has said under which conditions this may be deployed.`,
      remedy:
        'Have whoever runs Continuity add a policy for it under continuity.gate.policies.',
    }),
    evidence: [],
  };
}

function isForEnvironment(
  { environments, exceptEnvironments }: GatePolicy['when'],
  environment: string,
): boolean {
  return (
    names(environments, environment) &&
    exceptEnvironments?.includes(environment) !== true
  );
}

function names<T>(list: readonly T[] | undefined, value: T): boolean {
  return list === undefined || list.includes(value);
}
