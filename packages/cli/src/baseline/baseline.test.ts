import { sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  canonicalize,
  driftScan,
  encodeBase64,
  makeBaseline,
  makeBaselineStatement,
  preAuthEncoding,
  STATEMENT_PAYLOAD_TYPE,
} from '@continuity/engine';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { startServer, type TestServer } from '../testing/startServer';
import { testKey } from '../testing/statements';

const root = mkdtempSync(path.join(tmpdir(), 'continuity-baseline-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let files = 0;
function fileOf(value: unknown): string {
  files += 1;
  const file = path.join(root, `${files}.json`);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  writeFileSync(file, text);
  return file;
}

const settings = (mode: string, name = 'settings') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data: { mode },
});
const secret = (password: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'db', namespace: 'shop' },
  data: { password },
});
const list = (...items: object[]) => ({
  apiVersion: 'v1',
  kind: 'List',
  items,
});

const ours = testKey(1);
const theirs = testKey(2);
const CHANGE = '5f2b0a3c-0c58-4c5e-9a53-2f1d7b6a9e01';
const ID = '4f2b0a3c-0c58-4c5e-9a53-2f1d7b6a9e01';

const made = makeBaseline([
  { source: 'test', value: settings('strict') },
  { source: 'test', value: secret('b25l') },
]);
if ('problems' in made) throw new Error('The test has no baseline');
const { snapshot } = made;

const baseline = {
  id: ID,
  entityRef: 'component:default/api',
  environment: 'production',
  version: 3,
  state: 'current',
  digest: snapshot.digest,
  objectCount: 2,
  masked: snapshot.masked,
  changeId: CHANGE,
  proposedBy: 'user:default/ben',
  proposedAt: '2026-11-01T00:00:00.000Z',
  objects: snapshot.objects,
};

function envelope(key: typeof ours) {
  const statement = makeBaselineStatement(
    {
      id: ID,
      entity: baseline.entityRef,
      environment: 'production',
      version: 3,
      change: CHANGE,
      promotedBy: 'user:default/anna',
      promotedAt: '2026-11-02T00:00:00.000Z',
    },
    snapshot.digest,
  );
  const payload = new TextEncoder().encode(canonicalize(statement));
  const message = preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload);
  return {
    payloadType: STATEMENT_PAYLOAD_TYPE,
    payload: encodeBase64(payload),
    signatures: [
      {
        keyid: key.keyId,
        sig: sign(null, message, key.privateKey).toString('base64'),
      },
    ],
  };
}

