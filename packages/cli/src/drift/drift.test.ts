import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { driftScan } from '@continuity/engine';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { startServer } from '../testing/startServer';

const root = mkdtempSync(path.join(tmpdir(), 'continuity-drift-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let files = 0;
function fileOf(text: string, extension: string = 'yaml'): string {
  const file = path.join(root, `${++files}.${extension}`);
  writeFileSync(file, text);
  return file;
}

async function drift(desired: string, live: string, ...args: string[]) {
  const io = createTestIo();
  const code = await run(
    ['drift', '--desired', desired, '--live', live, ...args],
    io,
  );
  const hide = (text: string) => text.replaceAll(root, 'DIR');
  return { code, stdout: hide(io.stdout), stderr: hide(io.stderr) };
}

const DESIRED = `
apiVersion: v1
kind: ConfigMap
metadata: {name: app, namespace: shop}
data: {mode: strict}
---
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: shop}
stringData: {password: correct-horse}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  selector: &labels {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers: [{name: api, image: "api:1"}]
      volumes: [{name: c, configMap: {name: app, defaultMode: 0644}}]
`;

const live = (mode: string, password: string) =>
  JSON.stringify({
    kind: 'List',
    apiVersion: 'v1',
    items: [
      {
        kind: 'Deployment',
        apiVersion: 'apps/v1',
        metadata: { namespace: 'shop', name: 'api', uid: 'x' },
        status: { replicas: 1 },
        spec: {
          replicas: 1,
          template: {
            spec: {
              volumes: [
                { configMap: { name: 'app', defaultMode: 420 }, name: 'c' },
              ],
              containers: [
                {
                  image: 'api:1',
                  name: 'api',
                  imagePullPolicy: 'IfNotPresent',
                },
              ],
              restartPolicy: 'Always',
            },
            metadata: { labels: { app: 'api' } },
          },
          selector: { matchLabels: { app: 'api' } },
        },
      },
      {
        data: { password: Buffer.from(password).toString('base64') },
        type: 'Opaque',
        kind: 'Secret',
        apiVersion: 'v1',
        metadata: { name: 'db', namespace: 'shop' },
      },
      {
        data: { mode },
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: { name: 'app', namespace: 'shop' },
      },
    ],
  });

describe('continuity drift', () => {
  it('finds none in the same objects, in another order and form', async () => {
    const { code, stdout, stderr } = await drift(
      fileOf(DESIRED),
      fileOf(live('strict', 'correct-horse'), 'json'),
    );
    expect([stderr, stdout]).toEqual([
      '',
      'NO DRIFT 3 of 3 objects in sync; 0 changed (0 fields), 0 missing, 0 extra, 0 ignored; 0 not compared\n',
    ]);
    expect(code).toBe(0);
  });

  it('says what differs, masks secrets, and exits with 1', async () => {
    const { code, stdout } = await drift(
      fileOf(DESIRED),
      fileOf(live('lenient', 'battery-staple'), 'json'),
    );
    expect(code).toBe(1);
    expect(stdout).toBe(`CHANGED ConfigMap shop/app (DIR/3.yaml)
  changed data.mode
    desired: "strict"
    live:    "lenient"
    owner:   not known: the live object has no managedFields

CHANGED Secret shop/db (DIR/3.yaml)
  changed data.password
    desired: (masked)
    live:    (masked)
    owner:   not known: the live object has no managedFields

DRIFT 1 of 3 objects in sync; 2 changed (2 fields), 0 missing, 0 extra, 0 ignored; 0 not compared
next: apply what is desired again, or bring into Git what shall stay
`);
  });

  it.each<[string, string, number]>([
    ['the same object twice', `${DESIRED}---${DESIRED}`, 3],
    ['a document without a kind', `${DESIRED}---\nfoo: bar\n`, 3],
    ['nothing', '', 3],
    ['no YAML', 'a: [', 2],
    ['the same name twice', 'a: 1\na: 2\n', 2],
  ])('never passes with %s', async (_, desired, code) => {
    const other = fileOf(live('strict', 'correct-horse'), 'json');
    const result = await drift(fileOf(desired), other, '--track', 'no=thing');
    expect(result.code).toBe(code);
  });

  it('goes by rules, until they end', async () => {
    const rules = (expires: string) =>
      fileOf(
        `rules: [{id: mode, reason: set by the platform, expires: "${expires}", kind: ConfigMap, pointers: [/data/mode]}]`,
      );
    const other = fileOf(live('lenient', 'correct-horse'), 'json');
    const wanted = fileOf(DESIRED);
    const held = await drift(wanted, other, '--ignore', rules('2999-01-01'));
    expect([held.code, held.stdout]).toEqual([
      0,
      expect.stringContaining('ignored: /data/mode (rule mode)'),
    ]);
    const ended = await drift(wanted, other, '--ignore', rules('2020-01-01'));
    expect([ended.code, ended.stdout]).toEqual([
      1,
      expect.stringContaining('RULE EXPIRED mode ended on 2020-01-01'),
    ]);
  });

  it('prints JSON and SARIF without a secret', async () => {
    const other = fileOf(live('lenient', 'battery-staple'), 'json');
    const json = await drift(fileOf(DESIRED), other, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      outcome: 'drifted',
      counts: { changed: 2, inSync: 1 },
    });
    const sarif = await drift(fileOf(DESIRED), other, '--sarif');
    const [{ tool, results }] = JSON.parse(sarif.stdout).runs;
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({
      ruleId: tool.driver.rules[results[0].ruleIndex].id,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: expect.stringMatching(/\.yaml$/) },
          },
        },
      ],
    });
    const secret = Buffer.from('battery-staple').toString('base64');
    for (const { stdout } of [json, sarif]) {
      expect(stdout).not.toMatch(/battery-staple|correct-horse/);
      expect(stdout).not.toContain(secret);
    }
  });

  it('compares plain configuration strictly', async () => {
    const a = fileOf('b: 1\nlist: [1, 2]\n');
    const same = await drift(a, fileOf('list: [1, 2]\nb: 1\n'), '--plain');
    const other = await drift(a, fileOf('list: [2, 1]\nb: 1\n'), '--plain');
    expect([same.code, other.code]).toEqual([0, 1]);
  });

  it.each<[string[], string]>([
    [['--ignore', 'no-such-file'], 'there is no such file'],
    [['--track', 'x'], '--track: "x" is not <label=value>'],
    [['--compare', 'guess'], 'Allowed choices are two-way'],
    [['--json', '--sarif'], 'cannot be used with option'],
  ])('refuses %j by name', async (args, message) => {
    const { code, stderr } = await drift(
      fileOf(DESIRED),
      fileOf(live('strict', 'correct-horse'), 'json'),
      ...args,
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('names the rule that is wrong', async () => {
    const { code, stderr } = await drift(
      fileOf(DESIRED),
      fileOf(live('strict', 'correct-horse'), 'json'),
      '--ignore',
      fileOf('rules: [{expires: "2999-01-01", pointers: [/a]}]'),
    );
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('ignore.rules.0.reason'),
    ]);
  });
});

