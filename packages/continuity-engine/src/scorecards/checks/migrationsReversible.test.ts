import fc from 'fast-check';
import {
  materialise,
  migrationAnalysis,
  type MigrationAnalysisPayload,
} from '../../evidence';
import { runCheck } from '../runCheck';
import { migrationsReversible } from './migrationsReversible';

const entityRef = 'component:default/payments-api';
const observedAt = '2026-10-01T12:00:00.000Z';
const at = Date.parse(observedAt);

const analysis = (
  payload: Partial<MigrationAnalysisPayload> = {},
): MigrationAnalysisPayload => ({
  layout: 'flyway',
  since: '2',
  to: '3',
  scripts: `sha256:${'a'.repeat(64)}`,
  migrations: 1,
  reversible: 1,
  tolerated: 0,
  stuck: 0,
  notKnown: 0,
  forbidden: 0,
  unread: 0,
  findings: [],
  ...payload,
});

const judge = (payload?: MigrationAnalysisPayload, now = at) =>
  runCheck(migrationsReversible, {
    now,
    entityRef,
    profile: {
      classification: 'unclassified',
      findings: [],
      planning: { inScope: 'unknown', reasons: [] },
    },
    environment: 'production',
    evidence: payload
      ? [
          materialise(
            {
              kind: migrationAnalysis.id,
              source: 'continuity-cli',
              externalId: '1',
              entityRef,
              observedAt,
              payload,
            },
            migrationAnalysis,
            { id: 'e', receivedAt: at },
          ),
        ]
      : [],
  });

it.each<
  [
    string,
    Partial<MigrationAnalysisPayload>,
    'fail' | 'pass' | 'unknown',
    string,
    string,
  ]
>([
  [
    'each can go back',
    {},
    'pass',
    'The migrations were analysed on 2026-10-01: 2 to 3: 1 of 1 migration reversible.',
    '',
  ],
  [
    'code of before runs on what one leaves',
    { migrations: 2, tolerated: 1 },
    'pass',
    '1 of 2 migrations reversible, 1 tolerated by code of before',
    '',
  ],
  [
    'the release has none',
    { migrations: 0, reversible: 0 },
    'pass',
    '2 to 3: no migration to take back',
    '',
  ],
  [
    'nothing was there before',
    { since: undefined },
    'pass',
    'up to 3: 1 of 1 migration reversible',
    '',
  ],
  [
    'one drops a column',
    {
      migrations: 2,
      stuck: 1,
      findings: [
        { migration: '3', what: 'lost: the values of column note of accounts' },
      ],
    },
    'fail',
    '1 of 2 migrations reversible, 1 without a way back',
    '3: lost: the values of column note of accounts. Write a way back',
  ],
  [
    'something is forbidden',
    { forbidden: 2 },
    'fail',
    '2 findings forbidden',
    'Write a way back',
  ],
  [
    'one is not understood',
    {
      reversible: 0,
      notKnown: 1,
      findings: [{ migration: '3', what: 'a DO block decides when it runs' }],
    },
    'unknown',
    '0 of 1 migration reversible, 1 not known',
    '3: a DO block decides when it runs. Write what is not understood',
  ],
  [
    'one is stuck, whatever another may do',
    { migrations: 2, reversible: 0, notKnown: 1, stuck: 1 },
    'fail',
    '1 without a way back, 1 not known',
    'Write a way back',
  ],
  [
    'a file was not read',
    { unread: 1 },
    'unknown',
    '1 file not read',
    'Write what is not understood',
  ],
])('when %s', (_, payload, verdict, reason, remedy) => {
  const result = judge(analysis(payload));
  expect(result).toMatchObject({ verdict, evidence: ['e'] });
  expect(result.reason).toContain(reason);
  expect(result.remedy ?? '').toContain(remedy);
  expect(result.remedy === undefined).toBe(verdict === 'pass');
});

it('does not know of what was not analysed, or not lately', () => {
  const days = 86_400_000;
  expect(judge()).toMatchObject({
    verdict: 'unknown',
    remedy: expect.stringContaining('continuity migrations analyze'),
  });
  expect(judge(analysis(), at + 90 * days - 1).verdict).toBe('pass');
  expect(judge(analysis(), at + 90 * days).verdict).toBe('unknown');
});

it('passes only when nothing is against it and nothing is open', () => {
  const count = fc.nat({ max: 3 });
  fc.assert(
    fc.property(
      fc.record({
        reversible: count,
        tolerated: count,
        stuck: count,
        notKnown: count,
        forbidden: count,
        unread: count,
      }),
      counts => {
        const { reversible, tolerated, stuck, notKnown } = counts;
        const migrations = reversible + tolerated + stuck + notKnown;
        const { verdict } = judge(analysis({ ...counts, migrations }));
        const against = stuck + counts.forbidden;
        const open = notKnown + counts.unread;
        expect(verdict === 'fail').toBe(against > 0);
        expect(verdict === 'pass').toBe(against + open === 0);
      },
    ),
  );
});

it.each<[string, object]>([
  ['counts that do not add up', { migrations: 2 }],
  ['a count below zero', { stuck: -1, migrations: 0 }],
  ['no version', { to: '' }],
  ['no digest of the scripts', { scripts: 'sha1:aa' }],
  ['a field that it does not know', { passed: true }],
])('takes no report with %s', (_, change) => {
  const { schema } = migrationAnalysis;
  expect(schema.safeParse(analysis()).success).toBe(true);
  expect(schema.safeParse({ ...analysis(), ...change }).success).toBe(false);
});