describe('a baseline of the portal', () => {
  let server: TestServer;
  let served: object = baseline;
  beforeAll(async () => {
    server = await startServer(({ url, method }) => {
      if (url.endsWith('/statement')) return { body: envelope(ours) };
      if (url.includes('/evidence')) {
        return {
          body: {
            accepted: 1,
            known: 0,
            rejected: 0,
            results: [{ index: 0, status: 'accepted', id: 'e' }],
          },
        };
      }
      return method === 'POST'
        ? {
            status: 201,
            body: { ...baseline, version: undefined, state: 'proposed' },
          }
        : { body: served };
    });
  });
  beforeEach(() => {
    served = baseline;
    server.seen.length = 0;
  });
  afterAll(() => server.close());

  const ask = async (...args: string[]) => {
    const io = createTestIo();
    const code = await run(
      [
        ...args,
        ...['--entity', 'component:default/api'],
        ...['--environment', 'production'],
        ...['--url', server.url, '--token', 'abc'],
      ],
      io,
    );
    return { code, stdout: io.stdout, stderr: io.stderr };
  };

  it('is proposed without its secrets', async () => {
    const objects = fileOf(list(settings('strict'), secret('b25l')));
    const { code, stdout } = await ask(
      ...['baseline', 'propose', '--objects', objects, '--change', CHANGE],
    );
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^PROPOSED 2 /)]);
    const [{ body }] = server.seen;
    expect(body).not.toContain('b25l');
    expect(JSON.parse(body)).toMatchObject({
      changeId: CHANGE,
      environment: 'production',
      objects: snapshot.objects,
    });
  });

  it('is shown', async () => {
    const { code, stdout } = await ask('baseline', 'show');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^CURRENT version 3 2 objects/),
    ]);
  });

  it.each<[string, object, typeof ours, number]>([
    ['signed and unaltered', baseline, ours, 0],
    ['signed by somebody who is not trusted', baseline, theirs, 3],
    [
      'altered',
      { ...baseline, objects: [settings('lenient'), snapshot.objects[1]] },
      ours,
      3,
    ],
    ['of another version', { ...baseline, version: 4 }, ours, 3],
  ])('is verified: %s', async (_, body, key, expected) => {
    served = body;
    const { code } = await ask('baseline', 'verify', '--key', fileOf(key.pem));
    expect(code).toBe(expected);
    // Nothing is compared with what may not be relied on.
    const live = fileOf(list(settings('strict'), secret('b25l')));
    const held = await ask(
      ...['drift', '--baseline', '--live', live, '--key', fileOf(key.pem)],
    );
    expect(held.code).toBe(expected);
  });

  it('is what live objects are held against, and reported', async () => {
    const live = fileOf(list(settings('lenient'), secret('dHdv')));
    const { code, stdout } = await ask(
      ...['drift', '--baseline', '--live', live, '--push'],
      ...['--key', fileOf(ours.pem)],
    );
    expect(code).toBe(1);
    expect(stdout).toContain('data.mode');
    const pushed = server.seen.find(({ url }) => url.includes('/evidence'));
    const [item] = JSON.parse(pushed?.body ?? '{}').items;
    expect(driftScan.schema.parse(item.payload)).toMatchObject({
      against: 'baseline',
      baseline: { version: 3 },
      changed: 1,
      inSync: 1,
    });
    expect(pushed?.body).not.toMatch(/dHdv|b25l/);
  });

  it('needs to be told which keys are trusted', async () => {
    const { code, stderr } = await ask('drift', '--baseline', '--live', root);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--key')]);
  });

  it('finds the standby that lacks a config map, and reports what it was held against', async () => {
    const { code, stdout } = await ask(
      ...['drift', 'parity'],
      ...['--primary', fileOf(list(settings('a'), settings('b', 'limits')))],
      ...['--other', fileOf(list(settings('a')))],
      ...['--push', '--region', 'eu-central-1'],
      ...['--primary-region', 'eu-west-1'],
    );
    expect(code).toBe(1);
    expect(stdout).toContain('MISSING ConfigMap shop/limits');
    const [item] = JSON.parse(server.seen[0].body).items;
    expect(item).toMatchObject({
      region: 'eu-central-1',
      payload: {
        against: 'parity',
        missing: 1,
        comparedWith: { environment: 'production', region: 'eu-west-1' },
      },
    });
  });
});

it.each([
  [['drift', '--live', root], '--desired'],
  [['drift', '--desired', root], '--live'],
  [['drift', '--desired', root, '--baseline', '--live', root], '--baseline'],
  [
    ['drift', 'parity', '--primary', 'a-context', '--other', root],
    '--manifests',
  ],
])('refuses %j', async (args, said) => {
  const io = createTestIo();
  expect(await run(args, io)).toBe(2);
  expect(io.stderr).toContain(said);
});

it('leaves out what is declared to differ', async () => {
  const io = createTestIo();
  const allow = fileOf(
    `rules:
  - id: mode
    reason: The standby is strict
    expires: ${new Date(io.now() + 90 * 86_400_000).toISOString().slice(0, 10)}
    pointers: [/data/mode]
`,
  );
  const code = await run(
    [
      ...['drift', 'parity', '--allow', allow],
      ...['--primary', fileOf(settings('lenient'))],
      ...['--other', fileOf(settings('strict'))],
    ],
    io,
  );
  expect([code, io.stdout]).toEqual([0, expect.stringMatching(/1 ignored/)]);
});
