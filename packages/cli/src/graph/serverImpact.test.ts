import type { Impact, ImpactItem } from '@continuity/plugin-continuity-common';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import {
  type Answer,
  errorAnswer,
  startServer,
  type TestServer,
} from '../testing/startServer';

const SHOP = 'component:default/shop';
const MAIL = 'component:default/mail';
const DB = 'resource:default/db';

const item = (ref: string, outcome: 'failed' | 'degraded'): ImpactItem => ({
  node: { id: ref, ref },
  outcome,
  hops: 1,
  path: [{ node: { id: DB, ref: DB } }, { node: { id: ref, ref } }],
  breaches: [],
});

const impact = (change: Partial<Impact> = {}): Answer => ({
  body: {
    graph: { state: 'fresh', revision: 7, readAt: '2026-11-25T10:00:00Z' },
    down: [{ id: DB, ref: DB }],
    downTotal: 1,
    unknown: [],
    totals: { total: 2, hidden: 0 },
    totalItems: 2,
    absorbed: [],
    items: [item(SHOP, 'failed')],
    ...change,
  },
});

describe('continuity graph impact --entity', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const ask = async (answers: Answer[], ...args: string[]) => {
    server = await startServer(
      (_, count) => answers[Math.min(count, answers.length) - 1],
    );
    const io = createTestIo({
      CONTINUITY_URL: server.url,
      CONTINUITY_TOKEN: 'token',
    });
    const code = await run(
      ['graph', 'impact', '--entity', DB, '--retries', '0', ...args],
      io,
    );
    return { code, stdout: io.stdout, stderr: io.stderr };
  };

  it('asks the portal, all pages, and prints as for a file', async () => {
    const { code, stdout, stderr } = await ask(
      [
        impact({ nextCursor: 'next' }),
        impact({ items: [item(MAIL, 'degraded')] }),
      ],
      '--json',
      '--duration',
      'PT3H',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      failed: [
        { node: DB, hops: 0, path: [DB] },
        { node: SHOP, hops: 1, path: [DB, SHOP] },
      ],
      degraded: [{ node: MAIL, hops: 1, path: [DB, MAIL] }],
    });
    expect(server.seen.map(({ body }) => JSON.parse(body))).toEqual([
      { down: [DB], duration: 'PT3H', limit: 200 },
      { down: [DB], duration: 'PT3H', limit: 200, cursor: 'next' },
    ]);
  });

  it('begins anew when the graph changes between two pages', async () => {
    const { code, stdout } = await ask([
      impact({ nextCursor: 'next' }),
      errorAnswer(400, 'InputError', 'cursor: the list has changed'),
      impact(),
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '2 nodes down or failed',
        `  ${DB}  down`,
        `  ${SHOP}  1 hop: ${DB} -> ${SHOP}`,
        '0 nodes degraded',
        '',
      ].join('\n'),
    );
  });

  it('says what makes the answer less than it seems', async () => {
    const { stderr } = await ask([
      impact({
        graph: { state: 'stale', revision: 7, readAt: '2026-11-25T10:00:00Z' },
        totals: {
          total: 5,
          hidden: 3,
          byHops: [],
          byTier: [],
          byOwner: [],
          businessFunctions: [],
        },
      }),
    ]);
    expect(stderr).toContain('is stale');
    expect(stderr).toContain('3 nodes more are affected');
  });

  it('does not take what is not there for something without an impact', async () => {
    const { code, stderr } = await ask([impact({ unknown: [DB] })]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(DB)]);
  });

  it.each([
    [['--file', 'g.ndjson'], '--entity'],
    [['--down', 'b'], '--entity'],
  ])('refuses %j beside it', async (args, option) => {
    const { code, stderr } = await ask([impact()], ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(option)]);
  });
});
