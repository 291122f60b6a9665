import { generateKeyPairSync } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { decisionOf, ENTITY } from '../testing/decisions';
import { startServer, type TestServer } from '../testing/startServer';
import { signedBy, testKey } from '../testing/statements';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-decision-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const OURS = testKey(1);
const THEIRS = testKey(2);
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const FOR = [
  '--entity',
  ENTITY,
  '--environment',
  'production',
  '--digest',
  DIGEST,
];

function fileOf(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return file;
}

const KEY = fileOf('ours.pem', OURS.pem);

function decided(
  verdict: GateDecision['verdict'] = 'allow',
  parts: Partial<GateDecision> = {},
): GateDecision {
  const made = decisionOf(verdict, parts);
  return { ...made, request: { ...made.request, artifactDigest: DIGEST } };
}

async function decision(args: string[], stdin?: string, env = {}) {
  async function* input() {
    yield stdin ?? '';
  }
  const io = createTestIo(env, input());
  const code = await run(['decision', ...args], io);
  return { code, stdout: io.stdout, stderr: io.stderr };
}

const verify = (file: string, ...more: string[]) =>
  decision(['verify', file, '--key', KEY, ...more]);

const SIGNED = fileOf('allow.json', signedBy(OURS, decided()));

describe('continuity decision verify', () => {
  it('takes what is signed and is for what is to be deployed, asking nobody', async () => {
    const { code, stdout, stderr } = await verify(SIGNED, ...FOR);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^VERIFIED\nverdict: {2}allow\nfor: {6}component:default\/payments-api -> production \(standard\)\n/,
    );
    expect(stdout).toContain(`artifact: ${DIGEST}\n`);
    expect(stdout).toContain('ledger entry 41\n');
    expect(stdout).toContain(`key:      ${OURS.keyId}\n`);
    expect(stdout).not.toContain('note:');
  });

  it('says what it did not compare', async () => {
    const { code, stdout } = await verify(SIGNED, '--digest', DIGEST);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'note:     not compared, for want of --entity, --environment;',
    );
  });

  it('reads standard input, and prints JSON', async () => {
    const { code, stdout } = await decision(
      ['verify', '-', '--key', KEY, ...FOR, '--json'],
      JSON.stringify(signedBy(OURS, decided())),
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      keyId: OURS.keyId,
      statement: {
        predicate: { verdict: 'allow', request: { entity: ENTITY } },
      },
    });
  });

  it.each<[string, string[], RegExp]>([
    [
      'another digest',
      ['--digest', `sha256:${'0'.repeat(64)}`],
      /It is for sha256:abab.*, not sha256:0000/,
    ],
    [
      'another environment',
      ['--environment', 'staging'],
      /It is for production, not staging\./,
    ],
    [
      'another entity',
      ['--entity', 'component:default/other'],
      /It is about component:default\/payments-api, not component:default\/other\./,
    ],
    [
      'another region',
      ['--environment', 'production', '--region', 'eu-west-1'],
      /It is for all regions together, not eu-west-1\./,
    ],
    [
      'a moment after it',
      ['--at', '2040-01-01T00:00:00Z'],
      /could be relied on until .*, and it is 2040-01-01T00:00:00\.000Z/,
    ],
    [
      'a moment before it',
      ['--at', '2020-01-01T00:00:00Z'],
      /It was asked about .*, and it is 2020-01-01T00:00:00\.000Z/,
    ],
  ])('refuses it for %s', async (_, more, why) => {
    const { code, stdout } = await verify(SIGNED, ...more);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^REFUSED\nwhy: {6}\S.*\nnext: {5}\S/);
    expect(stdout).toMatch(why);
  });

  it('refuses what was altered, and what another key signed', async () => {
    const { payload, ...rest } = signedBy(OURS, decided('deny'));
    const forged = Buffer.from(payload, 'base64')
      .toString()
      .replaceAll('"deny"', '"allow"');
    const altered = await verify(
      fileOf('forged.json', {
        ...rest,
        payload: Buffer.from(forged).toString('base64'),
      }),
    );
    expect(altered.code).toBe(1);
    expect(altered.stdout).toContain('was altered after it was signed');
    // What is not verified is not shown.
    expect(altered.stdout).not.toContain('payments-api');
    const foreign = await verify(
      fileOf('theirs.json', signedBy(THEIRS, decided())),
    );
    expect(foreign.code).toBe(1);
    expect(foreign.stdout).toContain('No key that is trusted signed it');
    expect(foreign.stdout).toContain(THEIRS.keyId);
  });

  it('refuses what is no envelope, in one harmless line', async () => {
    const { code, stdout } = await verify(
      fileOf('rubbish.json', {
        ...signedBy(THEIRS, decided()),
        signatures: [
          { keyid: '\n::set-output name=x::y\u001b[2J', sig: 'AAAA' },
        ],
      }),
    );
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/^::/m);
    expect(stdout).not.toContain('\u001b');
    expect((await verify(fileOf('text.json', 'hello'))).stdout).toContain(
      'It is not a signed statement: it is not JSON.',
    );
  });

  it.each([
    ['deny', 10],
    ['needs-approval', 11],
  ] as const)(
    'tells a signed %s as the gate does',
    async (verdict, expected) => {
      const file = fileOf('no.json', signedBy(OURS, decided(verdict)));
      const { code, stdout } = await verify(file, ...FOR);
      expect(code).toBe(expected);
      expect(stdout).toContain(
        `The gate answered "${verdict}": Month-end close is in force`,
      );
      // Of something else it is not even a denial.
      expect((await verify(file, '--environment', 'staging')).code).toBe(1);
    },
  );

  it('trusts any of several keys, in one file or in more', async () => {
    const both = fileOf(
      'both.pem',
      `# theirs\n${THEIRS.pem}# ours\n${OURS.pem}`,
    );
    const theirs = fileOf('theirs.pem', THEIRS.pem);
    const one = await decision(['verify', SIGNED, '--key', both]);
    const more = await decision([
      'verify',
      SIGNED,
      '--key',
      theirs,
      '--key',
      KEY,
    ]);
    const none = await decision(['verify', SIGNED, '--key', theirs]);
    expect([one.code, more.code, none.code]).toEqual([0, 0, 1]);
  });

  it.each<[string, string, string]>([
    ['nothing', 'hello', 'holds no public key in PEM'],
    [
      'a private key',
      OURS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'holds a private key',
    ],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .publicKey.export({ type: 'spki', format: 'pem' })
        .toString(),
      'holds a key of ec',
    ],
    [
      'a broken key',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n',
      'cannot be read',
    ],
  ])('does not guess at a key: %s', async (_, pem, message) => {
    const { code, stderr } = await decision([
      'verify',
      SIGNED,
      '--key',
      fileOf('odd.pem', pem),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it.each([
    [['verify', SIGNED], '--key'],
    [['verify', path.join(folder, 'none.json'), '--key', KEY], 'no such file'],
    [['verify', SIGNED, '--key', path.join(folder, 'none')], 'no such file'],
    [['verify', SIGNED, '--key', KEY, '--digest', 'latest'], '--digest'],
    [['verify', SIGNED, '--key', KEY, '--at', 'now'], '--at'],
    [['verify', '-', '--key', '-'], '--key'],
  ])('is told by %p that the usage is wrong', async (args, message) => {
    const { code, stderr } = await decision(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('continuity decision keys', () => {
  const keyOf = ({ keyId, pem }: typeof OURS, retiredAt?: string) => ({
    keyId,
    pem,
    algorithm: 'Ed25519',
    since: '2026-11-01T00:00:00.000Z',
    ...(retiredAt !== undefined && { retiredAt }),
  });

  async function keys(body: unknown, ...more: string[]) {
    server = await startServer(() => ({ body }));
    return decision(['keys', ...more], undefined, {
      CONTINUITY_URL: server.url,
      CONTINUITY_TOKEN: 'secret-token',
    });
  }

  it('prints what --key takes', async () => {
    const { code, stdout } = await keys({
      items: [keyOf(OURS), keyOf(THEIRS, '2026-11-02T00:00:00.000Z')],
    });
    expect(code).toBe(0);
    expect(stdout).toBe(
      `# ${OURS.keyId}, since 2026-11-01T00:00:00.000Z\n${OURS.pem}`,
    );
    const file = fileOf('printed.pem', stdout);
    expect((await decision(['verify', SIGNED, '--key', file])).code).toBe(0);
  });

  it('prints those that are retired when asked to', async () => {
    const { stdout } = await keys(
      { items: [keyOf(OURS), keyOf(THEIRS, '2026-11-02T00:00:00.000Z')] },
      '--all',
    );
    expect(stdout).toContain(', retired 2026-11-02T00:00:00.000Z\n');
    expect(stdout.match(/BEGIN PUBLIC KEY/g)).toHaveLength(2);
  });

  it.each([
    ['no list', {}],
    ['an empty list', { items: [] }],
    ['something that is no PEM', { items: [{ ...keyOf(OURS), pem: 'x' }] }],
  ])('has no answer in %s', async (_, body) => {
    expect((await keys(body)).code).toBe(3);
  });
});

describe('continuity gate --statement', () => {
  async function gate(body: unknown, ...more: string[]) {
    server = await startServer(() => ({ status: 201, body }));
    const io = createTestIo({ CONTINUITY_URL: server.url });
    const code = await run(['gate', ...FOR, '--retries', '0', ...more], io);
    return { code, io, seen: server.seen };
  }

  it.each([
    ['allow', 0],
    ['deny', 10],
  ] as const)('keeps a signed %s', async (verdict, expected) => {
    const made = decided(verdict);
    const file = path.join(folder, `kept-${verdict}.json`);
    const { code, seen } = await gate(
      { ...made, statement: signedBy(OURS, made) },
      '--statement',
      file,
    );
    expect(code).toBe(expected);
    expect(JSON.parse(seen[0].body)).toMatchObject({ statement: true });
    expect((await verify(file, ...FOR)).code).toBe(expected);
  });

  it('is not satisfied by an answer without one', async () => {
    const file = path.join(folder, 'unsigned.json');
    const { code, io } = await gate(decided(), '--statement', file);
    expect(code).toBe(3);
    expect(io.stderr).toContain('did not sign');
    expect(existsSync(file)).toBe(false);
  });

  it('asks nobody when the file cannot be written, or nothing is recorded', async () => {
    const nowhere = path.join(folder, 'none', 'x.json');
    const unwritable = await gate(decided(), '--statement', nowhere);
    expect([unwritable.code, unwritable.seen.length]).toEqual([2, 0]);
    await server?.close();
    const dry = await gate(decided(), '--statement', 'x.json', '--dry-run');
    expect([dry.code, dry.seen.length]).toEqual([2, 0]);
    expect(dry.io.stderr).toContain('--statement');
  });

  it('leaves nothing half-written behind', async () => {
    const file = fileOf('before.json', 'as it was');
    await gate({ nonsense: true }, '--statement', file);
    expect(readFileSync(file, 'utf8')).toBe('as it was');
  });
});
