import fc from 'fast-check';
import {
  materialise,
  rollbackRehearsal,
  type RollbackRehearsalPayload,
} from '../../evidence';
import { runCheck } from '../runCheck';
import { rollbackRehearsed } from './rollbackRehearsed';

const entityRef = 'component:default/payments-api';
const observedAt = '2026-10-01T12:00:00.000Z';
const at = Date.parse(observedAt);
const none = { total: 0, named: [] };

const rehearsal = (
  payload: Partial<RollbackRehearsalPayload> = {},
): RollbackRehearsalPayload => ({
  layout: 'flyway',
  from: '2',
  to: '3',
  scripts: `sha256:${'a'.repeat(64)}`,
  database: 'PostgreSQL 18.4',
  data: 'generated',
  seconds: 1.26,
  steps: [
    { step: 'up', outcome: 'done', seconds: 2 },
    { step: 'down', outcome: 'done', seconds: 1.26 },
    { step: 'up again', outcome: 'done', seconds: 2 },
  ],
  schema: 'same',
  rows: 'same',
  again: 'same',
  tables: { total: 4, rows: 100, affected: 2, proven: 2 },
  differences: none,
  doubts: none,
  ...payload,
});

const judge = (payload?: RollbackRehearsalPayload, now = at) =>
  runCheck(rollbackRehearsed, {
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
              kind: rollbackRehearsal.id,
              source: 'continuity-cli',
              externalId: '1',
              entityRef,
              observedAt,
              payload,
            },
            rollbackRehearsal,
            { id: 'e', receivedAt: at },
          ),
        ]
      : [],
  });

it.each<
  [
    string,
    Partial<RollbackRehearsalPayload>,
    'fail' | 'pass' | 'unknown',
    string,
    string,
  ]
>([
  [
    'schema and rows came back',
    {},
    'pass',
    'It was tried on 2026-10-01, 3 back to 2: schema and 100 rows as before, in 1.3 s; 2 of 4 tables affected, all with rows.',
    '',
  ],
  [
    'there was no release before',
    {
      from: undefined,
      tables: { total: 0, rows: 0, affected: 0, proven: 0 },
    },
    'pass',
    '3 back to nothing',
    '',
  ],
  [
    'the way back fails',
    {
      seconds: undefined,
      schema: 'not-compared',
      rows: 'not-compared',
      again: 'not-compared',
      steps: [{ step: 'down', outcome: 'failed', seconds: 1 }],
      differences: { total: 1, named: ['relation "phones" does not exist'] },
    },
    'fail',
    'down failed: relation "phones" does not exist',
    'Mend the way back',
  ],
  [
    'an index is forgotten',
    {
      schema: 'differs',
      differences: { total: 1, named: ['index accounts_email is gone'] },
    },
    'fail',
    'the schema does not come back: index accounts_email is gone',
    'Mend the way back',
  ],
  [
    'values are lost',
    { rows: 'differs', differences: { total: 3, named: ['accounts 1'] } },
    'fail',
    'rows do not come back: accounts 1',
    'Mend the way back',
  ],
  [
    'the second time is another',
    { again: 'differs', differences: { total: 1, named: ['column phone'] } },
    'fail',
    'going up once more gives something else: column phone',
    'Mend the way back',
  ],
  [
    'differences are only counted',
    { differences: { total: 2, named: [] } },
    'fail',
    '2 differences',
    'Mend the way back',
  ],
  [
    'a table was empty',
    { tables: { total: 4, rows: 9, affected: 2, proven: 1 } },
    'unknown',
    '1 of 2 affected tables were empty',
    'rows for empty tables come with --data',
  ],
  [
    'it did not come to its end',
    { again: 'not-compared' },
    'unknown',
    'it was not compared to the end',
    'rehearse again',
  ],
  [
    'the way back was not timed',
    { seconds: undefined },
    'unknown',
    'the way back was not gone to its end',
    'rehearse again',
  ],
  [
    'there is a doubt',
    { doubts: { total: 1, named: ['public.audit is empty'] } },
    'unknown',
    'public.audit is empty',
    'Settle this: public.audit is empty.',
  ],
  [
    'doubts are only counted',
    { doubts: { total: 2, named: [] } },
    'unknown',
    '2 things are not known',
    'rehearse again',
  ],
])('when %s', (_, payload, verdict, reason, remedy) => {
  const result = judge(rehearsal(payload));
  expect(result).toMatchObject({ verdict, evidence: ['e'] });
  expect(result.reason).toContain(reason);
  expect(result.remedy ?? '').toContain(remedy);
  expect(result.remedy === undefined).toBe(verdict === 'pass');
});

it('does not know of what was never tried, or not lately', () => {
  const days = 86_400_000;
  expect(judge()).toMatchObject({
    verdict: 'unknown',
    remedy: expect.stringContaining('continuity migrations rehearse'),
  });
  expect(judge(rehearsal(), at + 90 * days - 1).verdict).toBe('pass');
  expect(judge(rehearsal(), at + 90 * days).verdict).toBe('unknown');
});

it('passes only when all was compared, nothing differs and nothing is open', () => {
  const comparison = fc.constantFrom('same', 'differs', 'not-compared');
  const counted = fc
    .nat({ max: 2 })
    .map(total => ({ total, named: total > 1 ? ['something'] : [] }));
  fc.assert(
    fc.property(
      fc.record({
        schema: comparison,
        rows: comparison,
        again: comparison,
        differences: counted,
        doubts: counted,
        tables: fc
          .tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }))
          .map(([proven, empty]) => ({
            total: 9,
            rows: 9,
            affected: proven + empty,
            proven,
          })),
        steps: fc.array(
          fc.record({
            step: fc.constantFrom('up', 'down'),
            outcome: fc.constantFrom('done', 'failed'),
            seconds: fc.constant(1),
          }),
          { maxLength: 3 },
        ),
      }),
      payload => {
        const compared = [payload.schema, payload.rows, payload.again];
        const isAgainst =
          compared.includes('differs') ||
          payload.differences.total > 0 ||
          payload.steps.some(({ outcome }) => outcome === 'failed');
        const isOpen =
          compared.includes('not-compared') ||
          payload.doubts.total > 0 ||
          payload.tables.proven < payload.tables.affected;
        const { verdict } = judge(rehearsal(payload));
        expect(verdict === 'fail').toBe(isAgainst);
        expect(verdict === 'pass').toBe(!isAgainst && !isOpen);
      },
    ),
  );
});

it.each<[string, object]>([
  ['a verdict of its own', { verdict: 'pass' }],
  ['no digest of the scripts', { scripts: undefined }],
  ['a time below zero', { seconds: -1 }],
  [
    'more lines than fit',
    { doubts: { total: 21, named: Array(21).fill('x') } },
  ],
  ['another word for same', { rows: 'intact' }],
])('takes no report with %s', (_, change) => {
  const { schema } = rollbackRehearsal;
  expect(schema.safeParse(rehearsal()).success).toBe(true);
  expect(schema.safeParse({ ...rehearsal(), ...change }).success).toBe(false);
});
