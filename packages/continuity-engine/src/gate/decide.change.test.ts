import fc from 'fast-check';
import { changeMachine } from '../changes/changeMachine';
import type { ChangeState } from '../changes/types';
import { decide } from './decide';
import { defaultGateSettings } from './defaults';
import {
  deploymentEvidence,
  ENTITY,
  facts,
  HOUR,
  NOW,
  request,
  type TestWindow,
} from './__testUtils__/world';
import type {
  GateChange,
  GateFacts,
  GateOverride,
  GatePolicy,
  GateRequest,
} from './types';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;
const MONTH_END: TestWindow = { id: 'month-end', times: [[-HOUR, 63 * HOUR]] };
const FREEZE = 'freeze:freezecalendar:default/finance#month-end';

type Known = Extract<GateChange, { state: 'known' }>;
const APPROVED: Known = {
  state: 'known',
  id: 'change-1',
  title: 'Payments 1.5',
  stands: 'scheduled',
  class: 'standard',
  entities: [ENTITY],
  environments: ['production'],
  digests: { [ENTITY]: DIGEST },
  window: { start: NOW - HOUR, end: NOW + HOUR },
  approvals: { missing: '' },
  knownClosings: [],
};
const DEMANDING: GatePolicy[] = [
  { id: 'change', title: 'Change', when: {}, change: { otherwise: 'deny' } },
];

const ask = (
  change: GateChange | undefined,
  asked: Partial<GateRequest> = {},
  policies: GatePolicy[] = DEMANDING,
  world: Partial<GateFacts> & { windows?: readonly TestWindow[] } = {},
) =>
  decide(
    request({ change: 'change-1', artifactDigest: DIGEST, ...asked }),
    facts({ ...world, ...(change && { change }) }),
    { ...defaultGateSettings, policies },
  );
const reasonFor = (answer: ReturnType<typeof ask>, rule: string) =>
  answer.reasons.find(reason => reason.rule === rule);

describe('a change that no policy demands', () => {
  const UNASKED: GatePolicy[] = [
    { id: 'open', title: 'Open', when: {}, calendars: 'all' },
  ];

  it('is told of when it is named and does not count, and stops nothing', () => {
    const answer = ask(
      { state: 'unknown', problem: 'There is no change change-1.' },
      {},
      UNASKED,
    );
    expect(answer.verdict).toBe('allow');
    expect(reasonFor(answer, 'change')).toMatchObject({
      verdict: 'allow',
      explanation: expect.stringContaining('There is no change change-1.'),
      remedy: expect.any(String),
    });
  });

  it.each<[string, GateChange | undefined, Partial<GateRequest>]>([
    ['it counts', APPROVED, {}],
    ['none is named', undefined, { change: undefined }],
  ])('is not spoken of when %s', (_, change, asked) => {
    expect(reasonFor(ask(change, asked, UNASKED), 'change')).toBeUndefined();
  });
});

