import type { ReleaseClass } from '../calendar/types';
import { decide } from './decide';
import { defaultGateSettings } from './defaults';
import {
  HOUR,
  MINUTE,
  NOW,
  deploymentEvidence,
  facts,
  planEvidence,
  profile,
  request,
  reviewEvidence,
  soundEvidence,
  type TestWindow,
} from './__testUtils__/world';
import type { GateFacts, GatePolicy, GateRequest } from './types';

const ask = (
  change: Partial<GateFacts> & { windows?: readonly TestWindow[] } = {},
  asked: Partial<GateRequest> = {},
  policies: GatePolicy[] = defaultGateSettings.policies,
) =>
  decide(request(asked), facts(change), { ...defaultGateSettings, policies });

const reasonOf = (answer: ReturnType<typeof ask>, rule: string) =>
  answer.reasons.find(reason => reason.rule === rule);

const monthEnd: TestWindow = {
  id: 'month-end',
  times: [[-HOUR, 63 * HOUR]],
};

describe('decide, when nothing stands against it', () => {
  it('allows, and says what it looked at', () => {
    const answer = ask();
    expect(answer.verdict).toBe('allow');
    expect(answer.reasons.map(({ rule }) => rule)).toEqual([
      'catalog',
      'entity',
      'environment',
      'freeze',
      'check:continuity-plan-reviewed',
      'check:last-deployment-succeeded',
      'check:rollback-plan-current',
    ]);
    expect(answer.reasons.every(({ remedy }) => remedy === undefined)).toBe(
      true,
    );
    expect(reasonOf(answer, 'check:rollback-plan-current')).toEqual({
      rule: 'check:rollback-plan-current',
      policy: 'core-production',
      verdict: 'allow',
      explanation:
        'Rollback plan is current: met. Going back takes 10 min, within the recovery time objective of 1 h.',
      evidence: ['rollback-plan'],
      until: NOW - HOUR + 180 * 24 * HOUR,
    });
  });

  it('may be relied on until the catalog is too old, or for the time that is configured', () => {
    expect(ask().validUntil).toBe(NOW + 9 * MINUTE);
    expect(
      decide(request(), facts(), {
        ...defaultGateSettings,
        reliance: 'PT2M',
      }).validUntil,
    ).toBe(NOW + 2 * MINUTE);
  });

  it('does not outlast the next freeze', () => {
    const answer = ask({
      windows: [{ id: 'soon', times: [[MINUTE, 2 * HOUR]] }],
    });
    expect(answer).toMatchObject({
      verdict: 'allow',
      validUntil: NOW + MINUTE,
      nextChange: {
        at: NOW + MINUTE,
        verdict: 'deny',
        cause: '"Title of soon" of calendar finance comes into force.',
      },
    });
    expect(reasonOf(answer, 'freeze')).toMatchObject({
      explanation:
        'No freeze window is in force. Next: "Title of soon" of calendar finance from 2026-01-30 16:01 UTC (2026-01-30 17:01 Europe/Zurich) to 2026-01-30 18:00 UTC (2026-01-30 19:00 Europe/Zurich).',
      until: NOW + MINUTE,
    });
  });
});

