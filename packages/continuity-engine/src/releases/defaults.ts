import type { ReleaseSettings } from './types';

/**
 * The rules that count when none are configured.
 *
 * @param tierIds - tiers in order, strictest first; the first two are *core*
 */
export function defaultReleaseSettings(
  tierIds: readonly string[],
): ReleaseSettings {
  const core = tierIds.slice(0, 2);
  return {
    minDeployments: 5,
    rules: [
      {
        id: 'incident',
        title: 'Ends an incident',
        when: { incident: true },
        class: 'emergency',
      },
      {
        id: 'irreversible-migration',
        title: 'Cannot be migrated back',
        when: { migration: ['irreversible'] },
        class: 'major',
        remedy:
          'Split the migration: expand first, contract in a later release, so that each step can be gone back from.',
      },
      {
        id: 'core-migration',
        title: 'Migrates the database of a core service',
        when: { tiers: core, migration: ['reversible', 'irreversible'] },
        class: 'major',
      },
      {
        id: 'wide-blast-radius',
        title: 'Reaches several business functions',
        when: { businessFunctions: 3 },
        class: 'major',
        remedy:
          'Release in smaller steps, or put something in the place of the service that fails independently.',
      },
      {
        id: 'critical-neighbours',
        title: 'Takes services of the strictest tier down with it',
        when: { criticalServices: 1 },
        class: 'major',
        remedy:
          'See each path on the Dependencies page, and make the dependency soft or redundant where it can be.',
      },
      {
        id: 'core-infrastructure',
        title: 'Changes the infrastructure of a core service',
        when: { tiers: core, touches: ['infrastructure'] },
        class: 'major',
      },
      {
        id: 'large',
        title: 'Is large',
        when: { tiers: core, lines: 2_000 },
        class: 'major',
        remedy: 'Release in smaller steps.',
      },
      {
        id: 'core-major-update',
        title: 'Updates a dependency of a core service across a major version',
        when: { tiers: core, majorUpdates: true },
        class: 'major',
      },
      {
        id: 'into-peak-or-freeze',
        title: 'Deploys into a peak or a freeze',
        when: { into: ['freeze', 'peak'] },
        class: 'major',
        remedy: 'Plan it for another time; "Find a time" lists those that fit.',
      },
      {
        id: 'failing-lately',
        title: 'Failed too often lately',
        when: { failureRate: 0.2 },
        class: 'major',
        remedy:
          'Find out why its deployments fail; a release becomes standard again when they succeed.',
      },
      {
        id: 'divergent-pipeline',
        title: 'Comes from a pipeline of its own',
        when: { tiers: core, pipeline: 'divergent' },
        class: 'major',
        remedy: 'Bring the pipeline back to its template.',
      },
    ],
    protocols: {
      standard: {
        approvals: [
          {
            id: 'peer',
            title: 'Somebody else of the owners',
            required: 1,
            from: { owners: true },
            except: ['author'],
          },
        ],
        checks: ['rollback-plan-current'],
        windows: 'open-only',
        communication: [],
      },
      major: {
        approvals: [
          {
            id: 'owner',
            title: 'Somebody else of the owners',
            required: 1,
            from: { owners: true },
            except: ['author', 'committer'],
          },
          {
            id: 'change-advisory-board',
            title: 'Change advisory board',
            required: 2,
            from: { groups: ['group:default/change-advisory-board'] },
            except: ['author', 'committer', 'implementer'],
          },
        ],
        checks: ['rollback-plan-current', 'continuity-plan-reviewed'],
        windows: 'open-only',
        communication: [
          'Owners of the business functions that fail with it',
          'The service desk',
        ],
        reviewWithin: 'P5D',
      },
      emergency: {
        approvals: [
          {
            id: 'two-people',
            title: 'Two people, neither its author nor who carries it out',
            required: 2,
            from: {
              owners: true,
              groups: ['group:default/change-advisory-board'],
            },
            except: ['author', 'implementer'],
          },
        ],
        checks: [],
        windows: 'any',
        communication: [
          'The incident commander',
          'Owners of the business functions that fail with it',
        ],
        reviewWithin: 'P2D',
      },
    },
  };
}
