import { builtinChecks } from '../scorecards';
import { defaultTierSettings } from '../tiers';
import type { GatePolicy, GateSettings } from './types';

const EVERYTHING_BUT_EMERGENCIES: GatePolicy = {
  id: 'freeze-calendars',
  title: 'Freeze calendars',
  when: { classes: ['standard', 'major'] },
  calendars: 'all',
  freezeConsequence: 'deny',
  overrides: ['freeze'],
};

const EMERGENCIES: GatePolicy = {
  id: 'freeze-calendars-emergency',
  title: 'Freeze calendars, for emergencies',
  when: { classes: ['emergency'] },
  calendars: 'all',
  freezeConsequence: 'needs-approval',
  overrides: ['freeze'],
};

/**
 * Names of environments where nobody is served. Every other name counts as production,
 * so that a service which calls it `prod` or `live` does not slip past the policies.
 */
export const NOT_PRODUCTION: readonly string[] = [
  'dev',
  'development',
  'test',
  'testing',
  'qa',
  'integration',
  'preview',
  'sandbox',
  'staging',
];

/**
 * The policies that count when none are configured.
 *
 * @param tierIds - tiers in order, strictest first; the first two are *core*
 * @param options - `observesTraffic`: whether any tracing is read; only then the policies ask
 * whether dependencies match traffic, because nobody could answer otherwise
 */
export function defaultPolicies(
  tierIds: readonly string[],
  options: { observesTraffic?: boolean } = {},
): GatePolicy[] {
  const core = tierIds.slice(0, 2);
  return [
    EVERYTHING_BUT_EMERGENCIES,
    EMERGENCIES,
    {
      id: 'core-production',
      title: 'Core services in production',
      when: { tiers: core, exceptEnvironments: [...NOT_PRODUCTION] },
      checks: [
        { check: 'rollback-plan-current', otherwise: 'deny' },
        { check: 'continuity-plan-reviewed', otherwise: 'deny' },
        { check: 'last-deployment-succeeded', otherwise: 'inform' },
        ...(options.observesTraffic
          ? [
              {
                check: 'dependencies-match-traffic',
                otherwise: 'inform' as const,
              },
            ]
          : []),
      ],
      overrides: ['check'],
    },
    {
      id: 'major-release',
      title: 'Major releases of core services',
      when: {
        tiers: core,
        exceptEnvironments: [...NOT_PRODUCTION],
        classes: ['major'],
      },
      approval: {
        reason:
          'A major release of a core service needs the change advisory board (CAB).',
        remedy: 'Have the change request approved by the CAB.',
      },
    },
    {
      id: 'emergency-release',
      title: 'Emergency releases',
      when: {
        exceptEnvironments: [...NOT_PRODUCTION],
        classes: ['emergency'],
      },
      approval: {
        reason:
          'An emergency release skips what protects every other one, so two people answer for it.',
        remedy:
          'Have two people approve it, neither of them the one who deploys.',
      },
    },
    {
      id: 'unclassified-production',
      title: 'Unclassified services in production',
      when: {
        tiers: ['unclassified'],
        exceptEnvironments: [...NOT_PRODUCTION],
      },
      approval: {
        reason:
          'Nobody has said what an outage of this service would mean, so no rule can weigh the risk.',
        remedy:
          'Classify the service: declare spec.continuity with a tier, an RTO or an impact analysis. Until then, have the release approved.',
      },
    },
  ];
}

/** What the gate does without any configuration. */
export const defaultGateSettings: GateSettings = {
  policies: defaultPolicies(defaultTierSettings.tiers.map(({ id }) => id)),
  checks: [...builtinChecks],
  maxCatalogAge: 'PT10M',
  reliance: 'PT15M',
  horizon: 'P400D',
};
