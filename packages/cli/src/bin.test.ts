import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
