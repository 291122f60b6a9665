import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createEvidenceRegistry,
  migrationAnalysis,
  parseSubmission,
  rollbackRehearsal,
} from '@continuity/engine';
import Ajv2020 from 'ajv/dist/2020';
import { run } from '../run';
import { createTestIo, type TestIo } from '../testing/createTestIo';
import { startServer, type TestServer } from '../testing/startServer';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const EXAMPLE = path.resolve(
  __dirname,
  '../../../../examples/migrations/payments-api',
);
const BIN = path.resolve(__dirname, '../../bin/continuity.mjs');

function databaseUrl(): string {
  const url = process.env[VARIABLE];
  if (url) return url;
  throw new Error(`These tests rehearse on PostgreSQL: set ${VARIABLE}`);
}

const root = mkdtempSync(path.join(tmpdir(), 'continuity-cli-rehearse-'));
// The account that PostgreSQL runs as must reach what is in it.
chmodSync(root, 0o755);
let server: TestServer | undefined;
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

let folders = 0;
function folderOf(files: Record<string, string>): string {
  const folder = path.join(root, `${++folders}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const TABLE = {
  '1_t.up.sql':
    'CREATE TABLE t (id integer PRIMARY KEY, secret text NOT NULL);',
};
const GOOD = {
  ...TABLE,
  '2_code.up.sql': 'ALTER TABLE t ADD COLUMN code text;',
  '2_code.down.sql': 'ALTER TABLE t DROP COLUMN code;',
};
const LOST = {
  ...TABLE,
  '2_gone.up.sql': `UPDATE t SET secret = 'x';\nCREATE INDEX t_secret ON t (secret);`,
  '2_gone.down.sql': 'SELECT 1;',
};
const ROWS = path.join(root, 'rows.sql');
writeFileSync(ROWS, `INSERT INTO t VALUES (1, 'hunter2'), (2, 'x');`);

async function rehearse(folder: string, args: string[] = [], io = testIo()) {
  const code = await run(['migrations', 'rehearse', folder, ...args], io);
  const stdout = io.stdout
    .replaceAll(/\d+(\.\d+)? s\b/g, 'N s')
    .replaceAll(/PostgreSQL [\d.]+/g, 'PostgreSQL V');
  return { code, stdout, stderr: io.stderr };
}

function testIo(env: Record<string, string> = {}): TestIo {
  return createTestIo({ CONTINUITY_DATABASE_URL: databaseUrl(), ...env });
}

describe('continuity migrations rehearse', () => {
  it('says what was done and that all came back', async () => {
    const { code, stdout, stderr } = await rehearse(EXAMPLE, ['--rows', '5']);
    expect(stderr).toMatch(
      /^Making databases called continuity_rehearsal_\.\.\. on [\d.:]+; nothing else there is touched, and they are dropped afterwards\.\n$/,
    );
    expect([code, stdout]).toEqual([
      0,
      `PROVEN 2 to 3 and back (flyway, PostgreSQL V)
  previous release done in N s, 2 migrations
  data             done in N s
  up               done in N s, 1 migration
  down             done in N s, 1 migration
  compare          done in N s
  up again         done in N s, 1 migration
  compare again    done in N s
  data: 15 rows of 3 tables, made up from seed 1
  affected: public.payments, 5 rows
  affected: public.standing_orders, 5 rows

PASS schema and 15 rows as before; the way back took N s
`,
    ]);
  });

  it('says what does not come back, with the values, and exits with 1', async () => {
    const { code, stdout } = await rehearse(folderOf(LOST), ['--data', ROWS]);
    expect([code, stdout]).toEqual([
      1,
      `NOT PROVEN 1 to 2 and back (golang-migrate, PostgreSQL V)
  previous release done in N s, 1 migration
  data             done in N s
  up               done in N s, 1 migration
  down             done in N s, 1 migration
  compare          done in N s
  data: 2 rows of 1 table, given
  affected: public.t, 2 rows

  not as before: index public.t_secret remains

  not as before: rows of public.t: 1 changed
    id=1: secret "hunter2" -> "x"
  next: Mend the way back so that all of this comes back, or keep what is lost elsewhere first; then rehearse again.

FAIL 2 differences
`,
    ]);
  });

  it('says where a script fails, and what to do', async () => {
    const folder = folderOf({
      ...TABLE,
      '2_i.up.sql':
        'ALTER TABLE t ADD COLUMN a text;\nCREATE INDEX CONCURRENTLY i ON t (a);',
      '2_i.down.sql': '',
    });
    const { code, stdout } = await rehearse(folder);
    expect(code).toBe(1);
    expect(stdout).toContain(`
  failed: up of 2: CREATE INDEX CONCURRENTLY cannot run inside a transaction block (2_i.up.sql:1) [25001]
    next: Run it outside of a transaction: say so in the way of the tool`);
    expect(stdout).toMatch(/\nFAIL up failed\n$/);
  });

  it('exits with 3 when nothing is proven', async () => {
    const empty = path.join(root, 'empty.sql');
    writeFileSync(empty, 'SELECT 1;');
    const { code, stdout } = await rehearse(folderOf(GOOD), ['--data', empty]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      '  not known: public.t is empty (the file puts no row into it), so nothing is proven about its rows\n  next: Give rows for the empty tables with --data',
    );
    expect(stdout).toMatch(/\nUNKNOWN 1 open question: nothing is proven\n$/);
  });

  it('writes JSON to a file', async () => {
    const file = path.join(root, 'result.json');
    const { code, stdout } = await rehearse(folderOf(GOOD), [
      '--format',
      'json',
      '--output',
      file,
      '--seed',
      '9',
    ]);
    expect([code, stdout]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      verdict: 'pass',
      from: '1',
      to: '2',
      data: { source: 'generated', seed: 9 },
      scripts: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      schema: 'same',
      rows: 'same',
      again: 'same',
      tables: [{ name: 'public.t', rows: 25, affected: true }],
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['proven', GOOD, []],
    ['not proven', LOST, ['--data', ROWS]],
    [
      'failed',
      { ...TABLE, '2_f.up.sql': 'SELECT 1;\nSELECT 1 / 0;' },
      ['--previous', 'none'],
    ],
    ['nothing to go back', GOOD, ['--previous', '2']],
  ])('prints JSON as its schema says: %s', async (_, files, args) => {
    const io = testIo();
    await run(
      ['migrations', 'rehearse', folderOf(files), '--format', 'json', ...args],
      io,
    );
    const validate = new Ajv2020({ allErrors: true }).compile(
      JSON.parse(
        readFileSync(
          path.resolve(__dirname, '../../../../docs/rehearsal.schema.json'),
          'utf8',
        ),
      ),
    );
    validate(JSON.parse(io.stdout));
    expect(validate.errors).toBeNull();
  });

  it('shows progress to those who watch', async () => {
    const io = testIo();
    io.isWatched = true;
    await rehearse(folderOf(GOOD), [], io);
    expect(io.stderr.split('\n').slice(1)).toEqual([
      'previous release',
      'previous release: 1',
      'data',
      'up',
      'up: 2',
      'down',
      'down: 2',
      'compare',
      'up again',
      'up again: 2',
      'compare again',
      '',
    ]);
  });

  it('gives no answer when it is interrupted', async () => {
    const io = testIo();
    const slow = folderOf({ ...TABLE, '2_s.up.sql': 'SELECT pg_sleep(30);' });
    setTimeout(() => io.interrupt?.(), 1_500);
    const { code, stdout, stderr } = await rehearse(slow, [], io);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('was interrupted, and what it made is removed');
    expect(io.interrupt).toBeUndefined();
  });

  it.each<[string[], string]>([
    [['--push'], '--push: name the service with --entity'],
    [['--push', '--entity', 'shop'], '--entity: "shop" is not an entity ref'],
    [['--entity', 'component:default/a'], 'add --push, or leave them out'],
    [['--previous', '7'], '"7" is no version of these 2 migrations'],
    [['--rows', 'many'], 'Expected a whole number'],
    [['--format', 'yaml'], 'Allowed choices are text, json'],
    [['--data', 'absent.sql'], '--data: "absent.sql" cannot be read'],
    [['--output', '/absent/x'], '--output: "/absent/x" cannot be written'],
    [
      ['--database-url', 'mysql://root:hunter2@x'],
      '--database-url (CONTINUITY_DATABASE_URL): is not an address of PostgreSQL',
    ],
  ])('refuses %j by name', async (args, message) => {
    const { code, stdout, stderr } = await rehearse(folderOf(GOOD), args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hunter2');
  });

  it('does not run on a server of others what reaches beyond a database', async () => {
    const folder = folderOf({
      ...TABLE,
      '2_r.up.sql': 'CREATE ROLE intruder;',
    });
    const { code, stderr } = await rehearse(folder);
    expect(code).toBe(2);
    expect(stderr).toContain('2_r.up.sql:1: CREATE ROLE reaches beyond');
  });

  it('gives no answer when the server is away', async () => {
    const url = 'postgresql://postgres@127.0.0.1:1/postgres';
    const { code, stderr } = await rehearse(folderOf(GOOD), [
      '--database-url',
      url,
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain('no database can be made for the rehearsal');
  });
});

describe('what is pushed', () => {
  const registry = createEvidenceRegistry([
    rollbackRehearsal,
    migrationAnalysis,
  ]);

  /** Runs a command with --push, and what of it the server would store. */
  async function pushed(args: string[], status = 'accepted') {
    server = await startServer(() => ({
      body: {
        accepted: status === 'accepted' ? 1 : 0,
        known: 0,
        rejected: status === 'rejected' ? 1 : 0,
        results: [{ index: 0, status, message: 'no such entity' }],
      },
    }));
    const io = testIo({ CONTINUITY_URL: server.url });
    const subject = [
      '--push',
      '--entity',
      'component:default/Payments-API',
      '--environment',
      'production',
    ];
    const code = await run(['migrations', ...args, ...subject], io);
    const [item] = JSON.parse(server.seen[0].body).items;
    const parsed = parseSubmission(item, registry, { now: io.now() + 1_000 });
    return { code, io, item, parsed };
  }

  it.each<[string, Record<string, string>, number, string]>([
    ['proven', GOOD, 0, 'pass'],
    ['not proven', LOST, 1, 'fail'],
  ])('is a rehearsal: %s', async (_, files, expected, verdict) => {
    const { code, item, io } = await pushed([
      'rehearse',
      folderOf(files),
      '--data',
      ROWS,
    ]);
    expect(code).toBe(expected);
    expect(item).toMatchObject({
      kind: 'rollback-rehearsal',
      entityRef: 'component:default/payments-api',
      environment: 'production',
      source: 'continuity-cli',
    });
    const payload = rollbackRehearsal.schema.parse(item.payload);
    expect(rollbackRehearsal.verdict(payload)).toBe(verdict);
    // What is in rows is nobody's evidence.
    expect(JSON.stringify(item)).not.toContain('hunter2');
    expect(io.stderr).toContain(
      'Reported rollback-rehearsal of component:default/payments-api.',
    );
  });

  it('is a rehearsal that proves nothing', async () => {
    const empty = path.join(root, 'none.sql');
    writeFileSync(empty, 'SELECT 1;');
    const { code, item } = await pushed([
      'rehearse',
      folderOf(GOOD),
      '--data',
      empty,
    ]);
    const payload = rollbackRehearsal.schema.parse(item.payload);
    expect([code, rollbackRehearsal.verdict(payload)]).toEqual([3, 'unknown']);
  });

  it.each<[string, Record<string, string>, string[], number, string, string]>([
    [
      'all can go back',
      GOOD,
      ['--since', '1'],
      0,
      'pass',
      '1 to 2: 1 of 1 migration reversible',
    ],
    [
      'one is stuck',
      { ...TABLE, '2_d.up.sql': 'ALTER TABLE t DROP COLUMN secret;' },
      ['--since', '1', '--fail-on', 'never'],
      0,
      'fail',
      '1 to 2: 0 of 1 migration reversible, 1 without a way back',
    ],
    [
      'code of before runs on what it leaves',
      { ...TABLE, '2_a.up.sql': 'ALTER TABLE t ADD COLUMN a text;' },
      ['--since', '1'],
      0,
      'pass',
      '1 to 2: 0 of 1 migration reversible, 1 tolerated by code of before',
    ],
    [
      'one is not known',
      { ...GOOD, '2_code.up.sql': 'DO $$ BEGIN END $$;' },
      ['--since', '1', '--fail-on', 'never'],
      0,
      'unknown',
      '1 to 2: 0 of 1 migration reversible, 1 not known',
    ],
    [
      'something is forbidden',
      { ...TABLE, '2_d.up.sql': 'ALTER TABLE t DROP COLUMN secret;' },
      ['--since', '1'],
      1,
      'fail',
      'forbidden',
    ],
  ])(
    'is an analysis: %s',
    async (_, files, args, expected, verdict, headline) => {
      const { code, item } = await pushed([
        'analyze',
        folderOf(files),
        ...args,
      ]);
      const payload = migrationAnalysis.schema.parse(item.payload);
      expect([code, migrationAnalysis.verdict(payload)]).toEqual([
        expected,
        verdict,
      ]);
      expect(migrationAnalysis.headline(payload)).toContain(headline);
    },
  );

  it('is taken by a server, which may refuse it', async () => {
    const { code, io, parsed } = await pushed(
      ['analyze', folderOf(GOOD)],
      'rejected',
    );
    expect(parsed).toMatchObject({ ok: true });
    expect(code).toBe(1);
    expect(io.stderr).toContain('rejected: migration-analysis: no such entity');
  });
});

describe('a server of its own', () => {
  function start(folder: string) {
    const child = spawn(
      process.execPath,
      [BIN, 'migrations', 'rehearse', folder],
      {
        env: { PATH: process.env.PATH, TMPDIR: root },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    child.stdout.on('data', chunk => {
      said += chunk;
    });
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    return {
      child,
      ended: new Promise<{ code: number | null; said: string }>(resolve => {
        child.on('close', code => resolve({ code, said }));
      }),
    };
  }

  it('is started, used and gone, and the exit code says what came of it', async () => {
    const { code, said } = await start(folderOf(LOST)).ended;
    expect(said).toContain('FAIL 2 differences');
    expect(code).toBe(1);
    expect(readdirSync(root)).not.toContainEqual(
      expect.stringContaining('continuity-rehearsal'),
    );
  }, 120_000);

  it('is gone when a signal ends the process', async () => {
    const { child, ended } = start(
      folderOf({ ...TABLE, '2_s.up.sql': 'SELECT pg_sleep(60);' }),
    );
    const isRunning = () =>
      readdirSync(root).some(
        name =>
          name.startsWith('continuity-rehearsal-') &&
          existsSync(path.join(root, name, 'postmaster.pid')),
      );
    const timer = setInterval(() => {
      if (!isRunning()) return;
      clearInterval(timer);
      setTimeout(() => child.kill('SIGTERM'), 2_000);
    }, 100);
    const { code, said } = await ended;
    expect(said).toContain('Interrupted; removing what was made');
    expect(code).toBe(3);
    expect(readdirSync(root)).not.toContainEqual(
      expect.stringContaining('continuity-rehearsal'),
    );
  }, 120_000);
});