describe('a policy that demands an approved change', () => {
  it('lets through what one covers, and names it', () => {
    const answer = ask(APPROVED);
    expect(answer.verdict).toBe('allow');
    expect(reasonFor(answer, 'change')).toMatchObject({
      policy: 'change',
      change: 'change-1',
      explanation: 'Change "Payments 1.5" is approved and covers it.',
    });
    expect(answer.nextChange).toEqual({
      at: NOW + HOUR,
      verdict: 'deny',
      cause: expect.stringContaining('which is over'),
    });
  });

  it.each<[string, Partial<Known>, Partial<GateRequest>, string]>([
    ['no change is named', {}, { change: undefined }, 'names no change'],
    [
      'it is suspended',
      { suspended: 'A freeze appeared' },
      {},
      'are suspended. A freeze appeared.',
    ],
    [
      'an approval is missing',
      { approvals: { missing: '1 of CAB' } },
      {},
      '1 of CAB',
    ],
    [
      'an approval has expired',
      { approvals: { missing: '', until: NOW } },
      {},
      'expired at',
    ],
    [
      'it is for another entity',
      { entities: ['component:default/x'] },
      {},
      'is not for component:default/payments-api',
    ],
    [
      'it is for another environment',
      { environments: ['staging'] },
      {},
      'is for staging, not for "production"',
    ],
    [
      'it is for other regions',
      { regions: ['us-east-1'] },
      {},
      'is for us-east-1, not for',
    ],
    [
      'it is of another class',
      { class: 'major' },
      {},
      'is major; the request says standard',
    ],
    [
      'the request names another artifact',
      {},
      { artifactDigest: OTHER },
      `was approved for ${DIGEST}; the request names ${OTHER}`,
    ],
    [
      'the request names no artifact',
      {},
      { artifactDigest: undefined },
      'the request names none',
    ],
    [
      'no artifact was approved',
      { digests: {} },
      {},
      'was approved for no particular artifact',
    ],
    ['it has no time', { window: undefined }, {}, 'has no planned time'],
    [
      'its time is over',
      { window: { start: 0, end: NOW } },
      {},
      'which is over',
    ],
    [
      'its time has not come',
      { window: { start: NOW + 1, end: NOW + HOUR } },
      {},
      'and not before',
    ],
    [
      'its time is over, though it began',
      { stands: 'implementing', window: { start: 0, end: NOW } },
      {},
      'which is over',
    ],
  ])('denies when %s', (_, change, asked, reason) => {
    const answer = ask({ ...APPROVED, ...change }, asked);
    expect(answer.verdict).toBe('deny');
    expect(reasonFor(answer, 'change')).toMatchObject({
      verdict: 'deny',
      explanation: expect.stringContaining(reason),
      remedy: expect.stringMatching(/\.$/),
    });
  });

  it.each<[string, GateChange | undefined]>([
    ['nobody has looked', undefined],
    [
      'nothing is known',
      { state: 'unknown', problem: 'There is no change of that id' },
    ],
  ])('denies when %s', (_, change) => {
    expect(ask(change).verdict).toBe('deny');
  });

  it('lets through only in the states that let something begin', () => {
    const passing = (Object.keys(changeMachine.states) as ChangeState[]).filter(
      stands => ask({ ...APPROVED, stands }).verdict === 'allow',
    );
    expect(passing).toEqual(['approved', 'scheduled', 'implementing']);
  });

  it('never passes what is incomplete in any respect', () => {
    const spoil: Partial<Known>[] = [
      { stands: 'awaiting-approval' },
      { suspended: 'Why' },
      { approvals: { missing: 'somebody' } },
      { entities: [] },
      { environments: [] },
      { digests: {} },
      { window: undefined },
    ];
    fc.assert(
      fc.property(fc.subarray(spoil, { minLength: 1 }), parts => {
        const change = Object.assign({}, APPROVED, ...parts);
        expect(ask(change).verdict).toBe('deny');
      }),
    );
  });

  it('says when it will be its time', () => {
    expect(
      ask({ ...APPROVED, window: { start: NOW + HOUR, end: NOW + 2 * HOUR } }),
    ).toMatchObject({ verdict: 'deny', nextOpen: NOW + HOUR });
  });

  it('lets a deployment finish that began in time', () => {
    expect(
      ask(
        { ...APPROVED, stands: 'implementing', window: { start: 0, end: NOW } },
        {
          operation: 'continue',
          continues: { decisionId: 'd', allowedAt: NOW - HOUR },
        },
      ).verdict,
    ).toBe('allow');
  });

  it('lets through what goes back to what ran there, and nothing else that says so', () => {
    const back = { operation: 'rollback', change: undefined } as const;
    const ran = deploymentEvidence({
      payload: {
        version: '1',
        artifactDigest: DIGEST,
        outcome: 'succeeded',
        startedAt: '2026-01-01T00:00:00Z',
        finishedAt: '2026-01-01T00:00:00Z',
      },
    });
    expect(ask(undefined, back, DEMANDING, { evidence: [ran] }).verdict).toBe(
      'allow',
    );
    expect(ask(undefined, back, DEMANDING, { evidence: [] }).verdict).toBe(
      'deny',
    );
  });

  it('does what the policy says otherwise', () => {
    const verdicts = (['deny', 'needs-approval', 'inform'] as const).map(
      otherwise =>
        ask(undefined, {}, [{ ...DEMANDING[0], change: { otherwise } }])
          .verdict,
    );
    expect(verdicts).toEqual(['deny', 'needs-approval', 'allow']);
  });
});

describe('what needs an approval', () => {
  const policies: GatePolicy[] = [
    {
      id: 'cab',
      title: 'CAB',
      when: {},
      approval: { reason: 'It is major.', remedy: 'Ask the CAB.' },
    },
    {
      id: 'freezes',
      title: 'Freezes',
      when: {},
      calendars: 'all',
      freezeConsequence: 'needs-approval',
    },
  ];
  const closing = { windows: [MONTH_END] };

  it('has one by a change that covers it', () => {
    expect(ask(undefined, { change: undefined }, policies).verdict).toBe(
      'needs-approval',
    );
    const answer = ask(APPROVED, {}, policies);
    expect(answer.verdict).toBe('allow');
    expect(reasonFor(answer, 'approval:cab')?.change).toBe('change-1');
  });

  it('is told why the change that is named does not count', () => {
    const answer = ask({ ...APPROVED, stands: 'draft' }, {}, policies);
    expect(answer.verdict).toBe('needs-approval');
    expect(reasonFor(answer, 'approval:cab')?.explanation).toBe(
      'It is major. Change "Payments 1.5" is a draft.',
    );
  });

  it('passes a window only if the approvers knew of it', () => {
    const unaware = ask(APPROVED, {}, policies, closing);
    expect(unaware.verdict).toBe('needs-approval');
    expect(reasonFor(unaware, FREEZE)?.explanation).toMatch(
      /was approved without it\.$/,
    );
    const aware = ask(
      {
        ...APPROVED,
        knownClosings: ['freezecalendar:default/finance#month-end'],
      },
      {},
      policies,
      closing,
    );
    expect(aware.verdict).toBe('allow');
    expect(reasonFor(aware, FREEZE)?.change).toBe('change-1');
  });

  it('never makes a denial an approval', () => {
    const denying: GatePolicy[] = [
      { id: 'f', title: 'F', when: {}, calendars: 'all' },
    ];
    expect(
      ask(
        {
          ...APPROVED,
          knownClosings: ['freezecalendar:default/finance#month-end'],
        },
        {},
        denying,
        closing,
      ).verdict,
    ).toBe('deny');
  });
});