describe('decide, when something is not known', () => {
  it.each<[string, Partial<GateFacts>, Partial<GateRequest>, string, string]>([
    [
      'the catalog was never read',
      { catalogReadAt: undefined },
      {},
      'catalog',
      'never been read',
    ],
    [
      'the reading is exactly as old as is allowed',
      { catalogReadAt: NOW - 10 * MINUTE },
      {},
      'catalog',
      'not less than 10 min before',
    ],
    [
      'the reading lies far ahead',
      { catalogReadAt: NOW + 11 * MINUTE },
      {},
      'catalog',
      'clocks',
    ],
    [
      'the entity',
      { entity: undefined },
      {},
      'entity',
      'component:default/payments-api is not a service in the catalog.',
    ],
    [
      'the environment',
      {},
      { environment: 'prod' },
      'environment',
      '"prod" is not an environment of component:default/payments-api; its environments are production, production-dr and test.',
    ],
    [
      'the region',
      {},
      { region: 'us-east-1' },
      'region',
      '"us-east-1" is not a region of "production" of component:default/payments-api; its regions are eu-west-1.',
    ],
    [
      'a region of an environment without regions',
      {},
      { environment: 'test', region: 'eu-west-1' },
      'region',
      'not bound to any region',
    ],
  ])('denies: %s', (_, change, asked, rule, words) => {
    const answer = ask(change, asked);
    expect(answer.verdict).toBe('deny');
    expect(answer.reasons[0]).toMatchObject({ rule, verdict: 'deny' });
    expect(answer.reasons[0].explanation).toContain(words);
    expect(answer.reasons[0].remedy).toBeTruthy();
    expect(answer.validUntil).toBe(NOW + MINUTE);
    expect(answer.nextChange).toBeUndefined();
  });

  it('denies what no policy covers, and says which part', () => {
    const only = (when: GatePolicy['when']): GatePolicy[] => [
      { id: 'p', title: 'P', when, calendars: 'all' },
    ];
    const explanation = (when: GatePolicy['when']) =>
      reasonOf(ask({}, {}, only(when)), 'policy')?.explanation;
    expect(ask({}, {}, []).verdict).toBe('deny');
    expect(explanation({ environments: ['test'] })).toContain(
      'No policy covers environment "production"',
    );
    expect(
      explanation({ tiers: ['tier-2'], classes: ['emergency'] }),
    ).toContain('No policy covers tier tier-1 or release class standard');
  });

  it('denies a check that does not exist, even for information', () => {
    const answer = ask({}, {}, [
      {
        id: 'p',
        title: 'P',
        when: {},
        checks: [{ check: 'gone', otherwise: 'inform' }],
      },
    ]);
    expect(reasonOf(answer, 'check:gone')).toMatchObject({ verdict: 'deny' });
  });

  it('denies when calendars cannot be worked out', () => {
    const answer = ask({
      windowsFor: () => {
        throw new Error('out of memory');
      },
    });
    expect(answer.verdict).toBe('deny');
    expect(reasonOf(answer, 'freeze')?.explanation).toContain('out of memory.');
  });

  it('denies when a calendar cannot be read, for every class', () => {
    const unreadableCalendars = [
      {
        ref: 'freezecalendar:default/tax',
        problem: 'spec.windows.0.rrule: "FREQ=SOMETIMES" is not a rule',
      },
    ];
    for (const releaseClass of ['standard', 'major', 'emergency'] as const) {
      const answer = ask({ unreadableCalendars }, { releaseClass });
      expect(answer.verdict).toBe('deny');
      expect(
        reasonOf(answer, 'calendar:freezecalendar:default/tax'),
      ).toMatchObject({
        verdict: 'deny',
        explanation: expect.stringContaining('FREQ=SOMETIMES'),
      });
    }
  });

  it('denies when a calendar that a policy lists is missing or unreadable', () => {
    const policies: GatePolicy[] = [
      {
        id: 'listed',
        title: 'Listed',
        when: {},
        calendars: ['FreezeCalendar:default/Tax'],
      },
    ];
    const ref = 'freezecalendar:default/tax';
    expect(
      reasonOf(ask({}, {}, policies), `calendar:${ref}`)?.explanation,
    ).toContain('is required but is not in the catalog');
    expect(
      reasonOf(
        ask({ unreadableCalendars: [{ ref, problem: 'x' }] }, {}, policies),
        `calendar:${ref}`,
      )?.explanation,
    ).toContain('cannot be read');
    const tax: TestWindow = { ...monthEnd, calendar: 'tax' };
    expect(ask({ windows: [tax] }, {}, policies).verdict).toBe('deny');
    // Calendars that it does not list do not concern it, readable or not.
    expect(
      ask(
        {
          windows: [{ ...tax, times: [] }, monthEnd],
          unreadableCalendars: [
            { ref: 'freezecalendar:default/x', problem: 'x' },
          ],
        },
        {},
        policies,
      ).verdict,
    ).toBe('allow');
  });
});

