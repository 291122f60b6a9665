import { defaultGateSettings } from './defaults';
import { matchPolicies } from './matchPolicies';
import { parseGateSettings } from './parseGateSettings';

const ids = (
  tier: string,
  environment: string,
  releaseClass: 'standard' | 'major' | 'emergency',
) =>
  matchPolicies(defaultGateSettings.policies, {
    tier,
    environment,
    releaseClass,
  }).map(({ id }) => id);

describe('default policies', () => {
  it.each(['production', 'production-dr', 'prod', 'live', 'prod-eu-1', 'p'])(
    'count %s as production',
    environment => {
      expect(ids('tier-1', environment, 'standard')).toContain(
        'core-production',
      );
      expect(ids('tier-2', environment, 'major')).toContain('major-release');
      expect(ids('tier-4', environment, 'emergency')).toContain(
        'emergency-release',
      );
      expect(ids('unclassified', environment, 'standard')).toContain(
        'unclassified-production',
      );
    },
  );

  it.each(['development', 'test', 'staging'])(
    'ask only for the calendars in %s',
    environment => {
      expect(ids('tier-1', environment, 'standard')).toEqual([
        'freeze-calendars',
      ]);
      expect(ids('unclassified', environment, 'standard')).toEqual([
        'freeze-calendars',
      ]);
    },
  );
});

describe('exceptEnvironments', () => {
  const policies = [
    { id: 'p', title: 'P', when: { exceptEnvironments: ['staging'] } },
  ];

  it('can be configured', () => {
    const read = parseGateSettings(
      { policies },
      { tierIds: ['tier-1'], checks: defaultGateSettings.checks },
    );
    expect(read).toMatchObject({ settings: { policies } });
  });

  it('leaves an excepted environment to other policies', () => {
    const subject = { tier: 'tier-1', releaseClass: 'standard' } as const;
    expect(
      matchPolicies(policies, { ...subject, environment: 'staging' }),
    ).toEqual([]);
    expect(
      matchPolicies(policies, { ...subject, environment: 'live' }),
    ).toHaveLength(1);
  });
});