describe('a break-glass override', () => {
  const policy: GatePolicy = {
    id: 'core',
    title: 'Core',
    when: {},
    calendars: 'all',
    checks: [{ check: 'rollback-plan-current', otherwise: 'deny' }],
    overrides: ['freeze', 'check'],
  };
  const CHECK = 'check:rollback-plan-current';
  const OVERRIDE: GateOverride = {
    id: 'o-1',
    rules: [FREEZE, CHECK],
    entities: [ENTITY],
    environments: ['production'],
    start: NOW - HOUR,
    end: NOW + HOUR,
    reason: 'Customers cannot pay',
    incident: 'INC-7',
    approvedBy: ['user:default/ann', 'user:default/bob'],
  };
  const under = (
    overrides: GateOverride[],
    change: Partial<GatePolicy> = {},
    asked: Partial<GateRequest> = {},
  ) =>
    ask(
      undefined,
      { change: undefined, ...asked },
      [{ ...policy, ...change }],
      {
        windows: [MONTH_END],
        evidence: [],
        overrides,
      },
    );

  it('passes over what it names, and the decision says so', () => {
    const answer = under([OVERRIDE]);
    expect(answer.verdict).toBe('allow');
    for (const rule of [FREEZE, CHECK]) {
      expect(reasonFor(answer, rule)).toMatchObject({
        override: 'o-1',
        until: NOW + HOUR,
        explanation: expect.stringMatching(
          /It does not count until 2026-01-30 17:00 UTC: override o-1 for incident INC-7 passes over it, approved by user:default\/ann and user:default\/bob\. Customers cannot pay\.$/,
        ),
      });
    }
    expect(answer.validUntil).toBeLessThanOrEqual(NOW + HOUR);
    expect(answer.nextChange).toMatchObject({
      at: NOW + HOUR,
      verdict: 'deny',
    });
  });

  it.each<[string, Partial<GateOverride>]>([
    ['names other rules', { rules: ['check:restore-tested'] }],
    ['names one of two', { rules: [FREEZE] }],
    ['is for something else', { entities: ['component:default/x'] }],
    ['is for another place', { environments: ['staging'] }],
    ['is for another region', { regions: ['us-east-1'] }],
    ['is over', { end: NOW }],
    ['has not begun', { start: NOW + 1 }],
  ])('does not help when it %s', (_, change) => {
    expect(under([{ ...OVERRIDE, ...change }]).verdict).toBe('deny');
  });

  it.each<[GatePolicy['overrides']]>([[undefined], [['freeze']], [['check']]])(
    'counts only as far as the policy says: %j',
    overrides => {
      expect(under([OVERRIDE], { overrides }).verdict).toBe('deny');
    },
  );

  it('says of what still counts that one could be asked for', () => {
    const answer = under([{ ...OVERRIDE, rules: [FREEZE] }]);
    expect(reasonFor(answer, FREEZE)?.overridable).toBeUndefined();
    expect(reasonFor(answer, CHECK)?.overridable).toBe(true);
    const onlyFreezes = under([], { overrides: ['freeze'] });
    expect(reasonFor(onlyFreezes, FREEZE)?.overridable).toBe(true);
    expect(reasonFor(onlyFreezes, CHECK)?.overridable).toBeUndefined();
  });

  it('is not offered where another policy would deny all the same', () => {
    const strict = { ...policy, id: 'strict', overrides: undefined };
    const answer = ask(undefined, { change: undefined }, [policy, strict], {
      windows: [MONTH_END],
      evidence: [],
    });
    for (const rule of [FREEZE, CHECK]) {
      expect(reasonFor(answer, rule)).toMatchObject({ policy: 'core, strict' });
      expect(reasonFor(answer, rule)?.overridable).toBeUndefined();
    }
  });

  it('never passes over what is not known', () => {
    const everything = {
      ...OVERRIDE,
      rules: [FREEZE, CHECK, 'catalog', 'calendar:freezecalendar:default/x'],
    };
    expect(
      ask(undefined, { change: undefined }, [policy], {
        windows: [MONTH_END],
        unreadableCalendars: [
          { ref: 'freezecalendar:default/x', problem: 'It is no YAML' },
        ],
        overrides: [everything],
      }).verdict,
    ).toBe('deny');
  });
});
