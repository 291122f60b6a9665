import { z } from 'zod';
import { ClusterError, refusalOf } from './ClusterError';
import { pause } from './pause';
import type { Answer, Ask, Cluster, KindIn } from './types';

/** Objects of one page; the server keeps a page in memory, and so do we. */
const PAGE = 250;
/** A list that goes on longer has no end. */
const MOST_PAGES = 4_000;
/** How often a list may expire while it is read. */
const MOST_RESTARTS = 3;
/** A server that is busy, or whose proxy does not reach it. */
const BUSY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
const MOST_TRIES = 3;
/** Who asks for more is not asked again. */
const LONGEST_PAUSE_MS = 30_000;

const discovery = z.looseObject({
  resources: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.string(),
      namespaced: z.boolean(),
    }),
  ),
});

const list = z.looseObject({
  items: z
    .array(z.looseObject({}))
    .nullish()
    .transform(items => items ?? []),
  metadata: z
    .looseObject({
      continue: z.string().optional(),
      resourceVersion: z.string().optional(),
    })
    .optional(),
});

/** A list, and the moment of the cluster that it shows. */
export interface Listed {
  readonly items: unknown[];
  /** Absent: the server does not say, so that nothing can be watched from there. */
  readonly resourceVersion?: string;
}

/** A cluster, and what a watch needs besides. */
export interface ApiCluster extends Cluster {
  /** Like `list`, with the moment that it shows. */
  listed(
    kind: KindIn,
    options?: Parameters<Cluster['list']>[1],
  ): Promise<Listed>;
  /** Path of a collection. */
  placeOf(kind: KindIn): Promise<string>;
}

/**
 * What a cluster is asked, over its API.
 *
 * @param pauseMs - before a busy server is asked again, the longer the more often; for tests
 */
export function clusterOf(
  askOnce: Ask,
  { signal, pauseMs = 500 }: { signal?: AbortSignal; pauseMs?: number } = {},
): ApiCluster {
  const ask = (path: string) => patiently(askOnce, path, pauseMs, signal);
  const known = new Map<string, Promise<Answer>>();
  const discover = async (root: string): Promise<Answer> => {
    const asked = known.get(root) ?? ask(root);
    known.set(root, asked);
    try {
      const answer = await asked;
      // What is not served now may be in a moment.
      if (answer.status !== 200) known.delete(root);
      return answer;
    } catch (error) {
      known.delete(root);
      throw error;
    }
  };
  const placeOf = async ({ apiVersion, kind, namespace }: KindIn) => {
    const root = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
    const { status, body } = await discover(root);
    if (status === 401) throw refusalOf(status, kind);
    const { data } = discovery.safeParse(body);
    const resource = data?.resources.find(
      one => one.kind === kind && !one.name.includes('/'),
    );
    if (status !== 200 || !resource) {
      throw new ClusterError(
        `the cluster does not serve ${kind} of ${apiVersion} (${status})`,
        { about: 'kind', status },
      );
    }
    const scope = resource.namespaced
      ? `/namespaces/${encodeURIComponent(namespace ?? 'default')}`
      : '';
    return `${root}${scope}/${resource.name}`;
  };
  const listed: ApiCluster['listed'] = async (
    which,
    { labels, keep = () => true } = {},
  ) => {
    const { apiVersion, kind } = which;
    const place = await placeOf(which);
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (labels !== undefined) query.set('labelSelector', labels);
    let items: unknown[] = [];
    let restarts = 0;
    let pages = 0;
    for (;;) {
      const { status, body } = await ask(`${place}?${query}`);
      if (status === 410 && query.has('continue') && restarts < MOST_RESTARTS) {
        // What was read shows another moment than what is left, so all of it is read again.
        restarts += 1;
        pages = 0;
        items = [];
        query.delete('continue');
        continue;
      }
      if (status !== 200) throw refusalOf(status, kind);
      const { data } = list.safeParse(body);
      if (!data) {
        throw new ClusterError(`the API server sent no list of ${kind}`, {
          about: 'kind',
          status,
        });
      }
      for (const item of data.items) {
        // Items of a list leave out what the list says.
        const object = { ...item, apiVersion, kind };
        if (keep(object)) items.push(object);
      }
      const next = data.metadata?.continue ?? '';
      if (next === '') {
        const resourceVersion = data.metadata?.resourceVersion;
        return { items, ...(resourceVersion && { resourceVersion }) };
      }
      pages += 1;
      if (pages > MOST_PAGES) {
        throw new ClusterError(`the list of ${kind} does not end`, {
          about: 'kind',
          status,
        });
      }
      query.set('continue', next);
    }
  };
  return {
    placeOf,
    listed,
    async read(which) {
      const place = await placeOf(which);
      const { status, body } = await ask(
        `${place}/${encodeURIComponent(which.name)}`,
      );
      if (status === 404) return undefined;
      if (status !== 200 || body === undefined) {
        throw refusalOf(status, which.kind);
      }
      return body;
    },
    list: async (kind, options) => (await listed(kind, options)).items,
  };
}

async function patiently(
  ask: Ask,
  path: string,
  pauseMs: number,
  signal?: AbortSignal,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask(path, signal);
    if (!BUSY.has(answer.status)) return answer;
    const wait = Math.max(answer.retryAfterMs ?? 0, pauseMs * 2 ** (tries - 1));
    if (tries >= MOST_TRIES || wait > LONGEST_PAUSE_MS) {
      throw new ClusterError(
        `the API server is busy or away: it answered ${answer.status}`,
        // An extension of the API that is away takes its own kinds along only.
        {
          about: answer.status === 429 ? 'cluster' : 'kind',
          status: answer.status,
        },
      );
    }
    await pause(wait, signal);
    signal?.throwIfAborted();
  }
}
