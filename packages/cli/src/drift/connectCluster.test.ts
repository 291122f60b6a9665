import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  autoscalerOf,
  hotfixed,
  KubernetesServer,
  recordedShop,
  SHOP_MANIFESTS,
} from 'dev-kubernetes';
import selfsigned from 'selfsigned';

// Each case starts the executable.
jest.setTimeout(60_000);

const BIN = path.resolve(__dirname, '../../bin/continuity.mjs');
const root = mkdtempSync(path.join(tmpdir(), 'continuity-cluster-'));
const certificate = selfsigned.generate(
  [{ name: 'commonName', value: 'localhost' }],
  {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  },
);
const shop = recordedShop();
const desired = path.join(root, 'rendered.yaml');
const kubeconfig = path.join(root, 'kubeconfig');
let server: KubernetesServer;

/** As `kubectl config` writes it: trust in the cluster's own certificate, and a token. */
function writeKubeconfig(token: string, authority = certificate.cert) {
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'eu',
          cluster: {
            server: server.url,
            'certificate-authority-data':
              Buffer.from(authority).toString('base64'),
          },
        },
      ],
      users: [{ name: 'ci', user: { token } }],
      contexts: [
        { name: 'production', context: { cluster: 'eu', user: 'ci' } },
      ],
      'current-context': 'production',
    }),
  );
}

beforeAll(async () => {
  writeFileSync(desired, SHOP_MANIFESTS);
  // The first run bundles the sources.
  await continuity('--version');
}, 60_000);

beforeEach(async () => {
  server = await KubernetesServer.start({
    objects: shop,
    tls: { key: certificate.private, cert: certificate.cert },
  });
  writeKubeconfig('let-me-read');
});

afterEach(() => server.stop());
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The executable: the client of Kubernetes is loaded as it is when somebody runs it. */
function continuity(
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { env: { PATH: process.env.PATH, KUBECONFIG: kubeconfig } },
      (error, stdout, stderr) =>
        resolve({ code: error ? child.exitCode : 0, stdout, stderr }),
    );
  });
}

const drift = (context: string = 'production') =>
  continuity(
    ...['drift', '--desired', desired, '--live', context],
    ...['--namespace', 'shop'],
  );

it('compares with a cluster of the kubeconfig, over TLS', async () => {
  const { code, stdout, stderr } = await drift();
  expect([code, stderr, stdout]).toEqual([
    0,
    '',
    expect.stringContaining('NO DRIFT 4 of 4 objects in sync'),
  ]);
});

it('names what somebody changed by hand, and who did', async () => {
  server.store.put(hotfixed(shop));
  const { code, stdout } = await drift();
  expect(code).toBe(1);
  expect(stdout).toContain('spec.template.spec.containers[name=api].image');
  expect(stdout).toContain('kubectl-edit (Update, 2026-11-29T21:14:03Z)');
});

it('sees an autoscaler that is not in Git', async () => {
  const deployment = shop[shop.length - 1];
  const spec = { ...(deployment.spec as object), replicas: 9 };
  server.store.put({ ...deployment, spec });
  server.store.put(autoscalerOf('api'));
  expect(await drift()).toMatchObject({ code: 0 });
});

it('does not call missing what it must not see', async () => {
  server.forbid('Secret');
  const { code, stdout } = await drift();
  expect(code).toBe(3);
  expect(stdout).toContain('Secret db could not be read');
  expect(stdout).toContain('0 missing');
});

it.each<[string, () => void, string]>([
  ['a token that has expired', () => server.revokeTokens(), 'has expired'],
  [
    'a server that somebody else answers for',
    () =>
      writeKubeconfig(
        'let-me-read',
        selfsigned.generate([{ name: 'commonName', value: 'x' }]).cert,
      ),
    'cannot be reached',
  ],
])('has no answer with %s', async (_, prepare, message) => {
  prepare();
  const { code, stderr } = await drift();
  expect([code, stderr]).toEqual([3, expect.stringContaining(message)]);
});

it('names the contexts that there are', async () => {
  const { code, stderr } = await drift('staging');
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('contexts: production'),
  ]);
});