it('reports the scan as evidence, with its findings and without secrets', async () => {
  const server = await startServer(() => ({
    body: {
      accepted: 1,
      known: 0,
      rejected: 0,
      results: [{ index: 0, status: 'accepted', id: 'e' }],
    },
  }));
  try {
    const { code } = await drift(
      fileOf(DESIRED),
      fileOf(live('lenient', 'battery-staple'), 'json'),
      ...['--push', '--entity', 'component:default/api'],
      ...['--environment', 'production', '--region', 'eu-west-1'],
      ...['--url', server.url, '--token', 'abc'],
    );
    expect(code).toBe(1);
    const [{ body }] = server.seen;
    const [item] = JSON.parse(body).items;
    const payload = driftScan.schema.parse(item.payload);
    expect(driftScan.verdict(payload)).toBe('fail');
    expect(item.region).toBe('eu-west-1');
    expect(payload).toMatchObject({
      objects: 3,
      changed: 2,
      unattributed: 2,
      unlisted: 0,
    });
    expect(payload.findings).toContainEqual(
      expect.objectContaining({
        desired: { state: 'masked', text: '(masked)' },
        live: { state: 'masked', text: '(masked)' },
      }),
    );
    expect(body).not.toMatch(/battery|staple|horse/);
  } finally {
    await server.close();
  }
});

it('asks for the environment that was scanned', async () => {
  const { code, stderr } = await drift(
    fileOf(DESIRED),
    fileOf(live('strict', 'correct-horse'), 'json'),
    ...['--push', '--entity', 'component:default/api'],
    ...['--url', 'http://localhost:1', '--token', 'abc'],
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining('--environment')]);
});
