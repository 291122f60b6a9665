import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../run';
import { createTestIo } from '../../testing/createTestIo';
import {
  startServer,
  type Answer,
  type Seen,
  type TestServer,
} from '../../testing/startServer';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
let server: TestServer | undefined;

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** What the routes of Tech Insights answer, `/facts/latest` of 2.4. */
const latest = {
  rollbackRetriever: {
    id: 'rollbackRetriever',
    entity: { namespace: 'default', kind: 'component', name: 'Payments-API' },
    timestamp: '2026-03-01T10:00:00.000+01:00',
    version: '0.1.0',
    facts: {
      from: '4.2.0',
      to: '4.1.9',
      tookSeconds: 95,
      ok: true,
      startedAt: '2026-03-01T08:00:00Z',
      finishedAt: '2026-03-01T08:01:35Z',
    },
  },
};

const mapping = {
  environment: 'production',
  facts: [
    {
      fact: 'rollbackRetriever',
      kind: 'deployment',
      payload: {
        version: '$.to',
        outcome: {
          $path: '$.ok',
          values: { true: 'succeeded', false: 'failed' },
        },
        startedAt: '$.startedAt',
        finishedAt: '$.finishedAt',
      },
    },
  ],
};

/** Takes everything that is new. */
function takes(request: Seen): Answer {
  const { items } = JSON.parse(request.body);
  return {
    body: {
      accepted: items.length,
      known: 0,
      rejected: 0,
      results: items.map((_: unknown, index: number) => ({
        index,
        status: 'accepted',
        id: `id-${index}`,
      })),
    },
  };
}

async function importing(
  facts: unknown,
  rules: unknown = mapping,
  { format = 'tech-insights', more = [] as string[], respond = takes } = {},
) {
  server = await startServer(respond);
  const factsFile = path.join(folder, 'facts.json');
  const mappingFile = path.join(folder, 'mapping.yaml');
  writeFileSync(
    factsFile,
    typeof facts === 'string' ? facts : JSON.stringify(facts),
  );
  writeFileSync(mappingFile, JSON.stringify(rules));
  const io = createTestIo({ CONTINUITY_URL: server.url });
  const code = await run(
    [
      'evidence',
      'import',
      '--format',
      format,
      '--mapping',
      mappingFile,
      factsFile,
      '--retries',
      '0',
      ...more,
    ],
    io,
  );
  const sent = server.seen.flatMap(({ body }) => JSON.parse(body).items);
  return { code, io, sent };
}

const json = ['--json'];
const dry = ['--dry-run', '--json'];

/** The fact with other members. */
const fact = (overrides: object) => ({
  ...latest.rollbackRetriever,
  ...overrides,
});