describe('decide, in a freeze', () => {
  it('denies with calendar, window, end, reason and way out', () => {
    const answer = ask({ windows: [monthEnd] });
    expect(answer.verdict).toBe('deny');
    expect(answer.reasons[0]).toEqual({
      rule: 'freeze:freezecalendar:default/finance#month-end',
      policy: 'freeze-calendars',
      verdict: 'deny',
      explanation:
        '"Title of month-end" of calendar finance is in force until 2026-02-02 07:00 UTC (2026-02-02 08:00 Europe/Zurich): Reason of month-end.',
      remedy:
        'Wait until 2026-02-02 07:00 UTC. If it cannot wait, ask with release class emergency: Have two people approve it, neither of them the one who deploys.',
      evidence: [],
      until: NOW + 63 * HOUR,
      timezone: 'Europe/Zurich',
      overridable: true,
    });
    expect(answer.nextChange).toEqual({
      at: NOW + 63 * HOUR,
      verdict: 'allow',
      cause: '"Title of month-end" of calendar finance is lifted.',
    });
  });

  it('does not freeze whom the window is not for', () => {
    const windows = [{ ...monthEnd, inScope: false }];
    expect(ask({ windows }).verdict).toBe('allow');
  });

  it.each<[TestWindow['enforcement'], ReleaseClass, string]>([
    ['block', 'standard', 'deny'],
    ['block', 'emergency', 'needs-approval'],
    ['approval', 'standard', 'needs-approval'],
    ['approval', 'emergency', 'needs-approval'],
    ['warn', 'standard', 'allow'],
  ])('%s, class %s: %s', (enforcement, releaseClass, verdict) => {
    const answer = ask(
      { windows: [{ ...monthEnd, enforcement }] },
      { releaseClass },
    );
    expect(answer.verdict).toBe(verdict);
    expect(
      reasonOf(answer, 'freeze:freezecalendar:default/finance#month-end'),
    ).toMatchObject({ verdict, remedy: expect.stringContaining('Wait until') });
  });

  describe('says to wait until', () => {
    const longer = { id: 'longer', times: [[-HOUR, 9 * HOUR]] };
    const follows = { id: 'follows', times: [[2 * HOUR, 5 * HOUR]] };
    const first = { id: 'first', times: [[-HOUR, 2 * HOUR]] };

    it.each<[string, object[], string]>([
      ['its own end', [first], 'Wait until 2026-01-30 18:00 UTC.'],
      [
        'the end of what begins when it ends',
        [first, follows],
        'Wait until 2026-01-30 21:00 UTC: before, other windows close it.',
      ],
      [
        'the end of what is in force longer',
        [first, longer],
        'Wait until 2026-01-31 01:00 UTC: before, other windows close it.',
      ],
      [
        'the end of what only asks for an approval',
        [first, { ...follows, enforcement: 'approval' }],
        'Wait until 2026-01-30 21:00 UTC: before, other windows close it.',
      ],
      [
        'its own end when what follows only warns',
        [first, { ...follows, enforcement: 'warn' }],
        'Wait until 2026-01-30 18:00 UTC.',
      ],
      [
        'no moment when what follows has no end',
        [first, { id: 'ever', times: [[2 * HOUR, 1e6 * HOUR]] }],
        'Wait for other windows to be lifted: they close it from 2026-01-30 18:00 UTC on, and no opening is known.',
      ],
    ])('%s', (_, windows, remedy) => {
      const answer = ask({ windows: windows as TestWindow[] });
      expect(
        reasonOf(answer, 'freeze:freezecalendar:default/finance#first')?.remedy,
      ).toContain(remedy);
    });

    it('a maintenance window in which no freeze is in force', () => {
      const maintenance: TestWindow = {
        id: 'nights',
        effect: 'maintenance',
        times: [[2 * HOUR, 4 * HOUR]],
      };
      const remedyWith = (...freezes: TestWindow[]) =>
        reasonOf(
          ask({ windows: [maintenance, ...freezes] }),
          'maintenance:freezecalendar:default/finance#nights',
        )?.remedy;
      expect(remedyWith()).toContain(
        'Wait until 2026-01-30 18:00 UTC, when a maintenance window begins.',
      );
      expect(remedyWith({ id: 'f', times: [[HOUR, 3 * HOUR]] })).toContain(
        'Wait until 2026-01-30 19:00 UTC: before, other windows close it.',
      );
    });

    it('the opening for every policy, not only for the one that asks', () => {
      const only = (calendar: string) => ({
        id: calendar,
        title: calendar,
        when: {},
        calendars: [`freezecalendar:default/${calendar}`],
      });
      const answer = ask(
        {
          windows: [
            first as TestWindow,
            { ...longer, calendar: 'tax' } as TestWindow,
          ],
        },
        {},
        [only('finance'), only('tax')],
      );
      expect(
        reasonOf(answer, 'freeze:freezecalendar:default/finance#first')?.remedy,
      ).toContain('Wait until 2026-01-31 01:00 UTC');
    });
  });

  it('ends where the last of adjoining occurrences ends', () => {
    const answer = ask({
      windows: [
        {
          id: 'w',
          times: [
            [-HOUR, HOUR],
            [HOUR, 2 * HOUR],
            [2 * HOUR, 3 * HOUR],
            [5 * HOUR, 6 * HOUR],
          ],
        },
      ],
    });
    expect(answer.reasons[0].until).toBe(NOW + 3 * HOUR);
    expect(answer.nextChange).toMatchObject({
      at: NOW + 3 * HOUR,
      verdict: 'allow',
    });
  });

  it('notices a window that begins while another is in force', () => {
    const answer = ask({
      windows: [monthEnd, { id: 'second', times: [[2 * HOUR, 3 * HOUR]] }],
    });
    expect(answer.nextChange).toEqual({
      at: NOW + 2 * HOUR,
      verdict: 'deny',
      cause: '"Title of second" of calendar finance comes into force.',
    });
  });

  it('gives each rule once, the strictest, and names the policies', () => {
    const answer = ask({ windows: [monthEnd] }, {}, [
      { id: 'b', title: 'B', when: {}, calendars: 'all' },
      { id: 'a', title: 'A', when: {}, calendars: 'all' },
      {
        id: 'c',
        title: 'C',
        when: {},
        calendars: 'all',
        freezeConsequence: 'needs-approval',
      },
    ]);
    expect(answer.reasons.filter(r => r.rule.startsWith('freeze'))).toEqual([
      expect.objectContaining({ policy: 'a, b', verdict: 'deny' }),
    ]);
  });
});

