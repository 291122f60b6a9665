import type { Entity } from '@backstage/catalog-model';
import * as fc from 'fast-check';
import { defaultTierSettings, describeContinuity } from '../../tiers';
import { createCheckRegistry } from '../createCheckRegistry';
import { defineCheck } from '../defineCheck';
import type { Check } from '../types';
import { judgeScorecard } from './judgeScorecard';
import { nextSteps } from './nextSteps';
import type { RowState, Scorecard, ScorecardJudgement } from './types';

const now = Date.parse('2026-06-30T12:00:00Z');
const HOUR = 3_600_000;

const entity = (spec: object = { type: 'service' }): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: { ...spec },
});

/** A check that answers what is asked for, whatever the service. */
const answering = (
  id: string,
  state: RowState,
  rest: Partial<Check> = {},
  until?: number,
): Check =>
  defineCheck({
    id,
    title: id,
    question: '?',
    needs: [],
    ...(state === 'not-applicable' && {
      appliesTo: { entities: { 'spec.type': 'nothing' } },
    }),
    evaluate: () => ({
      verdict: state === 'not-applicable' ? 'pass' : state,
      reason: `${id} is ${state}.`,
      ...(state !== 'pass' && { remedy: `Mend ${id}.` }),
      evidence: [],
      ...(until !== undefined && { until }),
    }),
    ...rest,
  });

interface Asked {
  id: string;
  state: RowState;
  weight: number;
  exempt?: boolean;
}

const cardOf = (
  asked: readonly Pick<Asked, 'id' | 'weight'>[],
  levels: Scorecard['levels'] = [],
): Scorecard => ({
  id: 'card',
  title: 'Card',
  audience: {},
  environment: 'production',
  checks: asked.map(({ id, weight }) => ({ check: id, weight })),
  levels,
});

const judge = (
  asked: readonly Asked[],
  levels: Scorecard['levels'] = [],
): ScorecardJudgement =>
  judgeScorecard(
    cardOf(asked, levels),
    createCheckRegistry(asked.map(({ id, state }) => answering(id, state))),
    {
      now,
      entityRef: 'component:default/payments-api',
      entity: entity(),
      profile: describeContinuity({ tier: 'tier-1' }, defaultTierSettings),
      environments: [],
      evidence: [],
      exemptions: new Map(
        asked
          .filter(({ exempt }) => exempt)
          .map(({ id }) => [id, { id: `x-${id}`, until: now + HOUR }]),
      ),
    },
  );

const row = (id: string, state: RowState, weight = 1, exempt = false) => ({
  id,
  state,
  weight,
  exempt,
});

