import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { SERVED_KINDS, type ServedKind } from './kinds';
import {
  ObjectStore,
  type StoredEvent,
  type StoredObject,
} from './ObjectStore';
import { statusOf } from './statusOf';

/** How a server is started. */
export interface KubernetesServerOptions {
  readonly objects?: readonly StoredObject[];
  /** Who may ask. */
  readonly token?: string;
  /** Absent: HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Besides those of every cluster. */
  readonly kinds?: readonly ServedKind[];
  /** Objects of one page at most, whatever is asked for. */
  readonly mostPerPage?: number;
}

/** A question that the server was asked. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
}

interface Page {
  readonly objects: StoredObject[];
  readonly revision: number;
}

/** A cluster that answers as a test wants it to, and notes what it was asked. */
export class KubernetesServer {
  readonly asked: Asked[] = [];
  readonly store = new ObjectStore();
  /** Called before each answer; tests change the cluster here while it is read. */
  onAsked: (asked: Asked) => void = () => {};
  readonly #server: http.Server | https.Server;
  readonly #options: KubernetesServerOptions;
  readonly #kinds: readonly ServedKind[];
  readonly #forbidden = new Set<string>();
  readonly #busy: { status: number; retryAfter?: number }[] = [];
  readonly #pages = new Map<string, Page>();
  #tokens: ReadonlySet<string>;
  #isSilent = false;

  private constructor(
    server: http.Server | https.Server,
    options: KubernetesServerOptions,
  ) {
    this.#server = server;
    this.#options = options;
    this.#kinds = [...SERVED_KINDS, ...(options.kinds ?? [])];
    this.#tokens = new Set([options.token ?? 'let-me-read']);
    for (const object of options.objects ?? []) this.store.put(object);
  }

