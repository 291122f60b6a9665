import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object that an application manages. */
export interface Managed {
  readonly target?: object;
  readonly live?: object;
  readonly hook?: boolean;
  /** Instead of the JSON of the live object. */
  readonly liveText?: string;
}

/** An application as a test wants it. */
export interface TestApplication {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly destination?: { server?: string; name?: string; namespace?: string };
  readonly status?: object;
  readonly managed: readonly Managed[];
}

/** A server that answers as that of Argo CD does, and notes what it was asked. */
export class ArgocdServer {
  readonly asked: string[] = [];
  /** Status of every answer. Absent: as is due. */
  status: number | undefined;
  /** Sent instead of what managed resources are. */
  nonsense: string | undefined;
  readonly #server: Server;
  readonly #applications: readonly TestApplication[];

  private constructor(
    server: Server,
    applications: readonly TestApplication[],
  ) {
    this.#server = server;
    this.#applications = applications;
  }

  static async start(
    applications: readonly TestApplication[],
  ): Promise<ArgocdServer> {
    const server = createServer();
    const started = new ArgocdServer(server, applications);
    server.on('request', (request, response) => {
      started.asked.push(request.url ?? '');
      const isKnown = request.headers.authorization === 'Bearer argo-token';
      const [status, body] = isKnown
        ? started.#answer(new URL(request.url ?? '', 'http://argocd'))
        : [401, { error: 'no session', code: 16 }];
      response.writeHead(started.status ?? status, {
        'content-type': 'application/json',
        location: 'http://127.0.0.1:1/',
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer({ pathname, searchParams }: URL): [number, unknown] {
    const [, name, isManaged] =
      /^\/api\/v1\/applications(?:\/([^/]+)(\/managed-resources)?)?$/.exec(
        pathname,
      ) ?? [];
    const namespace = searchParams.get('appNamespace') ?? 'argocd';
    if (name === undefined) {
      const [key, value] = (searchParams.get('selector') ?? '').split('=');
      const items = this.#applications.filter(
        ({ labels }) => labels?.[key] === value,
      );
      // Argo CD sends null for an empty list.
      return [
        200,
        { metadata: {}, items: items.length ? items.map(shown) : null },
      ];
    }
    const found = this.#applications.find(
      one =>
        one.name === decodeURIComponent(name) &&
        (one.namespace ?? 'argocd') === namespace,
    );
    if (!found) return [403, { error: 'permission denied', code: 7 }];
    if (!isManaged) return [200, shown(found)];
    if (this.nonsense !== undefined) return [200, this.nonsense];
    return [200, { items: found.managed.map(diffOf) }];
  }
}

function shown({
  name,
  labels,
  namespace = 'argocd',
  destination,
  status,
}: TestApplication) {
  return {
    metadata: { name, namespace, labels },
    spec: { destination: { namespace: 'shop', ...destination } },
    status: { sync: { status: 'Synced' }, ...status },
  };
}

/** `ResourceDiff`: states are JSON in a text, and `null` where there is none. */
function diffOf({ target, live, hook, liveText }: Managed) {
  const { kind = '', metadata } = (target ?? live ?? {}) as {
    kind?: string;
    metadata?: { name?: string; namespace?: string };
  };
  return {
    kind,
    name: metadata?.name,
    namespace: metadata?.namespace,
    targetState: JSON.stringify(target ?? null),
    liveState: liveText ?? JSON.stringify(live ?? null),
    normalizedLiveState: JSON.stringify(live ?? null),
    ...(hook && { hook }),
    modified: true,
  };
}