describe('judgeScorecard', () => {
  it.each<[string, Asked[], ScorecardJudgement['score'], object]>([
    [
      'all pass',
      [row('a', 'pass'), row('b', 'pass', 3)],
      { worst: 100, best: 100 },
      { pass: 4, fail: 0, unknown: 0, exempt: 0, total: 4 },
    ],
    [
      'one is not known, so the score is a range',
      [row('a', 'pass', 2), row('b', 'unknown', 1)],
      { worst: 66.6, best: 100 },
      { pass: 2, fail: 0, unknown: 1, exempt: 0, total: 3 },
    ],
    [
      'one fails, and earns nothing',
      [row('a', 'pass'), row('b', 'fail')],
      { worst: 50, best: 50 },
      { pass: 1, fail: 1, unknown: 0, exempt: 0, total: 2 },
    ],
    [
      'what does not apply is in no total',
      [row('a', 'pass'), row('b', 'not-applicable', 9)],
      { worst: 100, best: 100 },
      { pass: 1, fail: 0, unknown: 0, exempt: 0, total: 1 },
    ],
    [
      'an exempt failure is a failure, and shown',
      [row('a', 'pass'), row('b', 'fail', 1, true)],
      { worst: 50, best: 50 },
      { pass: 1, fail: 1, unknown: 0, exempt: 1, total: 2 },
    ],
    [
      'an exemption of what passes is not needed',
      [row('a', 'pass', 1, true)],
      { worst: 100, best: 100 },
      { pass: 1, fail: 0, unknown: 0, exempt: 0, total: 1 },
    ],
    [
      'nothing applies, so there is no score',
      [row('a', 'not-applicable')],
      undefined,
      { pass: 0, fail: 0, unknown: 0, exempt: 0, total: 0 },
    ],
    [
      'nearly all is not all',
      [row('a', 'pass', 100), ...many(99, 'pass', 100), row('z', 'fail', 1)],
      { worst: 99.9, best: 99.9 },
      { pass: 10_000, fail: 1, unknown: 0, exempt: 0, total: 10_001 },
    ],
  ])('%s', (_, asked, score, points) => {
    const judgement = judge(asked);
    expect(judgement.score).toEqual(score);
    expect(judgement.points).toEqual(points);
  });

  const LEVELS: Scorecard['levels'] = [
    { id: 'one', title: 'One', requires: ['a'] },
    { id: 'two', title: 'Two', requires: ['b'], atLeast: 50 },
    { id: 'three', title: 'Three', requires: [], atLeast: 75 },
  ];

  it.each<[string, Asked[], ScorecardJudgement['standing']]>([
    [
      'everything passes',
      [row('a', 'pass'), row('b', 'pass')],
      { reached: 'three', atBest: 'three' },
    ],
    [
      'what the lowest requires fails, whatever else passes',
      [row('a', 'fail'), row('b', 'pass', 99)],
      { next: { level: 'one', missing: ['a'] } },
    ],
    [
      'what is not known is not met',
      [row('a', 'pass'), row('b', 'unknown')],
      {
        reached: 'one',
        atBest: 'three',
        next: { level: 'two', missing: ['b'] },
      },
    ],
    [
      'what is exempt is not met',
      [row('a', 'pass'), row('b', 'fail', 1, true)],
      {
        reached: 'one',
        atBest: 'one',
        next: { level: 'two', missing: ['b'] },
      },
    ],
    [
      'what does not apply is not missing',
      [row('a', 'pass'), row('b', 'not-applicable')],
      { reached: 'three', atBest: 'three' },
    ],
    [
      'the score is too low',
      [row('a', 'pass'), row('b', 'pass'), row('c', 'fail')],
      {
        reached: 'two',
        atBest: 'two',
        next: { level: 'three', missing: [], atLeast: 75 },
      },
    ],
    [
      'the score is just enough',
      [row('a', 'pass'), row('b', 'pass', 2), row('c', 'fail')],
      { reached: 'three', atBest: 'three' },
    ],
    ['nothing applies', [row('a', 'not-applicable')], {}],
  ])('stands on a level: %s', (_, asked, standing) => {
    expect(judge(asked, LEVELS).standing).toEqual(standing);
  });

  it('takes a check that does not exist for unknown', () => {
    const { rows, score } = judgeScorecard(
      cardOf([row('gone', 'pass')]),
      createCheckRegistry([]),
      {
        now,
        entityRef: 'component:default/a',
        entity: entity(),
        profile: describeContinuity({}, defaultTierSettings),
        environments: [],
        evidence: [],
      },
    );
    expect(rows).toEqual([
      expect.objectContaining({
        state: 'unknown',
        remedy: expect.stringContaining('install the module'),
      }),
    ]);
    expect(score).toEqual({ worst: 0, best: 100 });
  });

  it.each<[string, object, Partial<Check>, RowState]>([
    [
      'a tier that it is for',
      { tier: 'tier-1' },
      { appliesTo: { tiers: ['tier-1'] } },
      'pass',
    ],
    [
      'another tier',
      { tier: 'tier-3' },
      { appliesTo: { tiers: ['tier-1'] } },
      'not-applicable',
    ],
    [
      'no tier, which is no way out',
      {},
      { appliesTo: { tiers: ['tier-1'] } },
      'unknown',
    ],
    [
      'no tier, and it is for those',
      {},
      { appliesTo: { tiers: ['unclassified'] } },
      'pass',
    ],
    [
      'an entity of another type',
      {},
      { appliesTo: { entities: { 'spec.type': 'library' } } },
      'not-applicable',
    ],
    [
      'a filter that fits, and no tier',
      {},
      { appliesTo: { entities: { 'spec.type': 'service' }, tiers: ['x'] } },
      'unknown',
    ],
  ])('asks a service of %s', (_, continuity, rest, state) => {
    const { rows } = judgeScorecard(
      cardOf([row('a', 'pass')]),
      createCheckRegistry([answering('a', 'pass', rest)]),
      {
        now,
        entityRef: 'component:default/a',
        entity: entity(),
        profile: describeContinuity(continuity, defaultTierSettings),
        environments: [],
        evidence: [],
      },
    );
    expect(rows[0].state).toBe(state);
    expect(rows[0].remedy !== undefined).toBe(state === 'unknown');
  });

  it.each([
    [
      { tier: 'tier-3' },
      /^It is only for Mission critical, x; this is Important\.$/,
    ],
    [{}, /^It is for Mission critical, x, and nobody has said which tier/],
  ])('calls tiers what people call them, of %j', (continuity, reason) => {
    const { rows } = judgeScorecard(
      cardOf([row('a', 'pass')]),
      createCheckRegistry([
        answering('a', 'pass', { appliesTo: { tiers: ['tier-1', 'x'] } }),
      ]),
      {
        now,
        entityRef: 'component:default/a',
        entity: entity(),
        profile: describeContinuity(continuity, defaultTierSettings),
        tierTitles: new Map([['tier-1', 'Mission critical']]),
        environments: [],
        evidence: [],
      },
    );
    expect(rows[0].reason).toMatch(reason);
  });

  it('holds until the first of its checks and exemptions', () => {
    const { until } = judgeScorecard(
      cardOf([row('a', 'pass'), row('b', 'fail')]),
      createCheckRegistry([
        answering('a', 'pass', {}, now + 2 * HOUR),
        answering('b', 'fail'),
      ]),
      {
        now,
        entityRef: 'component:default/a',
        entity: entity(),
        profile: describeContinuity({}, defaultTierSettings),
        environments: [],
        evidence: [],
        exemptions: new Map([['b', { id: 'x', until: now + HOUR }]]),
      },
    );
    expect(until).toBe(now + HOUR);
  });

  it('forgets an exemption with its last moment', () => {
    const judgement = judgeScorecard(
      cardOf([row('b', 'fail')]),
      createCheckRegistry([answering('b', 'fail')]),
      {
        now,
        entityRef: 'component:default/a',
        entity: entity(),
        profile: describeContinuity({}, defaultTierSettings),
        environments: [],
        evidence: [],
        exemptions: new Map([['b', { id: 'x', until: now }]]),
      },
    );
    expect(judgement.rows[0]).not.toHaveProperty('exemption');
    expect(judgement).not.toHaveProperty('until');
  });

  it('says first what the next level requires, then what weighs most', () => {
    const judgement = judge(
      [
        row('heavy', 'fail', 50),
        row('exempt', 'fail', 99, true),
        row('fine', 'pass', 99),
        row('open', 'unknown', 20),
        row('wrong', 'fail', 20),
        row('needed', 'unknown', 1),
      ],
      [{ id: 'one', title: 'One', requires: ['needed'] }],
    );
    expect(nextSteps(judgement).map(({ check }) => check)).toEqual([
      'needed',
      'heavy',
      'wrong',
      'open',
      'exempt',
    ]);
  });
});