describe('facts of Tech Insights', () => {
  it('become reports, as the mapping says', async () => {
    const { code, io, sent } = await importing(latest);
    expect([io.stderr, code]).toEqual(['', 0]);
    expect(io.stdout).toBe('1 accepted, 0 known, 0 rejected, 0 not mapped\n');
    expect(sent).toEqual([
      {
        kind: 'deployment',
        source: 'tech-insights',
        externalId: expect.stringMatching(/^rollbackRetriever\/[0-9a-f]{32}$/),
        entityRef: 'component:default/payments-api',
        environment: 'production',
        observedAt: '2026-03-01T09:00:00.000Z',
        payload: {
          version: '4.1.9',
          outcome: 'succeeded',
          startedAt: '2026-03-01T08:00:00Z',
          finishedAt: '2026-03-01T08:01:35Z',
        },
      },
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['one', latest.rollbackRetriever, ['item 0']],
    ['a list', [latest.rollbackRetriever], ['item 0']],
    ['the latest by retriever', latest, ['item 0, rollbackRetriever']],
    [
      'all of a time by retriever',
      {
        rollbackRetriever: [
          latest.rollbackRetriever,
          fact({ timestamp: '2026-03-02T10:00:00Z' }),
        ],
      },
      ['item 0, rollbackRetriever[0]', 'item 0, rollbackRetriever[1]'],
    ],
    [
      'rows of the table',
      [
        fact({
          entity: 'component:default/payments-api',
          facts: JSON.stringify(latest.rollbackRetriever.facts),
        }),
      ],
      ['item 0'],
    ],
    [
      'an export with refs',
      [fact({ entity: undefined, entityRef: 'component:payments-api' })],
      ['item 0'],
    ],
  ])('are read from %s', async (_, facts, places) => {
    const { code, io, sent } = await importing(facts, mapping, {
      more: ['--dry-run'],
    });
    expect([io.stderr, code, sent]).toEqual(['', 0, []]);
    const [first, ...lines] = io.stdout.trim().split('\n');
    expect(first).toBe(
      `Nothing was reported. ${places.length} would be, 0 would be rejected, 0 not mapped`,
    );
    expect(lines.map(line => line.split(': deployment of ')[0])).toEqual(
      places,
    );
  });
});

describe('facts of Soundcheck', () => {
  const submitted = {
    facts: [
      {
        factRef: 'ci:default/deployment',
        entityRef: 'component:default/payments-api',
        data: { runs: [{ version: '4.2.0', status: 'green' }] },
        timestamp: '2026-03-01T10:00:00Z',
      },
    ],
  };
  const rules = {
    source: 'soundcheck-export',
    facts: [
      {
        fact: 'ci:default/deployment',
        kind: 'deployment',
        environment: 'production',
        payload: {
          version: '$.runs[0].version',
          outcome: {
            $path: '$.runs[0].status',
            values: { green: 'succeeded' },
          },
        },
      },
    ],
  };
  const soundcheck = { format: 'soundcheck' };

  it.each<[string, unknown]>([
    ['what its API takes', submitted],
    ['a list', submitted.facts],
    [
      'refs in parts',
      submitted.facts.map(one => ({
        ...one,
        factRef: { source: 'ci', scope: 'default', name: 'deployment' },
      })),
    ],
    ['lines', `${JSON.stringify(submitted.facts[0])}\n`],
  ])('become reports, from %s', async (_, facts) => {
    const { code, io, sent } = await importing(facts, rules, soundcheck);
    expect([io.stderr, code]).toEqual(['', 0]);
    expect(sent).toEqual([
      expect.objectContaining({
        kind: 'deployment',
        source: 'soundcheck-export',
        entityRef: 'component:default/payments-api',
        observedAt: '2026-03-01T10:00:00.000Z',
        payload: { version: '4.2.0', outcome: 'succeeded' },
      }),
    ]);
  });
});

describe('what is sent', () => {
  const idsOf = (sent: { externalId: string }[]) =>
    sent.map(({ externalId }) => externalId);

  it('is the same each time, whatever else is in the file', async () => {
    const first = await importing(latest);
    await server?.close();
    const again = await importing([
      fact({ id: 'other' }),
      latest.rollbackRetriever,
    ]);
    expect(idsOf(again.sent)).toEqual(idsOf(first.sent));
  });

  it('is another for each moment, entity, environment and kind', async () => {
    const { sent } = await importing(
      [
        latest.rollbackRetriever,
        fact({ timestamp: '2026-03-02T10:00:00Z' }),
        fact({ entity: 'component:default/other' }),
      ],
      {
        facts: ['production', 'staging'].map(environment => ({
          ...mapping.facts[0],
          environment,
        })),
      },
    );
    expect(new Set(idsOf(sent)).size).toBe(6);
  });

  it.each<[string, object, object]>([
    [
      'constants',
      { a: 'x', b: 1, c: true, d: [1] },
      { a: 'x', b: 1, c: true, d: [1] },
    ],
    ['a text that begins with $', { a: { $value: '$5' } }, { a: '$5' }],
    ['a part of the fact', { a: { b: ['$.to'] } }, { a: { b: ['4.1.9'] } }],
    ['what may be missing', { a: { $path: '$.x', optional: true } }, {}],
    ['the whole fact', { a: '$' }, { a: latest.rollbackRetriever.facts }],
    [
      'several places',
      { a: '$.*' },
      { a: Object.values(latest.rollbackRetriever.facts) },
    ],
  ])('holds %s', async (_, payload, expected) => {
    const { io } = await importing(
      latest,
      { facts: [{ fact: 'rollbackRetriever', kind: 'ours', payload }] },
      { more: dry },
    );
    expect(JSON.parse(io.stdout)).toMatchObject({
      reports: [{ kind: 'ours', payload: expected }],
      unchecked: ['ours'],
    });
    expect(JSON.parse(io.stdout).reports[0].payload).toEqual(expected);
  });

  it('is observed when the mapping says so', async () => {
    const { sent } = await importing(latest, {
      facts: [{ ...mapping.facts[0], observedAt: '$.startedAt' }],
    });
    expect(sent[0].observedAt).toBe('2026-03-01T08:00:00.000Z');
  });
});

describe('what is not mapped', () => {
  it.each<[string, unknown, unknown, RegExp]>([
    [
      'has no rule',
      fact({ id: 'other' }),
      mapping,
      /item 0: not mapped \(other of component:default\/payments-api\): the mapping says nothing about it/,
    ],
    [
      'lacks a value',
      fact({ facts: {} }),
      mapping,
      /payload\.version: the fact has nothing at \$\.to/,
    ],
    [
      'does not know a value',
      fact({ facts: { to: null, ok: true } }),
      mapping,
      /payload\.version: the fact has nothing at \$\.to/,
    ],
    [
      'has a value that means nothing',
      fact({ facts: { to: '1', ok: 'perhaps' } }),
      mapping,
      /payload\.outcome: "perhaps" at \$\.ok is none of true, false/,
    ],
    [
      'has no moment',
      fact({ timestamp: undefined }),
      mapping,
      /observedAt: the fact has no timestamp/,
    ],
    [
      'has a moment of nobody knows where',
      fact({ timestamp: '2026-03-01 10:00:00' }),
      mapping,
      /observedAt: "2026-03-01 10:00:00" is not a moment with its offset/,
    ],
    [
      'names no entity',
      fact({ entity: undefined }),
      mapping,
      /entityRef: the fact names no entity/,
    ],
    [
      'names what is no entity',
      fact({ entity: 'payments' }),
      mapping,
      /entityRef: "payments" is not an entity ref/,
    ],
    ['is no fact', [42], mapping, /item 0: not mapped: is not a JSON object/],
    [
      'is half a fact',
      [{ facts: {} }],
      mapping,
      /item 0: not mapped: is not a fact of Tech Insights: id/,
    ],
    [
      'has an environment that is no text',
      fact({}),
      { facts: [{ ...mapping.facts[0], environment: '$.ok' }] },
      /environment: true is not a text/,
    ],
  ])('is named with the reason when it %s', async (_, facts, rules, reason) => {
    const { code, io, sent } = await importing(facts, rules);
    expect([code, sent]).toEqual([1, []]);
    expect(io.stdout).toMatch(/^0 accepted, 0 known, 0 rejected, 1 not mapped/);
    expect(io.stdout).toMatch(reason);
  });

  it('does not lose what is, and is in the JSON too', async () => {
    const { code, io, sent } = await importing(
      [latest.rollbackRetriever, fact({ id: 'other' }), fact({ id: 'noise' })],
      { ...mapping, ignore: ['noise'] },
      { more: json },
    );
    expect([code, sent.length]).toEqual([1, 1]);
    expect(JSON.parse(io.stdout)).toEqual({
      accepted: 1,
      known: 0,
      rejected: [],
      unmapped: [
        {
          place: 'item 1',
          position: 1,
          fact: 'other',
          entityRef: 'component:default/payments-api',
          message: expect.stringContaining('add it to facts or to ignore'),
        },
      ],
    });
  });
});

describe('what the server rejects', () => {
  it('is named, and known before by a dry run where the kind is built in', async () => {
    const bad = {
      facts: [
        { ...mapping.facts[0], payload: { version: '$.to', outcome: 'won' } },
      ],
    };
    const tried = await importing(latest, bad, { more: dry });
    expect([tried.code, tried.sent]).toEqual([1, []]);
    expect(JSON.parse(tried.io.stdout).rejected).toEqual([
      expect.objectContaining({ field: 'environment' }),
    ]);
    await server?.close();
    const { code, io } = await importing(latest, bad, {
      respond: () => ({
        body: {
          accepted: 0,
          known: 0,
          rejected: 1,
          results: [
            {
              index: 0,
              status: 'rejected',
              field: 'environment',
              message: 'is missing',
            },
          ],
        },
      }),
    });
    expect(code).toBe(1);
    expect(io.stdout).toContain(
      'item 0, rollbackRetriever: rejected: environment: is missing',
    );
  });

  it('is told how far it came when there is no answer', async () => {
    const { code, io } = await importing(
      [latest.rollbackRetriever, fact({ id: 'other' })],
      mapping,
      { respond: () => ({ status: 500 }) },
    );
    expect([code, io.stdout]).toEqual([3, '']);
    expect(io.stderr).toContain(
      'Broke off after 0 accepted, 0 known and 0 rejected of 1; not mapped: 1',
    );
  });
});

describe('a mapping that is wrong', () => {
  const [rule] = mapping.facts;
  it.each<[string, unknown, RegExp]>([
    ['without facts', {}, /facts/],
    ['with a member that means nothing', { ...mapping, facst: [] }, /facst/],
    [
      'that computes',
      { facts: [{ ...rule, payload: { a: '$.runs[?(@.ok)]' } }] },
      /facts\.0\.payload\.a/,
    ],
    [
      'with a path that is none',
      { facts: [{ ...rule, payload: { a: '$to' } }] },
      /facts\.0\.payload\.a/,
    ],
    [
      'with a lookup that says more',
      { facts: [{ ...rule, payload: { a: { $path: '$.to', unit: 's' } } }] },
      /facts\.0\.payload\.a/,
    ],
    ['that is a list', [mapping], /mapping/],
  ])('is refused %s, and nothing is sent', async (_, rules, message) => {
    const { code, io, sent } = await importing(latest, rules);
    expect([code, io.stdout, sent]).toEqual([2, '', []]);
    expect(io.stderr).toMatch(/^error: --mapping/);
    expect(io.stderr).toMatch(message);
  });

  it('is asked for, with the format', async () => {
    const io = createTestIo();
    expect(await run(['evidence', 'import', 'x.json'], io)).toBe(2);
    expect(io.stderr).toContain('--format');
  });
});
