import { randomUUID } from 'node:crypto';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import schemas from '@octokit/webhooks-schemas';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import express from 'express';
import request from 'supertest';
import {
  everyExample,
  examplesOf,
  protectionRule,
  runEnded,
  SECRET,
  sign,
} from '../__testUtils__/payloads';
import { createWebhook } from './createWebhook';

const OLD_SECRET = 'the secret that is going to be retired';
const PATH = '/github/webhook';

const desk = { hold: jest.fn(), end: jest.fn() };

const app = express()
  .use(
    createWebhook({
      desk,
      integrations: ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: { github: [{ host: 'github.com', token: 'x' }] },
        }),
      ),
      secrets: [SECRET, OLD_SECRET],
    }),
  )
  .use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );

interface Sent {
  event?: string;
  delivery?: string;
  signature?: string;
  type?: string;
}

function send(body: string | Buffer, { signature, ...sent }: Sent = {}) {
  return request(app)
    .post(PATH)
    .set('content-type', sent.type ?? 'application/json')
    .set('x-github-event', sent.event ?? 'deployment_protection_rule')
    .set('x-github-delivery', sent.delivery ?? randomUUID())
    .set('x-hub-signature-256', signature ?? sign(body))
    .send(body);
}

const post = (payload: unknown, sent?: Sent) =>
  send(JSON.stringify(payload), sent);

beforeEach(() => {
  jest.resetAllMocks();
  desk.hold.mockResolvedValue('held');
  desk.end.mockResolvedValue(1);
});

describe('what GitHub published', () => {
  it('is accepted as it is, every example of it', async () => {
    const all = everyExample();
    expect(all.length).toBeGreaterThan(300);
    const refused: unknown[] = [];
    for (const { event, payload } of all) {
      const { status, body } = await post(payload, { event });
      if (status !== 200) refused.push({ event, status, body });
    }
    expect(refused).toEqual([]);
    expect(desk.hold).not.toHaveBeenCalled();
    expect(desk.end).toHaveBeenCalledTimes(
      examplesOf('workflow_run').filter(({ action }) => action === 'completed')
        .length,
    );
  });

  it('is the shape of the protection rules in these tests', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    ajv.addSchema({ ...schemas, $id: 'webhooks' });
    const isRule = ajv.compile({
      $ref: 'webhooks#/definitions/deployment_protection_rule$requested',
    });
    isRule(protectionRule());
    expect(isRule.errors).toBeNull();
    isRule({ ...protectionRule(), sender: undefined });
    expect(isRule.errors).not.toBeNull();
  });
});

it('hands on what is held', async () => {
  const createdAt = Date.parse('2026-11-30T20:00:00.000Z');
  await post(
    protectionRule({
      createdAt,
      environment: 'prod',
      payload: { continuity: { entity: 'api', change: 'CHG-1' } },
    }),
    { delivery: 'd-1' },
  ).expect(200, { outcome: 'held' });
  expect(desk.hold).toHaveBeenCalledWith({
    delivery: 'd-1',
    group: 'github.com/bank/payments/runs/42',
    key: 'github.com/bank/payments/runs/42/prod',
    requestedAt: createdAt,
    expiresAt: createdAt + 30 * 24 * 3_600_000,
    details: {
      host: 'github.com',
      owner: 'bank',
      repository: 'payments',
      runId: '42',
      environment: 'prod',
      sha: expect.stringMatching(/^[0-9a-f]{40}$/),
      ref: expect.any(String),
      says: { entity: 'component:default/api', change: 'CHG-1' },
    },
  });
});

it('hands on what has ended', async () => {
  const at = Date.parse('2026-11-30T20:00:00.000Z');
  await post(runEnded(42, at), { event: 'workflow_run' }).expect(200);
  expect(desk.end).toHaveBeenCalledWith(
    expect.objectContaining({
      group: 'github.com/bank/payments/runs/42',
      endedAt: at,
      reason: 'The run has ended: cancelled.',
    }),
  );
});

