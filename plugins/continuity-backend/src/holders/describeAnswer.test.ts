import type { GateDecision } from '@continuity/plugin-continuity-common';
import fc from 'fast-check';
import { describeAnswer } from './describeAnswer';

const denied = (explanations: string[]): GateDecision => ({
  id: '5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e',
  verdict: 'deny',
  request: {
    entity: 'component:default/payments-api',
    environment: 'production',
    class: 'standard',
    at: '2026-12-01T11:00:00.000Z',
  },
  reasons: [
    {
      rule: 'tier',
      verdict: 'allow',
      explanation: 'It is known',
      evidence: [],
    },
    ...explanations.map(explanation => ({
      rule: 'freeze',
      verdict: 'deny' as const,
      explanation,
      remedy: 'Wait.',
      evidence: [],
    })),
  ],
  nextOpen: '2026-12-02T23:00:00.000Z',
  validUntil: '2026-12-01T11:05:00.000Z',
  decidedAt: '2026-12-01T11:00:00.000Z',
  dryRun: false,
});

it('says what, why, what to do and when', () => {
  expect(
    describeAnswer('report', denied(['Books are closed.']), undefined, 1024),
  ).toBe(
    [
      '**Waiting**: component:default/payments-api to production (standard)',
      '- freeze: Books are closed. **Next:** Wait.',
      'It goes on by itself at 2026-12-02T23:00:00.000Z, if nothing else has come up by then, or earlier when people open it.',
      'Decision 5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e',
    ].join('\n'),
  );
});

it('counts what has no room', () => {
  const text = describeAnswer(
    'reject',
    denied(Array.from({ length: 50 }, (_, at) => `Reason ${at}.`)),
    undefined,
    1024,
  );
  expect(text).toMatch(/- freeze: Reason 0\./);
  expect(text).toMatch(/- and \d+ more\nRun the job again once/);
});

it('is never longer than it may be, and always says what', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 3_000 }), { minLength: 1 }),
      fc.constantFrom('report' as const, 'reject' as const),
      (explanations, kind) => {
        const text = describeAnswer(
          kind,
          denied(explanations),
          undefined,
          1024,
        );
        expect(text.length).toBeLessThanOrEqual(1024);
        expect(text).toMatch(/^\*\*(Waiting|Denied)\*\*: component:/);
        expect(text).toContain('Decision 5b0c2f4e');
      },
    ),
  );
});