  static async start(
    options: KubernetesServerOptions = {},
  ): Promise<KubernetesServer> {
    const server = options.tls
      ? https.createServer({ ...options.tls })
      : http.createServer();
    const started = new KubernetesServer(server, options);
    server.on('request', (request, response) =>
      started.#answer(request, response),
    );
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** Lists that are being read cannot be read on. */
  expireContinueTokens(): void {
    this.#pages.clear();
  }

  /** No list of the kind, no watch and no object: as without a role that grants it. */
  forbid(kind: string): void {
    this.#forbidden.add(kind);
  }

  revokeTokens(): void {
    this.#tokens = new Set();
  }

  /** The next question is answered with a status, e.g. 429. */
  beBusyOnce(status: number, retryAfter?: number): void {
    this.#busy.push({
      status,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }

  /** Takes questions and answers none. */
  fallSilent(): void {
    this.#isSilent = true;
  }

  /** A watch from before cannot go on. */
  compact(): void {
    this.store.compact();
  }

  /** What happened until now is forgotten; a watch that has seen it can go on. */
  compactBefore(): void {
    this.store.compactBefore();
  }

  /** As a proxy does that is restarted. */
  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  deleteNamespace(name: string): void {
    for (const object of this.store.all()) {
      const { kind, metadata } = object;
      const isIn = metadata.namespace === name;
      if (isIn || (kind === 'Namespace' && metadata.name === name)) {
        this.store.delete(object);
      }
    }
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { pathname: path, searchParams: query } = new URL(
      request.url ?? '/',
      'http://cluster',
    );
    const asked = { path, query };
    this.asked.push(asked);
    this.onAsked(asked);
    if (this.#isSilent) return;
    const send = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(JSON.stringify(body));
    };
    const refuse = (status: number, message: string, headers = {}) =>
      send(status, statusOf(status, message), headers);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '');
    const busy = this.#busy.shift();
    if (busy) {
      refuse(busy.status, 'try again', {
        ...(busy.retryAfter !== undefined && {
          'retry-after': String(busy.retryAfter),
        }),
      });
      return;
    }
    if (!token || !this.#tokens.has(token[1])) {
      refuse(401, 'Unauthorized');
      return;
    }
    const place = placeIn(path, this.#kinds);
    if (!place) {
      refuse(404, 'the server could not find the requested resource');
      return;
    }
    if ('apiVersion' in place) {
      send(200, discoveryOf(place.apiVersion, this.#kinds));
      return;
    }
    const { served, namespace, name } = place;
    if (this.#forbidden.has(served.kind)) {
      refuse(403, `${served.plural} is forbidden: User cannot read it`);
      return;
    }
    const members = this.store
      .all()
      .filter(one => isOf(one, served, namespace))
      .filter(one => matches(one, query.get('labelSelector')));
    if (name !== undefined) {
      const found = members.find(({ metadata }) => metadata.name === name);
      if (found) send(200, found);
      else refuse(404, `${served.plural} "${name}" not found`);
    } else if (query.get('watch')) {
      this.#watch(served, namespace, query, response);
    } else {
      this.#list(served, members, query, send, refuse);
    }
  }

  #list(
    { apiVersion, kind }: ServedKind,
    members: StoredObject[],
    query: URLSearchParams,
    send: (status: number, body: unknown) => void,
    refuse: (status: number, message: string) => void,
  ): void {
    const token = query.get('continue');
    const page = token === null ? undefined : this.#pages.get(token);
    if (token !== null && !page) {
      refuse(410, 'The provided continue parameter is too old');
      return;
    }
    const { objects, revision } = page ?? {
      objects: members,
      revision: this.store.revision,
    };
    const limit = Math.min(
      Number(query.get('limit') ?? Infinity) || Infinity,
      this.#options.mostPerPage ?? Infinity,
    );
    const rest = objects.slice(limit);
    const next = rest.length > 0 ? `${revision}-${rest.length}-${kind}` : '';
    if (next !== '') this.#pages.set(next, { objects: rest, revision });
    send(200, {
      apiVersion,
      kind: `${kind}List`,
      metadata: {
        resourceVersion: String(revision),
        ...(next !== '' && {
          continue: next,
          remainingItemCount: rest.length,
        }),
      },
      // Items of a typed list leave out what the list says.
      items: objects
        .slice(0, limit)
        .map(({ apiVersion: _, kind: __, ...item }) => item),
    });
  }

  #watch(
    served: ServedKind,
    namespace: string | undefined,
    query: URLSearchParams,
    response: http.ServerResponse,
  ): void {
    const say = (type: string, object: unknown) =>
      response.write(`${JSON.stringify({ type, object })}\n`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const since = Number(query.get('resourceVersion') ?? 0);
    const missed = this.store.eventsSince(since);
    if (!missed) {
      say('ERROR', statusOf(410, `too old resource version: ${since}`));
      response.end();
      return;
    }
    const tell = ({ type, object }: StoredEvent) => {
      if (isOf(object, served, namespace)) say(type, object);
    };
    missed.forEach(tell);
    const bookmark = () => {
      if (query.get('allowWatchBookmarks') !== 'true') return;
      const { apiVersion, kind } = served;
      const resourceVersion = String(this.store.revision);
      say('BOOKMARK', { apiVersion, kind, metadata: { resourceVersion } });
    };
    bookmark();
    const end = this.store.listen(tell);
    const seconds = Number(query.get('timeoutSeconds') ?? 300);
    const timer = setTimeout(() => {
      bookmark();
      response.end();
    }, seconds * 1000);
    response.on('close', () => {
      clearTimeout(timer);
      end();
    });
  }
}

function isOf(
  { apiVersion, kind, metadata }: StoredObject,
  served: ServedKind,
  namespace: string | undefined,
): boolean {
  return (
    kind === served.kind &&
    apiVersion === served.apiVersion &&
    (namespace === undefined || metadata.namespace === namespace)
  );
}

function matches({ metadata }: StoredObject, selector: string | null): boolean {
  if (!selector) return true;
  return selector.split(',').every(one => {
    const [key, value] = one.split('=');
    return metadata.labels?.[key] === value;
  });
}

function discoveryOf(apiVersion: string, kinds: readonly ServedKind[]) {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersion,
    resources: kinds
      .filter(one => one.apiVersion === apiVersion)
      .map(({ kind, plural: name, namespaced }) => ({
        name,
        singularName: kind.toLowerCase(),
        namespaced,
        kind,
        verbs: ['get', 'list', 'watch'],
      })),
  };
}

type Place =
  | { apiVersion: string }
  | { served: ServedKind; namespace?: string; name?: string };

/** What a path is about. */
function placeIn(
  path: string,
  kinds: readonly ServedKind[],
): Place | undefined {
  const match = /^\/(?:api|apis)\/(.+)$/.exec(path);
  if (!match) return undefined;
  const apiVersions = new Set(kinds.map(({ apiVersion }) => apiVersion));
  const parts = match[1].split('/').map(decodeURIComponent);
  const length = path.startsWith('/apis/') ? 2 : 1;
  const apiVersion = parts.slice(0, length).join('/');
  if (!apiVersions.has(apiVersion)) return undefined;
  const rest = parts.slice(length);
  if (rest.length === 0) return { apiVersion };
  const isScoped = rest[0] === 'namespaces' && rest.length > 2;
  const [plural, name] = isScoped ? rest.slice(2) : rest;
  const served = kinds.find(
    one => one.apiVersion === apiVersion && one.plural === plural,
  );
  if (!served || (isScoped && !served.namespaced)) return undefined;
  // Without a namespace, a kind that has them is listed in all of them.
  if (!isScoped && served.namespaced && name !== undefined) return undefined;
  return {
    served,
    ...(isScoped && { namespace: rest[1] }),
    ...(name !== undefined && { name }),
  };
}
