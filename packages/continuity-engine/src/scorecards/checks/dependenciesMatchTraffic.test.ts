import {
  materialise,
  MOST_OBSERVED_REFS,
  observedDependencies,
  type ObservedDependenciesPayload,
} from '../../evidence';
import { runCheck } from '../runCheck';
import { dependenciesMatchTraffic } from './dependenciesMatchTraffic';

const entityRef = 'component:default/shop';
const observedAt = '2026-10-01T12:00:00.000Z';
const at = Date.parse(observedAt);

const none = { total: 0, refs: [] };
const some = (...names: string[]) => ({
  total: names.length,
  refs: names.map(name => `component:default/${name}`),
});

const seen = (
  payload: Partial<ObservedDependenciesPayload>,
): ObservedDependenciesPayload => ({
  period: { from: '2026-09-01T12:00:00.000Z', to: observedAt },
  sources: [{ id: 'jaeger', state: 'fresh' }],
  calls: 12,
  declared: 2,
  agreeing: 2,
  undocumented: none,
  unseen: none,
  waiting: none,
  untraced: none,
  exempted: none,
  ...payload,
});

const judge = (
  payload: ObservedDependenciesPayload | undefined,
  now: number = at,
) =>
  runCheck(dependenciesMatchTraffic, {
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
              kind: observedDependencies.id,
              source: 'tracing',
              externalId: '1',
              entityRef,
              observedAt,
              payload,
            },
            observedDependencies,
            { id: 'e', receivedAt: at },
          ),
        ]
      : [],
  });

it.each<
  [
    string,
    Partial<ObservedDependenciesPayload>,
    'pass' | 'fail' | 'unknown',
    string,
    string,
  ]
>([
  [
    'all that is declared was called',
    {},
    'pass',
    'It was watched since 2026-09-01, and made 12 calls in the newest readings: 2 of 2 declared dependencies called, none undeclared.',
    '',
  ],
  [
    'some is not known to tracing',
    { agreeing: 1, untraced: some('db') },
    'pass',
    '1 of 2 declared dependencies called, none undeclared (1 unknown to tracing).',
    '',
  ],
  [
    'nothing is declared, and nothing called',
    { declared: 0, agreeing: 0, calls: 0 },
    'pass',
    'declares no dependency and calls none',
    '',
  ],
  [
    'something undeclared is called',
    { undocumented: some('mail', 'stock', 'tax') },
    'fail',
    'calls component:default/mail, component:default/stock and 1 more undeclared',
    'Declare what it calls in its catalog file',
  ],
  [
    'something declared is not called any more',
    { unseen: some('mail') },
    'fail',
    'declares component:default/mail and does not call it',
    'Take from its catalog file what it no longer needs',
  ],
  [
    'what differs is exempted',
    { agreeing: 1, exempted: some('mail') },
    'pass',
    '(1 exempted)',
    '',
  ],
  [
    'they differ, whatever a source that is away would show',
    {
      undocumented: some('mail'),
      sources: [{ id: 'jaeger', state: 'stale' }],
    },
    'fail',
    'calls component:default/mail undeclared',
    'Declare what it calls',
  ],
  [
    'a source is away',
    {
      sources: [
        { id: 'jaeger', state: 'fresh' },
        { id: 'mimir', state: 'stale' },
        { id: 'tempo', state: 'never-read' },
      ],
    },
    'unknown',
    'traffic of mimir, tempo could not be read lately',
    'Find out why mimir, tempo cannot be read',
  ],
  [
    'it was not watched for long enough',
    { agreeing: 1, waiting: some('mail') },
    'unknown',
    'component:default/mail not called yet',
    'Wait until',
  ],
  [
    'tracing knows none of what it declares',
    { agreeing: 0, untraced: some('db', 'queue') },
    'unknown',
    'tracing knows none of the 2 dependencies that it declares',
    'continuity.dev/traced-as',
  ],
])('when %s', (_, payload, verdict, reason, remedy) => {
  const result = judge(seen(payload));
  expect(result).toMatchObject({ verdict, evidence: ['e'] });
  expect(result.reason).toContain(reason);
  expect(result.remedy ?? '').toContain(remedy);
  expect(result.remedy === undefined).toBe(verdict === 'pass');
});

it('does not know of what was never seen in traffic, or not lately', () => {
  expect(judge(undefined)).toMatchObject({
    verdict: 'unknown',
    remedy: expect.stringContaining(
      'If component:default/shop reports to tracing under another name',
    ),
  });
  const days = 86_400_000;
  expect(judge(seen({}), at + 3 * days - 1).verdict).toBe('pass');
  expect(judge(seen({}), at + 3 * days)).toMatchObject({
    verdict: 'unknown',
    reason: expect.stringContaining('is valid only until'),
  });
});

it('takes no report that names more than fits, and no ref that is none', () => {
  const reads = (payload: object) =>
    observedDependencies.schema.safeParse(seen(payload)).success;
  const refs = Array.from(
    { length: MOST_OBSERVED_REFS },
    (_, n) => `component:default/x${n}`,
  );
  expect(reads({ unseen: { total: 40, refs } })).toBe(true);
  expect(
    reads({ unseen: { total: 40, refs: [...refs, 'component:default/y'] } }),
  ).toBe(false);
  expect(reads({ unseen: { total: 1, refs: ['mail'] } })).toBe(false);
  expect(reads({ sources: [] })).toBe(false);
});
