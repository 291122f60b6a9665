import type { IncomingMessage, ServerResponse } from 'node:http';
import { content, image, type Content } from '../__testUtils__/images';
import { TestServer } from '../__testUtils__/TestServer';
import type { RegistrySettings } from '../config';
import { RegistryClient } from './RegistryClient';
import { RegistrySilence } from './RegistrySilence';

const SHOP = 'acme/shop';
const never = new AbortController().signal;
const { manifest, layers } = image();
const [layer] = layers;

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

describe('the client of a registry', () => {
  const servers: TestServer[] = [];

  async function serving(answer: Answer): Promise<TestServer> {
    const server = await TestServer.start(answer);
    servers.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  const clientOf = (
    url: string,
    change: Partial<RegistrySettings> = {},
    timeoutMs = 2_000,
  ) =>
    new RegistryClient({
      settings: {
        region: 'eu',
        url,
        name: 'registry',
        auth: { type: 'anonymous' },
        realms: [],
        ...change,
      },
      timeoutMs,
      patience: { pauseMs: 1, longestPatienceMs: 1_500 },
    });

  const give = (response: ServerResponse, { body, mediaType }: Content) =>
    response.writeHead(200, { 'content-type': mediaType }).end(body);
  const error = (response: ServerResponse, status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ errors: [{ code }] }));
  const silenceOf = async (asked: Promise<unknown>) => {
    const problem = await asked.catch(caught => caught);
    expect(problem).toBeInstanceOf(RegistrySilence);
    return problem as RegistrySilence;
  };
  const manifestOf = (client: RegistryClient) =>
    client.manifest(SHOP, manifest.digest, never);
  const blobOf = (client: RegistryClient) =>
    client.blob(SHOP, layer.digest, never);

  it('asks for manifests of every form, under the address of the specification', async () => {
    let accept: string | undefined;
    const server = await serving((request, response) => {
      accept = request.headers.accept;
      give(response, manifest);
    });
    await expect(manifestOf(clientOf(server.url()))).resolves.toEqual({
      found: true,
      value: { body: manifest.body },
    });
    expect(server.asked).toEqual([
      { method: 'GET', path: `/v2/${SHOP}/manifests/${manifest.digest}` },
    ]);
    expect(accept).toContain('application/vnd.oci.image.index.v1+json');
    expect(accept).toContain(
      'application/vnd.docker.distribution.manifest.list.v2+json',
    );
  });

  it('does not believe a digest that the content does not have', async () => {
    const other = image().manifest;
    const server = await serving((_, response) => {
      response.setHeader('docker-content-digest', manifest.digest);
      give(response, other);
    });
    await expect(manifestOf(clientOf(server.url()))).resolves.toEqual({
      found: false,
      why: `has other content, ${other.digest.slice(0, 19)}`,
    });
  });

  it('does not take a blob that is another by its own words', async () => {
    const server = await serving((_, response) => {
      response.setHeader('docker-content-digest', manifest.digest);
      response.writeHead(200, { 'content-length': '2000' }).end();
    });
    await expect(blobOf(clientOf(server.url()))).resolves.toMatchObject({
      found: false,
      why: expect.stringContaining('other content'),
    });
  });

  it.each([['MANIFEST_UNKNOWN'], ['NAME_UNKNOWN']])(
    'takes %s for an answer',
    async code => {
      const server = await serving((_, response) => error(response, 404, code));
      await expect(manifestOf(clientOf(server.url()))).resolves.toEqual({
        found: false,
        why: 'is not found',
      });
    },
  );

  it('takes the 404 of a web server that is no registry for none', async () => {
    const server = await serving((_, response) =>
      response.writeHead(404).end('<h1>Not here</h1>'),
    );
    const silence = await silenceOf(manifestOf(clientOf(server.url())));
    expect(silence.message).toContain('not in the way of a registry');
    expect(silence.remedy).toContain('address');
  });

  it.each([
    [401, 'registry'],
    [403, 'repository'],
  ])('says of %i that it is refused', async (status, about) => {
    const server = await serving((_, response) =>
      error(response, status, 'DENIED'),
    );
    const silence = await silenceOf(manifestOf(clientOf(server.url())));
    expect(silence).toMatchObject({
      about,
      isPassing: false,
      message: `It answered with status ${status}`,
      remedy: expect.stringContaining('credentials'),
    });
    expect(server.asked).toHaveLength(1);
  });

  it.each([[500], [502], [503], [504], [408], [429]])(
    'asks again after %i, and takes the answer',
    async status => {
      let count = 0;
      const server = await serving((_, response) => {
        count += 1;
        return count < 3
          ? error(response, status, 'UNKNOWN')
          : give(response, manifest);
      });
      await expect(manifestOf(clientOf(server.url()))).resolves.toMatchObject({
        found: true,
      });
      expect(count).toBe(3);
    },
  );

  it('waits as long as it is asked to', async () => {
    const moments: number[] = [];
    const server = await serving((_, response) => {
      moments.push(Date.now());
      if (moments.length > 1) return give(response, manifest);
      response.setHeader('retry-after', '1');
      return error(response, 429, 'TOOMANYREQUESTS');
    });
    await manifestOf(clientOf(server.url()));
    expect(moments[1] - moments[0]).toBeGreaterThanOrEqual(990);
  });

  it('leaves a registry alone that asks for more patience than a run has', async () => {
    const server = await serving((_, response) => {
      response.setHeader('retry-after', '3600');
      return error(response, 429, 'TOOMANYREQUESTS');
    });
    const client = clientOf(server.url());
    const silence = await silenceOf(manifestOf(client));
    expect(silence).toMatchObject({
      about: 'registry',
      retryAfterMs: 3_600_000,
    });
    expect((await silenceOf(blobOf(client))).message).toContain('429');
    expect(server.asked).toHaveLength(1);
  });

  it('waits no longer than its limit, also for the last byte', async () => {
    const server = await serving((request, response) => {
      if (request.url?.includes('manifests')) {
        response.writeHead(200, { 'content-length': '5000' }).write('{');
      }
    });
    const client = clientOf(server.url(), {}, 100);
    expect((await silenceOf(manifestOf(client))).message).toBe(
      'It did not answer within 0.1 s',
    );
    expect((await silenceOf(blobOf(client))).message).toBe(
      'It did not answer within 0.1 s',
    );
  });

  it('says of a registry that is down that it cannot be reached, and soon leaves it alone', async () => {
    const server = await serving(() => {});
    const url = server.url();
    await server.stop();
    servers.length = 0;
    const client = clientOf(url);
    const silence = await silenceOf(manifestOf(client));
    expect(silence).toMatchObject({ about: 'registry', isPassing: true });
    expect(silence.message).toBe('It cannot be reached: ECONNREFUSED');
    const down = await serving((_, response) => error(response, 503, 'X'));
    const other = clientOf(down.url());
    for (let time = 0; time < 20; time++) await silenceOf(manifestOf(other));
    // Three questions, each asked three times.
    expect(down.asked).toHaveLength(9);
  });

  it('asks a few things at a time', async () => {
    let now = 0;
    let most = 0;
    const server = await serving(async (_, response) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(resolve => setTimeout(resolve, 20));
      now -= 1;
      response.writeHead(200).end();
    });
    const client = clientOf(server.url());
    await Promise.all(Array.from({ length: 40 }, () => blobOf(client)));
    expect(most).toBeLessThanOrEqual(6);
    expect(server.asked).toHaveLength(40);
  });

  it('stops when it has to, and says nothing of the registry', async () => {
    const ending = new AbortController();
    const server = await serving(() => ending.abort(new Error('The end')));
    await expect(
      clientOf(server.url()).blob(SHOP, layer.digest, ending.signal),
    ).rejects.toThrow('The end');
  });

  it('refuses an answer that is larger than any manifest', async () => {
    const server = await serving((_, response) =>
      give(response, content(Buffer.alloc(5 * 1024 * 1024), 'x/y')),
    );
    expect(
      (await silenceOf(manifestOf(clientOf(server.url())))).message,
    ).toContain('larger than 4 MiB');
  });

  describe('and redirects', () => {
    const redirecting = (location: string) =>
      serving((_, response) => response.writeHead(307, { location }).end());

    it('is not sent away from https, or from this world', async () => {
      for (const location of [
        'ftp://127.0.0.1/x',
        'file:///etc/passwd',
        'http://[',
      ]) {
        const server = await redirecting(location);
        expect(
          (await silenceOf(blobOf(clientOf(server.url())))).message,
        ).toContain('must not');
      }
    });

    it('ends a circle', async () => {
      const server = await serving((request, response) =>
        response.writeHead(302, { location: request.url }).end(),
      );
      expect(
        (await silenceOf(blobOf(clientOf(server.url())))).message,
      ).toContain('more than 5 times');
      expect(server.asked).toHaveLength(6);
    });

    it('carries a token to its own origin only', async () => {
      const storage = await serving((_, response) =>
        response.writeHead(200, { 'content-length': '2000' }).end(),
      );
      const server = await serving((request, response) => {
        const location = request.url?.endsWith('?again')
          ? storage.url()
          : `${request.url}?again`;
        response.writeHead(307, { location }).end();
      });
      const client = clientOf(server.url(), {
        auth: { type: 'token', token: 'secret' },
      });
      await expect(blobOf(client)).resolves.toEqual({
        found: true,
        value: { size: 2000 },
      });
      expect(server.asked.map(({ authorization }) => authorization)).toEqual([
        'Bearer secret',
        'Bearer secret',
      ]);
      expect(storage.asked).toEqual([{ method: 'HEAD', path: '/' }]);
    });

    it('asks for one byte where the storage takes no HEAD', async () => {
      const storage = await serving((request, response) => {
        if (request.method === 'HEAD') return response.writeHead(403).end();
        expect(request.headers.range).toBe('bytes=0-0');
        return response
          .writeHead(206, { 'content-range': 'bytes 0-0/2000' })
          .end('x');
      });
      const server = await redirecting(`${storage.url('localhost')}/blob`);
      await expect(blobOf(clientOf(server.url()))).resolves.toEqual({
        found: true,
        value: { size: 2000 },
      });
    });

    it('takes the 404 of the storage for an answer, and its 401 for none', async () => {
      const gone = await serving((_, response) =>
        response.writeHead(404).end(),
      );
      const server = await redirecting(gone.url('localhost'));
      await expect(blobOf(clientOf(server.url()))).resolves.toEqual({
        found: false,
        why: 'is not found',
      });
      const closed = await serving((_, response) =>
        response.writeHead(401).end(),
      );
      const other = await redirecting(closed.url('localhost'));
      expect((await silenceOf(blobOf(clientOf(other.url())))).message).toBe(
        'It answered with status 401',
      );
    });
  });

  describe('and tokens', () => {
    const challenge = (response: ServerResponse, realm: string) =>
      response
        .writeHead(401, {
          'www-authenticate': `Bearer realm="${realm}",service="s",scope="repository:other/all:pull,push"`,
        })
        .end();
    const auth = {
      type: 'basic' as const,
      username: 'me',
      password: 'hunter2',
    };

    it('asks for what it needs, whatever the registry says, and anew when one is over', async () => {
      let given = 0;
      const server = await serving((request, response) => {
        if (request.url?.startsWith('/token')) {
          given += 1;
          response.end(
            // Over at once: a token is not used in its last seconds.
            JSON.stringify({ access_token: `t${given}`, expires_in: 5 }),
          );
          return;
        }
        if (request.headers.authorization === `Bearer t${given}` && given > 0) {
          response.writeHead(200).end();
        } else {
          challenge(response, `${server.url()}/token?x=1`);
        }
      });
      const client = clientOf(server.url(), { auth });
      await blobOf(client);
      await blobOf(client);
      expect(
        server.asked.flatMap(({ path }) =>
          path.startsWith('/token') ? [path] : [],
        ),
      ).toEqual([
        '/token?x=1&service=s&scope=repository%3Aacme%2Fshop%3Apull',
        '/token?x=1&service=s&scope=repository%3Aacme%2Fshop%3Apull',
      ]);
    });

    it.each([
      ['of nothing', ''],
      ['of no address', 'token'],
      ['with a password in it', 'http://a:b@127.0.0.1/'],
      ['of another host without TLS', 'http://evil.example/'],
      ['of another host', 'https://evil.example/'],
      ['of this host by another name', 'https://127.0.0.1.evil.example/'],
    ])('does not send a password to a realm %s', async (_, realm) => {
      const fetched = jest.spyOn(globalThis, 'fetch');
      const server = await serving((__, response) =>
        challenge(response, realm),
      );
      const silence = await silenceOf(blobOf(clientOf(server.url(), { auth })));
      expect(silence.about).toBe('registry');
      expect(fetched).toHaveBeenCalledTimes(1);
      expect(JSON.stringify(server.asked)).not.toContain('authorization');
      fetched.mockRestore();
    });

    it('does not follow a token server with a password', async () => {
      const evil = await serving((_, response) =>
        response.end(JSON.stringify({ token: 'x' })),
      );
      const server = await serving((request, response) =>
        request.url?.startsWith('/token')
          ? response.writeHead(307, { location: evil.url('localhost') }).end()
          : challenge(response, `${server.url()}/token`),
      );
      const silence = await silenceOf(blobOf(clientOf(server.url(), { auth })));
      expect(silence.message).toContain('redirects to another one');
      expect(JSON.stringify(evil.asked)).not.toContain('authorization');
    });

    it.each([
      ['{}'],
      ['no json'],
      ['{"token":""}'],
      ['{"token":"a\\nb"}'],
      ['{"token":7}'],
    ])('takes %s for no token', async body => {
      const server = await serving((request, response) =>
        request.url?.startsWith('/token')
          ? response.end(body)
          : challenge(response, `${server.url()}/token`),
      );
      expect(
        (await silenceOf(blobOf(clientOf(server.url())))).message,
      ).toContain('gave no token');
    });

    it('does not go round in circles when a token does not help', async () => {
      const server = await serving((request, response) =>
        request.url?.startsWith('/token')
          ? response.end(JSON.stringify({ token: 'x' }))
          : challenge(response, `${server.url()}/token`),
      );
      expect((await silenceOf(blobOf(clientOf(server.url())))).message).toBe(
        'It answered with status 401',
      );
      expect(server.asked).toHaveLength(3);
    });

    it('sends a password to nobody who does not ask for one', async () => {
      const server = await serving((_, response) =>
        response
          .writeHead(401, { 'www-authenticate': 'Digest realm="x"' })
          .end(),
      );
      await silenceOf(blobOf(clientOf(server.url(), { auth })));
      expect(server.asked).toHaveLength(1);
      expect(JSON.stringify(server.asked)).not.toContain('authorization');
    });
  });
});
