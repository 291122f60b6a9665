import { Client } from 'pg';
import { databaseUrl } from '../__testUtils__/database';
import { pairOf, rehearse } from '../__testUtils__/rehearse';
import { serverAt, type RehearsalServer } from './database/RehearsalServer';
import type { RehearsalStep } from './types';

const TABLE = 'CREATE TABLE t (id integer PRIMARY KEY, name text);';

/** Somebody who may make databases, and nothing else: what is theirs can be counted. */
const role = `rehearser_${process.pid}`;
let admin: Client;
beforeAll(async () => {
  admin = new Client({ connectionString: databaseUrl() });
  await admin.connect();
  await admin.query(`CREATE ROLE ${role} LOGIN CREATEDB PASSWORD 'secret'`);
});
afterAll(async () => {
  await admin.query(`DROP ROLE ${role}`);
  await admin.end();
});

/** The server, as that role sees it. */
function server(): RehearsalServer {
  const url = new URL(databaseUrl());
  url.username = role;
  url.password = 'secret';
  return serverAt(url.href);
}

async function theirDatabases(): Promise<string[]> {
  const { rows } = await admin.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE datdba = $1::regrole',
    [role],
  );
  return rows.map(({ datname }) => datname);
}

describe('what a rehearsal touches', () => {
  const SLOW = 'SELECT pg_sleep(30);';

  it.each<[RehearsalStep, string, string]>([
    ['previous release', 'SELECT 1;', 'SELECT 1;'],
    ['up', SLOW, 'SELECT 1;'],
    ['down', 'SELECT 1;', SLOW],
  ])('is gone when %s is interrupted', async (at, up, down) => {
    const abort = new AbortController();
    const seen: number[] = [];
    const setup = at === 'previous release' ? `${TABLE} ${SLOW}` : TABLE;
    const interrupted = rehearse(pairOf(setup, up, down), {
      server: server(),
      signal: abort.signal,
      onProgress: ({ step, version }) => {
        if (step !== at || version === undefined) return;
        setTimeout(async () => {
          seen.push((await theirDatabases()).length);
          abort.abort();
        }, 200);
      },
    });
    await expect(interrupted).rejects.toMatchObject({
      name: 'RehearsalError',
      cause: 'interrupted',
    });
    expect(seen[0]).toBeGreaterThan(0);
    expect(await theirDatabases()).toEqual([]);
  });

  it.each([0, 20, 60, 120])(
    'is gone when it is interrupted after %d ms',
    async milliseconds => {
      const abort = new AbortController();
      const interrupted = rehearse(pairOf(`${TABLE} ${SLOW}`, ''), {
        server: server(),
        signal: abort.signal,
      });
      setTimeout(() => abort.abort(), milliseconds);
      await expect(interrupted).rejects.toMatchObject({ cause: 'interrupted' });
      expect(await theirDatabases()).toEqual([]);
    },
  );

  it('is gone when all has gone well, and when a script fails', async () => {
    const good = await rehearse(pairOf(TABLE, 'SELECT 1;', 'SELECT 1;'), {
      server: server(),
    });
    const bad = await rehearse(pairOf(TABLE, 'SELECT 1 / 0;'), {
      server: server(),
    });
    expect([good.verdict, bad.verdict]).toEqual(['pass', 'fail']);
    expect(await theirDatabases()).toEqual([]);
  });

  it.each([
    ['CREATE ROLE intruder;', 'CREATE ROLE'],
    ['ALTER ROLE postgres SET work_mem = 1;', 'ALTER ROLE'],
    ['GRANT pg_monitor TO postgres;', 'GRANT or REVOKE of a role'],
    ['ALTER SYSTEM SET work_mem = 1;', 'ALTER SYSTEM'],
    ['DROP DATABASE postgres;', 'DROP DATABASE'],
    ['ALTER DATABASE postgres RENAME TO other;', 'RENAME'],
    [`COPY t TO '/tmp/out';`, 'COPY with a file'],
    [`COPY t FROM PROGRAM 'id';`, 'COPY with a file or program'],
    ['DROP OWNED BY postgres;', 'DROP OWNED'],
  ])('is nothing beyond its database: %s', async (up, what) => {
    await expect(rehearse(pairOf(TABLE, up))).rejects.toMatchObject({
      cause: 'usage',
      message: expect.stringContaining(what),
    });
    await expect(
      rehearse(pairOf(TABLE, 'SELECT 1;', up)),
    ).rejects.toMatchObject({ cause: 'usage' });
  });

  it('is told when the server cannot be reached', async () => {
    await expect(
      rehearse(pairOf(TABLE, 'SELECT 1;'), {
        server: {
          url: 'postgresql://postgres@127.0.0.1:1/postgres',
          isThrowAway: false,
          stop: async () => {},
        },
      }),
    ).rejects.toMatchObject({ cause: 'unavailable' });
  });
});

describe('which release is rehearsed', () => {
  const files = {
    '1_t.up.sql': TABLE,
    '2_a.up.sql': 'ALTER TABLE t ADD COLUMN a text;',
    '2_a.down.sql': 'ALTER TABLE t DROP COLUMN a;',
    '3_b.up.sql': 'ALTER TABLE t ADD COLUMN b text;',
    '3_b.down.sql': 'ALTER TABLE t DROP COLUMN b;',
  };

  it.each<[string | undefined, string | undefined, string[], string]>([
    [undefined, '2', ['3'], 'pass'],
    ['2', '2', ['3'], 'pass'],
    ['-2', '1', ['2', '3'], 'pass'],
    ['1', '1', ['2', '3'], 'pass'],
    // Nobody has written a way back to nothing.
    ['none', undefined, ['1', '2', '3'], 'fail'],
    ['3', '3', [], 'unknown'],
  ])('%s', async (previous, from, versions, verdict) => {
    const rehearsal = await rehearse(files, { previous });
    expect(rehearsal.from).toBe(from);
    expect(rehearsal.migrations.map(({ version }) => version)).toEqual(
      versions,
    );
    expect(rehearsal.verdict).toBe(verdict);
    const back = rehearsal.steps.find(({ step }) => step === 'down');
    expect(back?.migrations.map(({ version }) => version) ?? []).toEqual(
      [...versions].reverse(),
    );
  });

  it.each(['4', '-4', 'newest', ''])('refuses "%s"', async previous => {
    await expect(rehearse(files, { previous })).rejects.toMatchObject({
      cause: 'usage',
      message: expect.stringContaining('is no version of these 3 migrations'),
    });
  });
});

describe('a connection that is lost', () => {
  it('leaves it open what would have come of it, and nothing behind', async () => {
    const rehearsal = await rehearse(
      pairOf(TABLE, 'SELECT pg_terminate_backend(pg_backend_pid());', ''),
      { server: server() },
    );
    expect(rehearsal).toMatchObject({
      verdict: 'unknown',
      problem: {
        step: 'up',
        means: 'unknown',
        message: expect.stringContaining('the connection was lost'),
      },
    });
    expect(await theirDatabases()).toEqual([]);
  });
});

describe('a statement that takes too long', () => {
  it('leaves it open what would have come of it', async () => {
    const rehearsal = await rehearse(
      pairOf(TABLE, 'SELECT pg_sleep(20);', 'SELECT 1;'),
      { statementLimitMs: 1_000 },
    );
    expect(rehearsal).toMatchObject({
      verdict: 'unknown',
      problem: {
        step: 'up',
        sqlState: '57014',
        means: 'unknown',
        next: expect.stringContaining('--statement-limit'),
      },
    });
  });
});
