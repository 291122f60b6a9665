import { KubernetesServer, recordedShop } from 'dev-kubernetes';
import { askOverHttp, type HttpAccess } from './askOverHttp';
import { clusterOf } from './clusterOf';
import { watchChanges } from './watchChanges';

const kind = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop' };

let server: KubernetesServer;
let end: AbortController;
let access: HttpAccess;

beforeEach(async () => {
  server = await KubernetesServer.start({ objects: recordedShop() });
  end = new AbortController();
  access = {
    server: server.url,
    options: () => ({ headers: { authorization: 'Bearer let-me-read' } }),
  };
});

afterEach(() => server.stop());

const put = (name: string, mode = 'lenient') =>
  server.store.put({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop' },
    data: { mode },
  });

/** Watches from a list on, and ends after so many changes. */
async function watched(
  changes: number,
  { afterList = () => {}, after = (_: number) => {} } = {},
) {
  const cluster = clusterOf(askOverHttp(access));
  const { resourceVersion = '' } = await cluster.listed(kind);
  afterList();
  const seen: string[] = [];
  const result = await watchChanges(access, {
    place: await cluster.placeOf(kind),
    resourceVersion,
    signal: end.signal,
    pauseMs: 1,
    onChange: ({ type, name }) => {
      seen.push(`${type} ${name}`);
      if (seen.length >= changes) end.abort();
      else after(seen.length);
    },
  });
  return { seen, result };
}

const watches = () => server.asked.filter(({ query }) => query.has('watch'));

it('sees what happened since the list, and what happens then', async () => {
  const { seen, result } = await watched(3, {
    afterList: () => put('shop'),
    after: count => {
      if (count === 1) put('new');
      if (count === 2) {
        server.store.delete({
          ...kind,
          metadata: { name: 'new', namespace: 'shop' },
        });
      }
    },
  });
  expect(seen).toEqual(['MODIFIED shop', 'ADDED new', 'DELETED new']);
  expect(result).toBe('ended');
});

it('goes on where it broke, and tells nothing twice', async () => {
  let isBroken = false;
  const { seen } = await watched(2, {
    afterList: () => put('shop'),
    after: () => {
      if (isBroken) return;
      isBroken = true;
      server.dropConnections();
      put('next');
    },
  });
  expect(seen).toEqual(['MODIFIED shop', 'ADDED next']);
  expect(watches().length).toBeGreaterThan(1);
});

it('is moved on by bookmarks, so that a quiet kind outlives compaction', async () => {
  const { seen } = await watched(1, {
    afterList: () => {
      // Something else happens, which this watch does not see.
      server.store.put({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 's', namespace: 'shop' },
      });
      const asked = server.asked.length;
      server.onAsked = ({ query }) => {
        if (!query.has('watch')) return;
        if (server.asked.length === asked + 1) {
          // After its bookmark it breaks, and the past is forgotten.
          setImmediate(() =>
            setTimeout(() => {
              server.compactBefore();
              server.dropConnections();
            }, 30),
          );
        } else {
          put('shop');
        }
      };
    },
  });
  expect(seen).toEqual(['MODIFIED shop']);
  const [first, second] = watches();
  expect(Number(second.query.get('resourceVersion'))).toBeGreaterThan(
    Number(first.query.get('resourceVersion')),
  );
});

it('says when the past is forgotten', async () => {
  const { seen, result } = await watched(1, {
    afterList: () => {
      put('shop');
      server.compact();
    },
  });
  expect([seen, result]).toEqual([[], 'gone']);
});

it('does not follow what it must not', async () => {
  await expect(
    watched(1, { afterList: () => server.forbid('ConfigMap') }),
  ).rejects.toThrow('403');
});
