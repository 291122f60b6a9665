import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { decisionOf } from '../testing/decisions';
import { startServer, type TestServer } from '../testing/startServer';
import {
  clientCertificate,
  makeCertificate,
  serverCertificate,
} from './__testUtils__/certificates';
import { deploymentOf, reviewOf } from './__testUtils__/reviews';
import {
  startWebhook,
  type RunningTestWebhook,
} from './__testUtils__/startWebhook';
import { LARGEST_REVIEW } from './listeners';

jest.setTimeout(60_000);

const SETTINGS = {
  namespaces: [{ match: '*', environment: 'production' }],
};
const others = makeCertificate('localhost');

let portal: TestServer;
const open: RunningTestWebhook[] = [];

beforeAll(async () => {
  portal = await startServer(({ url, body }) =>
    url.includes('/fleet')
      ? { body: { items: [], totalItems: 0, filters: { tiers: [] } } }
      : { status: 201, body: answerTo(JSON.parse(body)) },
  );
});

afterEach(() => Promise.all(open.splice(0).map(webhook => webhook.close())));
afterAll(() => portal.close());

function answerTo(question: { artifactDigest: string }) {
  const decision = decisionOf('allow');
  return { ...decision, request: { ...decision.request, ...question } };
}

async function start(
  more: string[] = [],
  settings: object = {},
  clientCa?: string,
) {
  const webhook = await startWebhook(
    portal.url,
    'token-of-the-webhook',
    { ...SETTINGS, ...settings },
    more,
    clientCa,
  );
  open.push(webhook);
  return webhook;
}

const whole = () => JSON.stringify(reviewOf());

function withRequest(change: (request: Record<string, unknown>) => void) {
  const review = reviewOf();
  change(review.request);
  return JSON.stringify(review);
}

