import fc from 'fast-check';
import { detectDrift } from '../detectDrift';
import { scanPayload } from '../scanPayload';
import { looksSecret } from './looksSecret';

const now = Date.parse('2026-11-01T00:00:00Z');

function reportOf(desired: unknown, live: unknown): string {
  const report = detectDrift(
    [{ value: desired, source: 'git' }],
    [{ value: live, source: 'cluster' }],
    { now },
  );
  const context = { against: 'git', scannedAt: now } as const;
  return JSON.stringify({ ...report, evidence: scanPayload(report, context) });
}

/** A value that stands nowhere else, so that it is seen wherever it leaks. */
const secretValue = fc
  .stringMatching(/^[A-Za-z0-9!%]{8,30}$/)
  .map(text => `zq${text}`);

const toBase64 = (text: string) => Buffer.from(text).toString('base64');

const pod = (container: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace: 'd' },
  spec: { containers: [{ name: 'c', image: 'x:1', ...container }] },
});

const secretName = fc.constantFrom(
  'DB_PASSWORD',
  'apiKey',
  'GITHUB_TOKEN',
  'client-secret',
  'AWS_SECRET_ACCESS_KEY',
  'privateKey',
  'DATABASE_URL',
  'auth',
  'PGPASSWORD',
  'sessionCookie',
);

it('shows nothing of a Secret, wherever it stands in it', () => {
  const secret = (more: object) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's', namespace: 'd' },
    ...more,
  });
  fc.assert(
    fc.property(
      secretValue,
      secretValue,
      fc.constantFrom<(text: string) => object>(
        text => ({ data: { key: toBase64(text) } }),
        text => ({ stringData: { key: text } }),
        text => ({ data: { key: text } }),
        text => ({ unknown: { deep: [text] } }),
        text => ({ data: text }),
        text => ({
          metadata: { name: 's', namespace: 'd', annotations: { note: text } },
        }),
      ),
      (a, b, put) => {
        const text = reportOf(secret(put(a)), secret(put(b)));
        for (const one of [a, b]) {
          expect(text).not.toContain(one);
          expect(text).not.toContain(toBase64(one));
        }
      },
    ),
  );
});

it('shows no value under the name of a secret', () => {
  fc.assert(
    fc.property(
      secretName,
      secretValue,
      secretValue,
      fc.constantFrom<(name: string, text: string) => object>(
        (name, text) => pod({ env: [{ name, value: text }] }),
        (name, text) => pod({ args: [`--${name}`, text] }),
        (_, text) => pod({ args: ['serve', `--password=${text}`] }),
        (name, text) => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'c', namespace: 'd' },
          data: { [name]: text },
        }),
        (_, text) => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'c', namespace: 'd' },
          data: { 'app.yaml': `mode: x\npassword: ${text}\n` },
        }),
        (name, text) => ({
          apiVersion: 'example.com/v1',
          kind: 'Thing',
          metadata: { name: 'c', namespace: 'd' },
          spec: { deep: [{ [name]: { value: text } }] },
        }),
      ),
      (name, a, b, put) => {
        const changed = reportOf(put(name, a), put(name, b));
        const added = reportOf(pod({}), pod({ env: [{ name, value: b }] }));
        for (const one of [a, b]) {
          expect(changed).not.toContain(one);
          expect(added).not.toContain(one);
        }
      },
    ),
  );
});

it('shows that masked values differ, and nothing that helps to guess them', () => {
  const short = (value: string) => pod({ env: [{ name: 'PIN_TOKEN', value }] });
  const text = reportOf(short('1234'), short('4321'));
  const same = reportOf(short('1234'), short('1234'));
  expect(text).toContain('"desired":{"state":"masked","text":"(masked)"}');
  expect(JSON.parse(same).outcome).toBe('in-sync');
  // Another pair of another length looks just the same.
  expect(reportOf(short('1'), short('987654321'))).toBe(text);
});

it.each([
  'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
  'postgres://app:hunter2@db:5432/app',
  'https://x-token@git.example.com/r.git',
  'user:pw@tcp(db:3306)/app',
  'Authorization: Bearer abcdefgh',
  'dXNlcjpwYXNzd29yZDEyMzQ1Njc4OTA=',
  'q8Zr2LmV0pXw7KtY4sNb',
])('takes %s for a credential', text => {
  expect(looksSecret(text)).toBe(true);
});

it.each([
  'registry.example.com/payments-api:1.4.2',
  `registry.example.com/a@sha256:${'0123456789abcdef'.repeat(4)}`,
  'https://shop.example.com/path?x=1',
  '5c0ffee0-1111-4222-8333-444455556666',
  'retries=3\ntimeout=30',
  'deployment.kubernetes.io/revision',
  '--listen=:8080',
  'cert-manager.io/cluster-issuer',
  'http://payments-api.shop.svc.cluster.local:8080/healthz',
])('shows %s', text => {
  expect(looksSecret(text)).toBe(false);
});
