import { execFile, spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import selfsigned from 'selfsigned';
import { decisionOf, ENTITY } from './testing/decisions';
import { startServer, type TestServer } from './testing/startServer';

const BIN = path.resolve(__dirname, '../bin/continuity.mjs');
const QUESTION = ['gate', '--entity', ENTITY, '--environment', 'production'];

interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the executable as a pipeline does. */
function continuity(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  stdin?: string,
): Promise<Finished> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) =>
        resolve({
          code: error ? child.exitCode : 0,
          stdout,
          stderr,
        }),
    );
    if (stdin !== undefined) child.stdin?.end(stdin);
  });
}

let server: TestServer | undefined;

// The first run bundles the sources.
beforeAll(() => continuity(['--version']), 60_000);
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('the executable', () => {
  it('starts once it is bundled', async () => {
    const { code, stdout, stderr } = await continuity(['--version']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['allow', 0],
    ['deny', 10],
    ['needs-approval', 11],
  ] as const)('exits for %s with %d', async (verdict, expected) => {
    server = await startServer(() => ({ body: decisionOf(verdict) }));
    const { code, stdout, stderr } = await continuity([...QUESTION, '--json'], {
      CONTINUITY_URL: server.url,
      CONTINUITY_TOKEN: 'token',
    });
    expect([code, stderr]).toEqual([expected, '']);
    expect(JSON.parse(stdout).verdict).toBe(verdict);
    expect(server.seen[0].headers.authorization).toBe('Bearer token');
  });

  it('exits with 2 for wrong usage and with 3 for no answer', async () => {
    expect((await continuity(['gate'])).code).toBe(2);
    const away = await continuity([
      ...QUESTION,
      ...['--url', 'http://127.0.0.1:9', '--retries', '0'],
    ]);
    expect([away.code, away.stdout]).toEqual([3, '']);
    expect(away.stderr).toContain('treat it as deny');
  });

  it('waits for a slow answer and ends at once after it', async () => {
    server = await startServer((_, count) =>
      count === 1 ? { status: 503 } : { body: decisionOf('deny') },
    );
    const { code } = await continuity(QUESTION, {
      CONTINUITY_URL: server.url,
    });
    expect(code).toBe(10);
  });

  it('is no allow when the answer cannot be written', async () => {
    server = await startServer(() => ({ body: decisionOf('allow') }));
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [BIN, ...QUESTION], {
      env: { PATH: process.env.PATH, CONTINUITY_URL: server.url },
      stdio: ['ignore', full, 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', text => {
      stderr += text;
    });
    const code = await new Promise(resolve => child.once('close', resolve));
    closeSync(full);
    expect(code).toBe(3);
    expect(stderr).toContain('the output cannot be written: ENOSPC');
  });

  it('loses nothing to a reader that is slow', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
    const file = path.join(folder, 'chain.ndjson');
    const length = 1_000;
    const lines = Array.from(
      { length },
      (_, at) => `{"from":"n${at}","to":"n${at + 1}"}`,
    );
    writeFileSync(file, lines.join('\n'));
    const args = ['graph', 'impact', '--file', file, '--json'];
    const child = spawn(
      process.execPath,
      [BIN, ...args, '--down', `n${length}`],
      { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise(resolve => setTimeout(resolve, 1_000));
    let stdout = '';
    for await (const text of child.stdout) stdout += text;
    rmSync(folder, { recursive: true });
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(stdout).failed).toHaveLength(length + 1);
  });

  it('reads standard input', async () => {
    server = await startServer(() => ({
      body: {
        accepted: 1,
        known: 0,
        rejected: 0,
        results: [{ index: 0, status: 'accepted', id: 'x' }],
      },
    }));
    const { code, stdout } = await continuity(
      ['evidence', 'push', '--file', '-', '--url', server.url],
      {},
      '{"kind":"deployment"}',
    );
    expect([code, stdout]).toEqual([0, '1 accepted, 0 known, 0 rejected\n']);
  });

  it('loads what reads migrations when they are to be read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
    writeFileSync(
      path.join(folder, '1_accounts.js'),
      `exports.up = knex => knex.schema.createTable('accounts', table => table.increments());
       exports.down = knex => knex.schema.dropTable('accounts');`,
    );
    const { code, stdout, stderr } = await continuity([
      ...['migrations', 'analyze', folder],
    ]);
    rmSync(folder, { recursive: true });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^REVERSIBLE 1 accounts \(expand\)/);
  });

  it('trusts NODE_EXTRA_CA_CERTS', async () => {
    const { private: key, cert } = selfsigned.generate(
      [{ name: 'commonName', value: 'localhost' }],
      {
        keySize: 2048,
        algorithm: 'sha256',
        extensions: [
          { name: 'basicConstraints', cA: true },
          {
            name: 'subjectAltName',
            altNames: [{ type: 2, value: 'localhost' }],
          },
        ],
      },
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
    const file = path.join(folder, 'ca.pem');
    writeFileSync(file, cert);
    server = await startServer(() => ({ body: decisionOf('allow') }), {
      key,
      cert,
    });
    const { code, stderr } = await continuity(QUESTION, {
      CONTINUITY_URL: server.url,
      NODE_EXTRA_CA_CERTS: file,
    });
    rmSync(folder, { recursive: true });
    expect([code, stderr]).toEqual([0, '']);
  });
});
