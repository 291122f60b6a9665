import fc from 'fast-check';
import { rollbackPlan, deployment } from './kinds';
import { latestEvidence, nextEvidenceChange } from './latestEvidence';
import type { Evidence } from './types';

const payload = {
  version: '1',
  outcome: 'succeeded',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:00:00Z',
};
const planPayload = {
  steps: ['back'],
  decisionOwner: 'group:default/a',
  decisionDeadline: 'PT1M',
  expectedDuration: 'PT1M',
  dataHandling: 'none',
};

function observed(at: number, change: Partial<Evidence> = {}): Evidence {
  return {
    id: `e-${at}`,
    kind: 'deployment',
    source: 's',
    externalId: String(at),
    entityRef: 'component:default/a',
    environment: 'production',
    observedAt: at,
    receivedAt: at,
    expiresAt: at + 100,
    verdict: 'pass',
    headline: '',
    payload,
    ...change,
  };
}
const plan = (at: number, change: Partial<Evidence> = {}) =>
  observed(at, {
    kind: 'rollback-plan',
    environment: undefined,
    payload: planPayload,
    ...change,
  });

const production = { kind: deployment, environment: 'production', now: 50 };
const idsOf = (latest: ReturnType<typeof latestEvidence>) => {
  if (latest.state === 'missing') return [];
  return [latest.evidence].flat().map(({ id }) => id);
};

describe('latestEvidence', () => {
  it.each<[string, Evidence[], object, string, string[]]>([
    ['nothing', [], {}, 'missing', []],
    ['another kind', [plan(10)], {}, 'missing', []],
    [
      'late arrival of an older observation',
      [observed(20), observed(10, { receivedAt: 40 })],
      {},
      'valid',
      ['e-20'],
    ],
    [
      'what is observed later',
      [observed(10), observed(51)],
      {},
      'valid',
      ['e-10'],
    ],
    ['only the future', [observed(51)], {}, 'missing', []],
    ['the moment itself', [observed(50)], {}, 'valid', ['e-50']],
    [
      'the last moment of validity',
      [observed(0)],
      { now: 99 },
      'valid',
      ['e-0'],
    ],
    ['the moment of expiry', [observed(0)], { now: 100 }, 'expired', ['e-0']],
    [
      'expired newest over a longer valid older one',
      [observed(10, { expiresAt: 1000 }), observed(20, { expiresAt: 30 })],
      {},
      'expired',
      ['e-20'],
    ],
    [
      'two verdicts of one moment',
      [observed(10), observed(10, { id: 'f', verdict: 'fail' })],
      {},
      'contradicted',
      ['e-10', 'f'],
    ],
    [
      'an older contradiction',
      [observed(10), observed(10, { verdict: 'fail' }), observed(11)],
      {},
      'valid',
      ['e-11'],
    ],
    [
      'two alike: the one that expires first',
      [observed(10), observed(10, { id: 'f', expiresAt: 60 })],
      {},
      'valid',
      ['f'],
    ],
    [
      'another environment',
      [observed(10, { environment: 'test' })],
      {},
      'missing',
      [],
    ],
    [
      'no environment asked',
      [observed(10, { environment: 'test' })],
      { environment: undefined },
      'valid',
      ['e-10'],
    ],
    [
      'no environment where the kind requires one',
      [observed(10, { environment: undefined })],
      {},
      'missing',
      [],
    ],
    [
      'another region',
      [observed(10, { region: 'b' })],
      { region: 'a' },
      'missing',
      [],
    ],
    [
      'the region',
      [observed(10, { region: 'a' })],
      { region: 'a' },
      'valid',
      ['e-10'],
    ],
    ['no region named', [observed(10)], { region: 'a' }, 'valid', ['e-10']],
    ['no region asked', [observed(10, { region: 'b' })], {}, 'valid', ['e-10']],
    [
      'a payload that does not fit its kind any more',
      [observed(10, { payload: {} })],
      {},
      'unreadable',
      ['e-10'],
    ],
  ])('sees %s', (_, evidence, change, state, ids) => {
    const latest = latestEvidence(evidence, { ...production, ...change });
    expect(latest.state).toBe(state);
    expect(idsOf(latest)).toEqual(ids);
  });

  it.each<[string, Evidence[], string]>([
    ['general', [plan(10)], 'e-10'],
    [
      'specific newer',
      [plan(10), plan(20, { environment: 'production' })],
      'e-20',
    ],
    [
      'general newer',
      [plan(30), plan(20, { environment: 'production' })],
      'e-30',
    ],
    [
      'of elsewhere newer',
      [plan(10), plan(20, { environment: 'test' })],
      'e-10',
    ],
  ])('lets general evidence serve every environment: %s', (_, evidence, id) => {
    const query = { ...production, kind: rollbackPlan };
    expect(idsOf(latestEvidence(evidence, query))).toEqual([id]);
  });

  const anyEvidence = fc
    .array(
      fc.record({
        at: fc.integer({ min: 0, max: 8 }),
        validFor: fc.integer({ min: 1, max: 8 }),
        receivedAt: fc.nat(20),
        verdict: fc.constantFrom('pass' as const, 'fail' as const),
        environment: fc.constantFrom('production', 'test'),
        region: fc.constantFrom('a', 'b', undefined),
      }),
      { maxLength: 8 },
    )
    .map(list =>
      list.map(({ at, validFor, ...rest }, i) =>
        observed(at, { ...rest, id: `e-${i}`, expiresAt: at + validFor }),
      ),
    );

  it('depends neither on the order nor on the time of arrival', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(20), (evidence, now) => {
        const query = { ...production, region: 'a', now };
        const answer = latestEvidence(evidence, query);
        expect(latestEvidence([...evidence].reverse(), query)).toEqual(answer);
        const rearrived = evidence.map(e => ({ ...e, receivedAt: 0 }));
        const again = latestEvidence(rearrived, query);
        expect([again.state, idsOf(again)]).toEqual([
          answer.state,
          idsOf(answer),
        ]);
      }),
    );
  });

  it('does not change before nextEvidenceChange says so', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(20), (evidence, now) => {
        const query = { ...production, now };
        const change = nextEvidenceChange(evidence, query) ?? 30;
        const answer = latestEvidence(evidence, query);
        expect(change).toBeGreaterThan(now);
        for (let at = now; at < change; at++) {
          expect(latestEvidence(evidence, { ...query, now: at })).toEqual(
            answer,
          );
        }
      }),
    );
  });
});
