import { detectDrift, parseManifests } from '@continuity/engine';
import {
  autoscalerOf,
  KubernetesServer,
  recordedShop,
  SHOP_MANIFESTS,
  type StoredObject,
} from 'dev-kubernetes';
import { askOverHttp } from './askOverHttp';
import { clusterOf } from './clusterOf';
import { readCluster } from './readCluster';
import type { ReadOptions } from './readOptions';

const desired = parseManifests(SHOP_MANIFESTS).map(value => ({
  value,
  source: 'git',
}));
const shop = recordedShop();
const deployment = shop[shop.length - 1];

const withReplicas = (replicas: number): StoredObject => ({
  ...deployment,
  spec: { ...(deployment.spec as object), replicas },
});

let server: KubernetesServer;

beforeEach(async () => {
  server = await KubernetesServer.start({ objects: shop });
});

afterEach(() => server.stop());

const connect = (timeoutMs: number = 5_000) =>
  clusterOf(
    askOverHttp({
      server: server.url,
      options: () => ({ headers: { authorization: 'Bearer let-me-read' } }),
      timeoutMs,
    }),
    { pauseMs: 1 },
  );

const read = (
  by: ReadOptions['by'],
  more: Partial<ReadOptions> = {},
  timeoutMs?: number,
) =>
  readCluster(connect(timeoutMs), desired, {
    source: 'eu',
    namespace: 'shop',
    by,
    ...more,
  });

const compared = async (by: ReadOptions['by']) => {
  const { live, ...unknown } = await read(by);
  return detectDrift(desired, live, {
    ...unknown,
    now: Date.parse('2026-11-30T00:00:00Z'),
    namespace: 'shop',
    extra: { report: 'none' },
  });
};

describe.each(['object', 'list'] as const)('read by %s', by => {
  it('has what is desired, and nothing else', async () => {
    const { live, unread, problems } = await read(by);
    expect(
      live.map(({ value }) => (value as StoredObject).kind).sort(),
    ).toEqual(['ConfigMap', 'Deployment', 'Secret', 'Service']);
    expect([unread, problems]).toEqual([[], []]);
    expect(await compared(by)).toMatchObject({
      outcome: 'in-sync',
      counts: { desired: 4, inSync: 4 },
    });
  });

  it('does not take for missing what it must not see', async () => {
    server.forbid('Secret');
    server.store.delete(deployment);
    const { outcome, counts, objects, problems } = await compared(by);
    expect(problems).toEqual([
      {
        source: 'eu',
        problem: 'unreadable',
        message:
          'Secret db could not be read: the API server does not show us Secret (403); grant get and list on it',
      },
    ]);
    expect(counts).toMatchObject({ desired: 3, inSync: 2, missing: 1 });
    expect(objects.map(({ ref }) => ref.kind)).toEqual(['Deployment']);
    expect(outcome).toBe('drifted');
  });

  it('knows nothing where everything else is in sync', async () => {
    server.forbid('Secret');
    expect(await compared(by)).toMatchObject({
      outcome: 'unknown',
      counts: { desired: 3, inSync: 3 },
    });
  });

  it('leaves replicas to an autoscaler that stands in no Git', async () => {
    server.store.put(withReplicas(7));
    expect(await compared(by)).toMatchObject({ outcome: 'drifted' });
    server.store.put(autoscalerOf('api'));
    expect(await compared(by)).toMatchObject({ outcome: 'in-sync' });
    server.forbid('HorizontalPodAutoscaler');
    expect((await compared(by)).problems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(
          'whether an autoscaler sets the replicas of Deployment api is not known',
        ),
      }),
    ]);
  });

  it.each<[string, () => void, string]>([
    ['an expired token', () => server.revokeTokens(), 'token has expired'],
    ['silence', () => server.fallSilent(), 'did not answer within 0.05 s'],
    [
      'a busy server',
      () => [1, 2, 3].forEach(() => server.beBusyOnce(429, 60)),
      'busy or away: it answered 429',
    ],
  ])('says nothing at all after %s', async (_, prepare, message) => {
    prepare();
    // Only silence is waited for.
    const timeoutMs = message.includes('0.05 s') ? 50 : 10_000;
    await expect(read(by, {}, timeoutMs)).rejects.toThrow(message);
  });

  it('asks a server again that was busy', async () => {
    server.beBusyOnce(503);
    server.beBusyOnce(429);
    expect((await read(by)).live).toHaveLength(4);
  });

  it('says that a kind is served nowhere', async () => {
    const { unread } = await readCluster(
      connect(),
      [
        {
          source: 'git',
          value: {
            apiVersion: 'shop.example.com/v1',
            kind: 'Queue',
            metadata: { name: 'q' },
          },
        },
      ],
      { source: 'eu', namespace: 'shop', by },
    );
    expect(unread).toEqual([
      expect.objectContaining({
        ref: {
          group: 'shop.example.com',
          kind: 'Queue',
          namespace: 'shop',
          name: 'q',
        },
        message: expect.stringContaining('does not serve Queue'),
      }),
    ]);
  });

  it('reads what carries a label besides', async () => {
    server.store.put({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'old', namespace: 'shop', labels: { app: 'shop' } },
    });
    const { live } = await read(by, { labels: 'app=shop' });
    expect(live).toHaveLength(5);
  });
});

describe('lists', () => {
  const map = (index: number): StoredObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `map-${index}`, namespace: 'shop' },
  });
  const kind = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop' };

  beforeEach(() => {
    for (let index = 0; index < 600; index++) server.store.put(map(index));
  });

  const pages = () =>
    server.asked.filter(({ query }) => query.has('limit')).length;

  it('are read page by page', async () => {
    const { items, resourceVersion } = await connect().listed(kind);
    expect(items).toHaveLength(602);
    expect(items[0]).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
    expect(pages()).toBe(3);
    expect(resourceVersion).toBe(String(server.store.revision));
  });

  it('keep only what is wanted', async () => {
    const { items } = await connect().listed(kind, {
      keep: object => (object as StoredObject).metadata.name.endsWith('99'),
    });
    expect(items).toHaveLength(6);
  });

  it('begin anew when they expire, and show one moment', async () => {
    let expired = 0;
    server.onAsked = ({ query }) => {
      if (query.has('continue') && expired === 0) {
        expired += 1;
        server.expireContinueTokens();
        server.store.delete(map(0));
      }
    };
    const { items } = await connect().listed(kind);
    expect(items).toHaveLength(601);
    expect(items).not.toContainEqual(
      expect.objectContaining({
        metadata: expect.objectContaining({ name: 'map-0' }),
      }),
    );
    expect(pages()).toBe(5);
  });

  it('are given up when they expire time after time', async () => {
    server.onAsked = ({ query }) => {
      if (query.has('continue')) server.expireContinueTokens();
    };
    await expect(connect().listed(kind)).rejects.toThrow(
      'the list of ConfigMap expired while it was read (410), time after time',
    );
  });
});