describe('decide, by evidence', () => {
  const expired = { expiresAt: NOW };
  it.each<[string, GateFacts['evidence'], string, string]>([
    [
      'no plan',
      soundEvidence().slice(1),
      'check:rollback-plan-current',
      'deny',
    ],
    [
      'an expired plan',
      [planEvidence(expired), reviewEvidence()],
      'check:rollback-plan-current',
      'deny',
    ],
    [
      'a review that says no',
      [planEvidence(), reviewEvidence({ verdict: 'fail' })],
      'check:continuity-plan-reviewed',
      'deny',
    ],
    [
      'a deployment that failed, which only informs',
      [
        planEvidence(),
        reviewEvidence(),
        deploymentEvidence({ verdict: 'fail' }),
      ],
      'check:last-deployment-succeeded',
      'allow',
    ],
  ])('%s', (_, evidence, rule, verdict) => {
    const answer = ask({ evidence });
    expect(answer.verdict).toBe(verdict);
    const reason = reasonOf(answer, rule);
    expect(reason).toMatchObject({ verdict });
    expect(reason?.explanation).toMatch(/not (met|known)/);
    expect(reason?.remedy).toBeTruthy();
  });

  it('changes when evidence expires', () => {
    const answer = ask({
      evidence: [
        planEvidence({ expiresAt: NOW + HOUR }),
        reviewEvidence(),
        deploymentEvidence({ expiresAt: NOW + MINUTE }),
      ],
    });
    // What only informs expires sooner, but changes no verdict.
    expect(answer).toMatchObject({
      verdict: 'allow',
      nextChange: {
        at: NOW + HOUR,
        verdict: 'deny',
        cause: expect.stringContaining(
          'Check "Rollback plan is current" is no longer met',
        ),
      },
    });
  });

  it('takes the worst of all regions when none is named', () => {
    const entity = facts().entity;
    const environments = ['eu-west-1', 'eu-central-1'].map(region => ({
      name: 'production',
      region,
    }));
    const evidence = [
      planEvidence(),
      planEvidence({
        id: 'bad',
        environment: 'production',
        region: 'eu-west-1',
        observedAt: NOW,
        expiresAt: NOW,
      }),
      reviewEvidence(),
    ];
    const change = { entity: entity && { ...entity, environments }, evidence };
    expect(ask(change, { region: 'eu-central-1' }).verdict).toBe('allow');
    const answer = ask(change);
    expect(answer.verdict).toBe('deny');
    expect(
      reasonOf(answer, 'check:rollback-plan-current')?.explanation,
    ).toContain('not known. In eu-west-1: ');
  });
});

describe('decide, by class and tier', () => {
  const entityOf = (tier?: string) => {
    const { entity } = facts();
    return entity && { ...entity, profile: profile(tier) };
  };
  it.each<[string | undefined, ReleaseClass, string, string, string[]]>([
    ['tier-1', 'standard', 'production', 'allow', []],
    [
      'tier-1',
      'major',
      'production',
      'needs-approval',
      ['approval:major-release'],
    ],
    ['tier-4', 'major', 'production', 'allow', []],
    [
      'tier-1',
      'emergency',
      'production',
      'needs-approval',
      ['approval:emergency-release'],
    ],
    [
      undefined,
      'standard',
      'production',
      'needs-approval',
      ['approval:unclassified-production'],
    ],
    [undefined, 'standard', 'test', 'allow', []],
  ])('%s, %s, %s: %s', (tier, releaseClass, environment, verdict, deciding) => {
    const answer = ask(
      { entity: entityOf(tier) },
      { releaseClass, environment },
    );
    expect(answer.verdict).toBe(verdict);
    const standing = answer.reasons.filter(r => r.verdict !== 'allow');
    expect(standing.map(({ rule }) => rule)).toEqual(deciding);
    expect(standing.every(({ remedy }) => remedy)).toBe(true);
  });

  it('says so when a policy opens without conditions', () => {
    const answer = ask({}, {}, [{ id: 'open', title: 'Open', when: {} }]);
    expect(reasonOf(answer, 'policy:open')).toMatchObject({
      verdict: 'allow',
      policy: 'open',
    });
  });
});

it('refuses a moment that is none', () => {
  expect(() => ask({}, { at: NaN })).toThrow(RangeError);
  expect(() => ask({ now: NaN })).toThrow(RangeError);
});