function many(count: number, state: RowState, weight: number): Asked[] {
  return Array.from({ length: count }, (_, index) =>
    row(`m${index}`, state, weight),
  );
}

describe('laws of the score', () => {
  const state = fc.constantFrom<RowState>(
    'pass',
    'fail',
    'unknown',
    'not-applicable',
  );
  const asked = fc
    .array(
      fc.record({
        state,
        weight: fc.integer({ min: 1, max: 100 }),
        exempt: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map(list => list.map((one, index) => ({ ...one, id: `c${index}` })));
  const levels = fc
    .array(
      fc.record({
        requires: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), {
          maxLength: 3,
        }),
        atLeast: fc.option(fc.integer({ min: 1, max: 100 }), {
          nil: undefined,
        }),
      }),
      { maxLength: 4 },
    )
    .map(list =>
      list.map(({ requires, atLeast }, index) => ({
        id: `l${index}`,
        title: `L${index}`,
        requires: requires.map(number => `c${number}`),
        ...(atLeast !== undefined && { atLeast }),
      })),
    );
  const worst = ({ score }: ScorecardJudgement) => score?.worst ?? 0;
  const best = ({ score }: ScorecardJudgement) => score?.best ?? 0;
  const rung = (name: string | undefined) =>
    name === undefined ? -1 : Number(name.slice(1));
  const level = ({ standing }: ScorecardJudgement) => rung(standing.reached);

  it('never rises with a check more that fails', () => {
    fc.assert(
      fc.property(
        asked,
        levels,
        fc.integer({ min: 1, max: 100 }),
        (list, rungs, weight) => {
          const before = judge(list, rungs);
          const after = judge([...list, row('new', 'fail', weight)], rungs);
          expect(worst(after)).toBeLessThanOrEqual(worst(before));
          expect(best(after)).toBeLessThanOrEqual(best(before));
          expect(level(after)).toBeLessThanOrEqual(
            // Where nothing applied there is no level, and a first check may give one.
            before.score ? level(before) : rungs.length,
          );
        },
      ),
    );
  });

  it.each<RowState>(['unknown', 'fail'])(
    'never rises when a pass turns %s',
    worse => {
      fc.assert(
        fc.property(asked, levels, fc.nat(7), (list, rungs, at) => {
          const target = at % list.length;
          const with_ = (next: RowState) =>
            judge(
              list.map((one, index) =>
                index === target ? { ...one, state: next } : one,
              ),
              rungs,
            );
          const before = with_('pass');
          const after = with_(worse);
          expect(worst(after)).toBeLessThanOrEqual(worst(before));
          expect(best(after)).toBeLessThanOrEqual(best(before));
          expect(level(after)).toBeLessThanOrEqual(level(before));
        }),
      );
    },
  );

  it('does not help to leave a failure unknown', () => {
    fc.assert(
      fc.property(asked, levels, (list, rungs) => {
        const known = judge(list, rungs);
        const hidden = judge(
          list.map(one =>
            one.state === 'fail' ? { ...one, state: 'unknown' } : one,
          ),
          rungs,
        );
        expect(worst(hidden)).toBe(worst(known));
        expect(level(hidden)).toBe(level(known));
      }),
    );
  });

  it('is the same with and without exemptions', () => {
    fc.assert(
      fc.property(asked, levels, (list, rungs) => {
        const bare = judge(
          list.map(one => ({ ...one, exempt: false })),
          rungs,
        );
        const exempted = judge(
          list.map(one => ({ ...one, exempt: true })),
          rungs,
        );
        expect(exempted.score).toEqual(bare.score);
        expect(exempted.standing).toEqual(bare.standing);
        expect(exempted.points).toEqual({
          ...bare.points,
          exempt: bare.points.fail + bare.points.unknown,
        });
      }),
    );
  });

  it('does not depend on the order of the checks', () => {
    fc.assert(
      fc.property(
        asked.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
          ),
        ),
        levels,
        ([list, shuffled], rungs) => {
          const one = judge(list, rungs);
          const other = judge(shuffled, rungs);
          expect(other.score).toEqual(one.score);
          expect(other.points).toEqual(one.points);
          expect(other.standing).toEqual(one.standing);
        },
      ),
    );
  });

  it('holds the truth between its ends, whatever the unknown turns out to be', () => {
    fc.assert(
      fc.property(
        asked,
        levels,
        fc.infiniteStream(fc.boolean()),
        (list, rungs, turns) => {
          const range = judge(list, rungs);
          const truth = judge(
            list.map(one =>
              one.state === 'unknown'
                ? { ...one, state: turns.next().value ? 'pass' : 'fail' }
                : one,
            ),
            rungs,
          );
          expect(worst(truth)).toBeGreaterThanOrEqual(worst(range));
          expect(worst(truth)).toBeLessThanOrEqual(best(range));
          expect(level(truth)).toBeGreaterThanOrEqual(level(range));
          expect(level(truth)).toBeLessThanOrEqual(rung(range.standing.atBest));
        },
      ),
    );
  });
});
