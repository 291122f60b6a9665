import type { WindowSubject } from '../calendar';
import { matchPolicies } from './matchPolicies';
import type { GateSettings } from './types';
import { sentence } from './words';

/** What somebody may do who really cannot wait, if policies know such a way. */
export function emergencyWayOut(
  { policies }: GateSettings,
  subject: WindowSubject,
): string | undefined {
  if (subject.releaseClass === 'emergency') {
    return undefined;
  }
  const forEmergencies = matchPolicies(policies, {
    ...subject,
    releaseClass: 'emergency',
  });
  const opens =
    forEmergencies.length > 0 &&
    forEmergencies.every(
      ({ calendars, freezeConsequence }) =>
        calendars === undefined || freezeConsequence === 'needs-approval',
    );
  if (!opens) {
    return undefined;
  }
  const [approval] = forEmergencies
    .filter(({ when }) => when.classes?.includes('emergency'))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(policy => policy.approval ?? []);
  return `If it cannot wait, ask with release class emergency: ${
    approval ? sentence(approval.remedy) : 'that needs approval.'
  }`;
}
