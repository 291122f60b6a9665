import type { GateRequest } from '@continuity/plugin-continuity-common';
import fc from 'fast-check';
import { NoAnswerError } from '../failures';
import { decisionOf, ENTITY } from '../testing/decisions';
import { checkDecision } from './checkDecision';

const question: GateRequest = { entity: ENTITY, environment: 'production' };
const now = Date.now();

function verdictOf(answer: unknown) {
  try {
    return checkDecision(answer, question, now).verdict;
  } catch (error) {
    expect(error).toBeInstanceOf(NoAnswerError);
    return 'no answer';
  }
}

describe('checkDecision never fails open', () => {
  it('takes what the API answers', () => {
    expect(verdictOf(decisionOf('allow'))).toBe('allow');
    expect(verdictOf(decisionOf('deny'))).toBe('deny');
    expect(verdictOf(decisionOf('needs-approval'))).toBe('needs-approval');
  });

  it('takes no other JSON for an allow', () => {
    fc.assert(
      fc.property(fc.jsonValue(), answer => {
        expect(verdictOf(answer)).toBe('no answer');
      }),
    );
  });

  const needed = [
    'id',
    'ledgerIndex',
    'dryRun',
    'verdict',
    'request',
    'reasons',
    'validUntil',
    'decidedAt',
  ] as const;

  it('takes no allow with a part that is missing or of another type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...needed),
        fc.option(
          fc.oneof(fc.boolean(), fc.object(), fc.constant(null), fc.double()),
          { nil: undefined },
        ),
        (part, value) => {
          const whole = decisionOf('allow');
          const changed = { ...whole, [part]: value };
          const isSame =
            (part === 'dryRun' && value === false) ||
            (part === 'ledgerIndex' &&
              Number.isSafeInteger(value) &&
              Number(value) >= 0);
          fc.pre(!isSame);
          expect(verdictOf(changed)).toBe('no answer');
        },
      ),
    );
  });

  it('takes no allow for any other question', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('entity', 'environment'),
        fc.string(),
        (part, value) => {
          const whole = decisionOf('allow');
          fc.pre(value !== question[part as 'entity' | 'environment']);
          const changed = {
            ...whole,
            request: { ...whole.request, [part]: value },
          };
          expect(verdictOf(changed)).toBe('no answer');
        },
      ),
    );
  });

  it('takes an old deny: it is still a deny', () => {
    const past = new Date(now - 1).toISOString();
    expect(verdictOf({ ...decisionOf('deny'), validUntil: past })).toBe('deny');
  });

  it('takes an allow about another moment, however old that is', () => {
    const at = '2026-01-15T10:00:00.000Z';
    const decision = decisionOf('allow', { validUntil: at });
    decision.request.at = '2026-01-15T10:00:00Z';
    expect(checkDecision(decision, { ...question, at }, now).verdict).toBe(
      'allow',
    );
  });
});
