import http from 'node:http';
import https from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { z } from 'zod';
import { messageOf, NoAnswerError, UsageError } from '../failures';
import type { Cluster } from './readCluster';

/** An API server that takes longer is not going to answer. */
const TIMEOUT_MS = 30_000;
/** More than any object or list of one kind should have. */
const MAX_BYTES = 256 * 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Ask = (path: string) => Promise<Answer>;

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
  items: z.array(z.looseObject({})),
  metadata: z.looseObject({ continue: z.string().optional() }).optional(),
});

/**
 * A cluster by a context of the kubeconfig (`KUBECONFIG`, or `~/.kube/config`), with
 * whatever way of signing in stands there.
 *
 * The client of Kubernetes reads the kubeconfig and signs in. Its models are not used:
 * they rename fields (`from` to `_from`) and drop those that they do not know.
 *
 * @throws UsageError when there is no such context
 */
export async function connectCluster(context: string): Promise<Cluster> {
  // Loaded when it is asked for: it takes longer than all the rest.
  const client = await import('@kubernetes/client-node');
  const config = new client.KubeConfig();
  try {
    config.loadFromDefault();
  } catch (error) {
    throw new UsageError(
      `--live: the kubeconfig cannot be read: ${messageOf(error)}`,
    );
  }
  const names = config.getContexts().map(({ name }) => name);
  if (!names.includes(context)) {
    throw new UsageError(
      `--live: "${context}" is neither a file nor a context of the kubeconfig; contexts: ${
        names.join(', ') || 'none'
      }`,
    );
  }
  config.setCurrentContext(context);
  return clusterOf(path => request(config, path));
}

/** What a cluster is asked, over its API. */
function clusterOf(ask: Ask): Cluster {
  const known = new Map<string, Promise<Answer>>();
  const placeOf = async (
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
  ): Promise<string> => {
    const root = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
    const found = known.get(root) ?? ask(root);
    known.set(root, found);
    const { status, body } = await found;
    const { data } = discovery.safeParse(body);
    const resource = data?.resources.find(
      one => one.kind === kind && !one.name.includes('/'),
    );
    if (status !== 200 || !resource) {
      throw new NoAnswerError(
        `the cluster does not serve ${kind} of ${apiVersion} (${status})`,
      );
    }
    const scope = resource.namespaced
      ? `/namespaces/${encodeURIComponent(namespace ?? 'default')}`
      : '';
    return `${root}${scope}/${resource.name}`;
  };
  return {
    async read({ apiVersion, kind, namespace, name }) {
      const place = await placeOf(apiVersion, kind, namespace);
      const { status, body } = await ask(
        `${place}/${encodeURIComponent(name)}`,
      );
      if (status === 404) return undefined;
      if (status !== 200) throw refusal(status);
      return body;
    },
    async list({ apiVersion, kind, namespace }, labels) {
      const place = await placeOf(apiVersion, kind, namespace);
      const found: unknown[] = [];
      let next = '';
      do {
        const { status, body } = await ask(
          `${place}?limit=500&labelSelector=${encodeURIComponent(labels)}${
            next === '' ? '' : `&continue=${encodeURIComponent(next)}`
          }`,
        );
        if (status !== 200) throw refusal(status);
        const { items, metadata } = list.parse(body);
        // Items of a list leave out what the list says.
        found.push(...items.map(item => ({ ...item, apiVersion, kind })));
        next = metadata?.continue ?? '';
      } while (next !== '');
      return found;
    },
  };
}

function refusal(status: number): NoAnswerError {
  return new NoAnswerError(
    `the API server answered ${status}${
      status === 401 || status === 403
        ? '; grant get and list on this kind'
        : ''
    }`,
  );
}

async function request(config: KubeConfig, path: string): Promise<Answer> {
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new UsageError('--live: the context names no cluster');
  const url = new URL(`${server.replace(/\/+$/, '')}${path}`);
  const options: https.RequestOptions = {
    headers: { accept: 'application/json' },
    timeout: TIMEOUT_MS,
  };
  await config.applyToHTTPSOptions(options);
  const { get } = url.protocol === 'http:' ? http : https;
  if (url.protocol === 'http:') delete options.agent;
  return new Promise((resolve, reject) => {
    const sent = get(url, options, response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES)
          sent.destroy(new Error('the answer is too large'));
        chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        try {
          const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
          resolve({ status: response.statusCode ?? 0, body });
        } catch {
          resolve({ status: response.statusCode ?? 0, body: undefined });
        }
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
  });
}
