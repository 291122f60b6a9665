import type {
  ScorecardLevel,
  ScorecardResult,
} from '@continuity/plugin-continuity-common';
import { factSchema } from './factSchema';
import { factsOf } from './factsOf';

const levels: ScorecardLevel[] = ['planned', 'possible', 'proven'].map(id => ({
  id,
  title: id,
  requires: [],
}));

const result = (overrides: Partial<ScorecardResult> = {}): ScorecardResult => ({
  service: {
    entityRef: 'component:default/payments-api',
    name: 'payments-api',
    tier: 'tier-1',
  },
  standing: { level: 'possible', levelAtBest: 'proven' },
  points: { pass: 40, fail: 20, unknown: 30, exempt: 20, total: 90 },
  score: { worst: 44.4, best: 77.7 },
  risk: 120,
  states: ['pass', 'fail', 'unknown', 'not-applicable', 'pass', 'unknown'],
  exempt: ['rollback-rehearsed'],
  stale: false,
  judgedAt: '2026-03-01T10:00:00.000Z',
  ...overrides,
});

describe('factsOf', () => {
  it('counts checks by what came out, and an exemption as no pass', () => {
    expect(factsOf(result(), levels)).toEqual({
      level: 'possible',
      levelPlace: 2,
      worst: 44.4,
      best: 77.7,
      pass: 2,
      fail: 1,
      unknown: 2,
      exempt: 1,
      judgedAt: '2026-03-01T10:00:00.000Z',
    });
  });

  it('has a value for every fact of the schema, and no other', () => {
    expect(Object.keys(factsOf(result(), levels) ?? {})).toEqual(
      Object.keys(factSchema),
    );
  });

  it.each<[string, Partial<ScorecardResult>]>([
    ['on none', { standing: {} }],
    ['on one that there is no more', { standing: { level: 'gone' } }],
  ])('puts who stands %s below the lowest level', (_, overrides) => {
    expect(factsOf(result(overrides), levels)).toMatchObject({ levelPlace: 0 });
  });

  it.each<[string, Partial<ScorecardResult>]>([
    ['to be judged again', { stale: true }],
    ['asked nothing, as nothing applies to it', { score: undefined }],
  ])('says nothing of a service that is %s', (_, overrides) => {
    expect(factsOf(result(overrides), levels)).toBeUndefined();
  });
});
