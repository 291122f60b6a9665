import type {
  DriftEntry,
  DriftFinding,
  DriftPage,
  DriftParityPage,
  DriftScan,
} from '@continuity/plugin-continuity-common';

const HOUR = 3_600_000;
const REF = 'component:default/payments-api';
const CHANGE_ID = '5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e';

const at = (now: number, hours: number) =>
  new Date(now + hours * HOUR).toISOString();

/** The newest scan of a place, in sync unless said otherwise. */
export function driftEntry(
  now: number,
  more: Partial<DriftEntry> = {},
): DriftEntry {
  return {
    entityRef: REF,
    title: 'Payments API',
    owner: 'group:default/team-payments',
    tier: 'tier-1',
    tierTitle: 'Mission critical',
    environment: 'production',
    region: 'eu-west-1',
    against: 'git',
    standing: 'in-sync',
    verdict: 'pass',
    headline: 'against git: 12 of 12 objects in sync',
    counts: {
      objects: 12,
      inSync: 12,
      changed: 0,
      missing: 0,
      extra: 0,
      fields: 0,
      ignored: 0,
      notCompared: 0,
    },
    open: { attributed: 0, unauthorised: 0, ambiguous: 0, unknown: 0 },
    evidenceId: '7d2e4b6a-0d5f-4c8e-9a51-7d0c5a1f3b2e',
    source: 'pipeline',
    scannedAt: at(now, -1),
    expiresAt: at(now, 23),
    current: true,
    ...more,
  };
}

/** A hotfix that somebody applied by hand. */
export function driftFinding(
  now: number,
  more: Partial<DriftFinding> = {},
): DriftFinding {
  return {
    id: 'finding-1',
    object: 'apps/Deployment shop/payments-api',
    change: 'changed',
    what: 'spec.template.spec.containers[name=api].image differs',
    path: '/spec/template/spec/containers/0/image',
    label: 'spec.template.spec.containers[name=api].image',
    desired: {
      state: 'shown',
      text: '"registry.example.com/payments-api:1.4.2"',
    },
    live: {
      state: 'shown',
      text: '"registry.example.com/payments-api:1.4.3-hotfix"',
    },
    owner: 'kubectl-edit (Update)',
    managers: ['kubectl-edit'],
    ownedAt: at(now, -30),
    authorised: 'no',
    firstSeen: at(now, -26),
    lastSeen: at(now, -1),
    seenLast: true,
    culprit: {
      standing: 'unauthorised',
      reason: 'No change, deployment or override was under way then.',
      candidates: [],
    },
    ...more,
  };
}

/** A hand-made change, one with a culprit, a masked one; and a standby that lacks something. */
export function driftScans(now: number): DriftScan[] {
  const rest = { unlisted: 0, notCompared: [], resolved: [] };
  return [
    {
      ...driftEntry(now, {
        standing: 'unauthorised',
        verdict: 'fail',
        headline: 'against git: 11 of 12 objects in sync, 1 changed',
        open: { attributed: 1, unauthorised: 2, ambiguous: 0, unknown: 0 },
        since: at(now, -26),
      }),
      ...rest,
      findings: [
        driftFinding(now),
        driftFinding(now, {
          id: 'finding-2',
          path: '/spec/replicas',
          label: 'spec.replicas',
          desired: { state: 'shown', text: '3' },
          live: { state: 'shown', text: '5' },
          culprit: {
            standing: 'attributed',
            reason: 'It was written while a change was implemented.',
            candidates: [
              {
                kind: 'change',
                id: CHANGE_ID,
                title: 'Raise the payment limits',
                from: at(now, -31),
                to: at(now, -29),
              },
            ],
          },
        }),
        driftFinding(now, {
          id: 'finding-3',
          path: '/spec/template/spec/containers/0/env/1/value',
          label:
            'spec.template.spec.containers[name=api].env[name=API_TOKEN].value',
          desired: { state: 'masked', text: '(masked)' },
          live: { state: 'masked', text: '(masked)' },
        }),
      ],
      unlisted: 2,
      notCompared: [
        {
          object: 'Role shop/payments',
          what: 'the cluster refuses to show it',
        },
      ],
      resolved: [
        driftFinding(now, {
          id: 'finding-0',
          label: 'spec.minReadySeconds',
          resolvedAt: at(now, -2),
        }),
      ],
      waysOut: [
        { way: 'revert', text: 'Apply what Git says again: argocd app sync.' },
        { way: 'adopt', text: 'When what runs is right, bring Git to it.' },
      ],
    },
    {
      ...driftEntry(now, {
        environment: 'production-dr',
        region: 'eu-central-1',
        against: 'parity',
        comparedWith: { environment: 'production', region: 'eu-west-1' },
        standing: 'unknown',
        verdict: 'fail',
        headline: 'against parity: 11 of 12 objects in sync, 1 missing',
        open: { attributed: 0, unauthorised: 0, ambiguous: 0, unknown: 1 },
        since: at(now, -50),
        current: false,
      }),
      ...rest,
      findings: [
        driftFinding(now, {
          id: 'finding-4',
          object: 'ConfigMap shop/rates',
          change: 'missing',
          what: 'is not live',
          path: undefined,
          label: undefined,
          desired: undefined,
          live: undefined,
          owner: undefined,
          ownedAt: undefined,
          culprit: {
            standing: 'unknown',
            reason: 'Nobody recorded when it was removed.',
            candidates: [],
          },
        }),
      ],
      waysOut: [{ way: 'revert', text: 'Deploy to the standby as well.' }],
    },
  ];
}

/** One of each standing. */
export function driftPage(now: number): DriftPage {
  const [drifting, standby] = driftScans(now);
  return {
    items: [
      driftEntry(now, drifting),
      driftEntry(now, standby),
      driftEntry(now, {
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        tier: undefined,
        tierTitle: undefined,
        owner: undefined,
        against: 'baseline',
        baselineVersion: 3,
      }),
    ],
    totals: {
      services: 2,
      scans: 3,
      standings: { 'in-sync': 1, attributed: 0, unauthorised: 1, unknown: 1 },
    },
  };
}

/** One service with a cell of each state, and one with a single standby. */
export function driftParity(now: number): DriftParityPage {
  const primary = { environment: 'production', region: 'eu-west-1' };
  const standby = { environment: 'production-dr', region: 'eu-central-1' };
  const second = { environment: 'production', region: 'eu-north-1' };
  return {
    columns: [second, standby],
    items: [
      {
        entityRef: REF,
        title: 'Payments API',
        primary,
        cells: [
          {
            ...second,
            role: 'secondary',
            comparedWith: primary,
            state: 'in-sync',
            findings: 0,
            reason: 'Everything was compared, and nothing differs.',
            scannedAt: at(now, -2),
          },
          {
            ...standby,
            role: 'standby',
            comparedWith: primary,
            state: 'findings',
            findings: 1,
            reason: 'One object is missing.',
            scannedAt: at(now, -50),
          },
        ],
      },
      {
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        cells: [
          {
            ...standby,
            role: 'standby',
            state: 'not-compared',
            findings: 0,
            reason: 'It was never compared.',
          },
        ],
      },
    ],
    totals: { services: 2, 'in-sync': 1, findings: 1, 'not-compared': 1 },
  };
}