describe('signatures', () => {
  const valid = JSON.stringify(protectionRule());

  it('takes any of the secrets', async () => {
    await send(valid, { signature: sign(valid, OLD_SECRET) }).expect(200);
    expect(desk.hold).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['of another secret', sign(valid, 'somebody else')],
    ['of another body', sign(`${valid} `)],
    ['without its scheme', sign(valid).slice('sha256='.length)],
    ['of another scheme', `sha1=${'0'.repeat(40)}`],
    ['cut short', sign(valid).slice(0, -2)],
    ['in another spelling', sign(valid).toUpperCase()],
    ['of nothing', 'sha256='],
  ])('refuses one %s', async (_, signature) => {
    const { body } = await send(valid, { signature }).expect(401);
    expect(body.error.message).toContain('X-Hub-Signature-256');
    expect(desk.hold).not.toHaveBeenCalled();
  });

  it('refuses what is not signed, and what is signed wrongly, before it is parsed', async () => {
    // Were it parsed first, it would be refused for what it is: 400, and no JSON.
    const parse = jest.spyOn(JSON, 'parse');
    try {
      await request(app)
        .post(PATH)
        .set('content-type', 'application/json')
        .set('x-github-event', 'ping')
        .send('{ this is no JSON')
        .expect(401);
      await send('{ this is no JSON', { signature: sign('other') }).expect(401);
      const parsed = parse.mock.calls.map(([text]) => String(text));
      expect(parsed.filter(text => text.includes('this is'))).toEqual([]);
    } finally {
      parse.mockRestore();
    }
    await send('{ this is no JSON').expect(400);
  });

  it('are over the bytes, whatever characters they are', async () => {
    const body = Buffer.from([0x22, 0xff, 0xfe, 0x22]);
    // Of another type, or it would be sent as JSON of the bytes.
    const type = 'application/octet-stream';
    const sent = { event: 'ping', type };
    expect((await send(body, sent)).status).toBe(200);
    const signature = sign(body.toString('utf8'));
    expect((await send(body, { ...sent, signature })).status).toBe(401);
  });

  it('refuses what is too large, and what is compressed', async () => {
    await post({ padding: 'x'.repeat(1_100_000) }).expect(413);
    const body = JSON.stringify(protectionRule());
    await send(body).set('content-encoding', 'gzip').expect(415);
    expect(desk.hold).not.toHaveBeenCalled();
  });
});

describe('what is wrong', () => {
  it.each([
    ['environment', { environment: '' }],
    ['deployment', { deployment: undefined }],
    ['deployment_callback_url', { deployment_callback_url: 'https://evil' }],
    [
      'deployment_callback_url',
      {
        deployment_callback_url:
          'https://169.254.169.254/repos/bank/payments/actions/runs/1/deployment_protection_rule',
      },
    ],
    [
      'deployment_callback_url',
      {
        deployment_callback_url:
          'https://api.github.com/repos/bank/other/actions/runs/1/deployment_protection_rule',
      },
    ],
    [
      'deployment_callback_url',
      {
        deployment_callback_url:
          'https://api.github.com/repos/bank/payments/actions/runs/1/../../../secrets',
      },
    ],
    [
      'deployment.payload.continuity.artifactDigest',
      protectionRule({ payload: { continuity: { artifactDigest: 'latest' } } }),
    ],
    [
      'deployment.payload.continuity',
      protectionRule({ payload: { continuity: { environment: 'staging' } } }),
    ],
  ])('is named: %s', async (field, change) => {
    const { body } = await post({ ...protectionRule(), ...change }).expect(400);
    expect(body.error.message).toContain(field);
    expect(desk.hold).not.toHaveBeenCalled();
  });

  it('is named among the headers', async () => {
    const body = '{}';
    const answer = await request(app)
      .post(PATH)
      .set('content-type', 'application/json')
      .set('x-github-event', 'ping')
      .set('x-hub-signature-256', sign(body))
      .send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('x-github-delivery');
  });

  it('is not taken for done when it could not be written down', async () => {
    desk.hold.mockRejectedValue(new Error('The database is away'));
    expect((await post(protectionRule())).status).toBe(500);
  });
});