describe('what is no review', () => {
  it.each<[what: string, body: string, message: string]>([
    ['no JSON', '{"kind":', 'body: is not JSON'],
    ['nothing', '', 'body: is not JSON'],
    ['null', 'null', 'body: '],
    ['a list', '[]', 'body: '],
    [
      'another version',
      whole().replace('admission.k8s.io/v1', 'admission.k8s.io/v1beta1'),
      'apiVersion: ',
    ],
    ['another kind', whole().replace('AdmissionReview', 'Review'), 'kind: '],
    [
      'no request',
      '{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}',
      'request: ',
    ],
    ['no uid', withRequest(it => delete it.uid), 'request.uid: '],
    [
      'another operation',
      withRequest(it => (it.operation = 'PATCH')),
      'request.operation: ',
    ],
    ['no object', withRequest(it => (it.object = null)), 'request.object: '],
    ['no kind', withRequest(it => (it.kind = 'Deployment')), 'request.kind: '],
    [
      'no old object',
      withRequest(it => (it.operation = 'UPDATE')),
      'request.oldObject: ',
    ],
    [
      'labels of another type',
      JSON.stringify(
        reviewOf({
          object: { ...deploymentOf(), metadata: { labels: { a: 1 } } },
        }),
      ),
      'request.object.metadata.labels.a: ',
    ],
  ])('is refused with its field: %s', async (_, body, message) => {
    const webhook = open[0] ?? (await start());
    const answer = await webhook.post(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(message);
    expect(answer.body).not.toContain('allowed');
  });

  it('is refused when it is too large, of another method or elsewhere', async () => {
    const webhook = await start();
    const large = await webhook
      .post(' '.repeat(LARGEST_REVIEW + 1))
      .catch(() => ({ status: 413 }));
    expect(large.status).toBe(413);
    expect((await webhook.post(whole(), undefined, '/mutate')).status).toBe(
      404,
    );
    const { body } = await webhook.health('/metrics');
    expect(body).toContain('refused_total{status="404"} 1');
  });
});

describe('certificates', () => {
  it('is not trusted with a certificate of somebody else', async () => {
    const webhook = await start();
    await expect(webhook.post(whole(), { ca: others.cert })).rejects.toThrow(
      /self-signed|self signed|unable to verify/,
    );
  });

  const startFor = (name: string) =>
    start(
      ['--client-ca-file', '$DIR/client-ca.crt', '--client-name', name],
      {},
      clientCertificate().cert,
    );

  it('answers only clients that the client CA has signed', async () => {
    const webhook = await startFor('kube-apiserver');
    const { cert: ca } = serverCertificate();
    await expect(webhook.post(whole(), { ca })).rejects.toThrow();
    await expect(webhook.post(whole(), { ca, ...others })).rejects.toThrow();
    const { status } = await webhook.post(whole(), {
      ca,
      ...clientCertificate(),
    });
    expect(status).toBe(200);
  });

  it('answers of these only whom it is told', async () => {
    const webhook = await startFor('somebody-else');
    const { cert: ca } = serverCertificate();
    const tls = { ca, ...clientCertificate() };
    const { status, body } = await webhook.post(whole(), tls);
    expect(status).toBe(403);
    expect(body).toContain('--client-name');
  });

  it('takes a new certificate into use, and keeps it over one that is broken', async () => {
    const webhook = await start(['--reload-every', '50ms']);
    webhook.rotate(others);
    await until(() => webhook.io.stderr.includes('was replaced'));
    const renewed = () => webhook.post(whole(), { ca: others.cert });
    expect((await renewed()).status).toBe(200);
    await expect(webhook.post(whole())).rejects.toThrow();
    webhook.rotate({ ...others, key: serverCertificate().key });
    await until(() => webhook.io.stderr.includes('stays in use'));
    expect(webhook.io.stderr).toContain('do not fit together');
    expect((await renewed()).status).toBe(200);
  });
});

describe('the process', () => {
  it('says of every answer what, why and how fast, and no secret', async () => {
    const webhook = await start();
    await webhook.review(reviewOf());
    const line = JSON.parse(webhook.io.stdout);
    expect(line).toMatchObject({
      operation: 'CREATE',
      kind: 'Deployment',
      namespace: 'payments',
      name: 'payments-api',
      mode: 'enforce',
      outcome: 'allow',
      allowed: true,
      ms: expect.any(Number),
    });
    expect(webhook.io.stdout + webhook.io.stderr).not.toContain(
      'token-of-the-webhook',
    );
  });

  it('is alive and ready, and ends when it is told to', async () => {
    const webhook = await start();
    expect((await webhook.health('/livez')).status).toBe(200);
    expect((await webhook.health('/readyz')).status).toBe(200);
    expect((await webhook.health('/')).status).toBe(404);
    open.splice(0);
    expect(await webhook.close()).toBe(0);
    await expect(webhook.post(whole())).rejects.toThrow('ECONNREFUSED');
  });

  it.each<[what: string, settings: object, message: string]>([
    ['no namespaces', { namespaces: [] }, 'namespaces: '],
    ['an unknown field', { audit: true }, '"audit"'],
    ['an unknown mode', { mode: 'off' }, 'mode: '],
    [
      'a time too long',
      { answerWithin: '1m' },
      'answerWithin: "1m" is not a time from 100ms to 25s',
    ],
    [
      'no entity ref',
      { services: { a: 'a' } },
      'services.a: "a" is not an entity ref',
    ],
  ])('does not start with %s', async (_, settings, message) => {
    await expect(start([], settings)).rejects.toThrow(message);
  });

  it.each([
    ['no such file', '/nowhere/tls.crt', 'cannot be read'],
    ['no certificate', 'key', 'holds no certificate'],
  ])('does not start with %s', async (_, what, message) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
    const key = path.join(folder, 'tls.key');
    const config = path.join(folder, 'config.json');
    writeFileSync(key, others.key);
    writeFileSync(config, JSON.stringify(SETTINGS));
    const io = createTestIo();
    const code = await run(
      [
        ...['admission', 'serve', '--config', config, '--key-file', key],
        ...['--cert-file', what === 'key' ? key : what],
      ],
      io,
    );
    rmSync(folder, { recursive: true });
    expect([code, io.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(done => setTimeout(done, 20));
}
