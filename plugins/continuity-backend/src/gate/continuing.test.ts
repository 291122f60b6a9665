import type { GateDecision } from '@continuity/plugin-continuity-common';
import { continuing } from './continuing';

const ID = '0b6f2d57-8d4c-4a40-9d1b-0a2e8f6f7c11';
const AT = '2026-11-30T12:00:00.000Z';
const DAY = 24 * 3_600_000;

const question = {
  entityRef: 'component:default/payments-api',
  environment: 'production',
};

const decision = (request: Partial<GateDecision['request']> = {}) =>
  ({
    id: ID,
    verdict: 'allow',
    decidedAt: AT,
    request: {
      entity: question.entityRef,
      environment: question.environment,
      class: 'standard',
      at: AT,
      ...request,
    },
    reasons: [],
    validUntil: AT,
    dryRun: false,
  } as GateDecision);

describe('continuing', () => {
  it.each([0, DAY])('counts a decision for a day: %i ms', age => {
    expect(continuing(ID, decision(), question, Date.parse(AT) + age)).toEqual({
      continues: { decisionId: ID, allowedAt: Date.parse(AT) },
    });
  });

  it('does not count one that is older', () => {
    expect(() =>
      continuing(ID, decision(), question, Date.parse(AT) + DAY + 1),
    ).toThrow('older than 24 hours');
  });

  it('goes on with a rollback as one, to the same artifact', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const back = decision({ operation: 'rollback', artifactDigest: digest });
    expect(continuing(ID, back, question, Date.parse(AT))).toEqual({
      continues: {
        decisionId: ID,
        allowedAt: Date.parse(AT),
        operation: 'rollback',
      },
      artifactDigest: digest,
    });
  });
});
