import {
  DebianRegistry,
  dockerRegistry,
  USER,
  type RegistryAccess,
} from './__testUtils__/DebianRegistry';
import { content, image, index } from './__testUtils__/images';
import { TestServer } from './__testUtils__/TestServer';
import { TokenServer } from './__testUtils__/TokenServer';
import type { RegistryAuth } from './config';
import { findArtifact } from './images';
import { RegistryClient } from './registry';

jest.setTimeout(60_000);

const SHOP = 'acme/shop';
const never = new AbortController().signal;
const basic: RegistryAuth = { type: 'basic', ...USER };
const wrong: RegistryAuth = { ...basic, password: 'wrong' };
const anonymous: RegistryAuth = { type: 'anonymous' };

const clientOf = (
  url: string,
  change: { auth?: RegistryAuth; realms?: string[]; prefix?: string } = {},
) =>
  new RegistryClient({
    settings: {
      region: 'eu',
      url,
      name: 'registry',
      auth: anonymous,
      realms: [],
      ...change,
    },
    timeoutMs: 5_000,
    patience: { pauseMs: 1, longestPatienceMs: 100 },
  });

// Without it these are left out, and `npm test` says so.
const describeReal = dockerRegistry ? describe : describe.skip;

describeReal('a real registry', () => {
  let registry: DebianRegistry;
  const look = (digest: string, repository = SHOP) =>
    findArtifact(clientOf(registry.url), repository, digest, never);

  beforeAll(async () => {
    registry = await DebianRegistry.start();
  });

  afterAll(() => registry?.stop());

  it('has an image whole, in a repository under a prefix, too', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    const { digest } = pushed.manifest;
    await expect(look(digest)).resolves.toEqual({ state: 'whole' });
    const client = clientOf(registry.url, { prefix: 'acme' });
    await expect(findArtifact(client, 'shop', digest, never)).resolves.toEqual({
      state: 'whole',
    });
  });

  it('has an index whole, with every platform', async () => {
    const pushed = index(image('amd64'), image('arm64'));
    await registry.pushIndex(SHOP, pushed);
    await expect(look(pushed.index.digest)).resolves.toEqual({
      state: 'whole',
    });
  });

  it('lacks a layer that was deleted', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    await registry.deleteBlob(SHOP, pushed.layers[1]);
    await expect(look(pushed.manifest.digest)).resolves.toEqual({
      state: 'missing',
      reason: `layer ${pushed.layers[1].digest.slice(0, 19)} is not found`,
    });
  });

  it('lacks a configuration that was deleted', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    await registry.deleteBlob(SHOP, pushed.config);
    await expect(look(pushed.manifest.digest)).resolves.toMatchObject({
      state: 'missing',
      reason: expect.stringMatching(
        /^configuration sha256:\w{12} is not found$/,
      ),
    });
  });

  it('lacks a manifest that was deleted, although its layers are there', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    await registry.deleteManifest(SHOP, pushed.manifest);
    await expect(look(pushed.manifest.digest)).resolves.toEqual({
      state: 'missing',
      reason: 'the manifest is not found',
    });
  });

  it('lacks an index of which one platform was deleted', async () => {
    const pushed = index(image('amd64'), image('arm64'));
    await registry.pushIndex(SHOP, pushed);
    await registry.deleteManifest(SHOP, pushed.images[1].manifest);
    await expect(look(pushed.index.digest)).resolves.toMatchObject({
      state: 'missing',
      reason: expect.stringMatching(/^manifest sha256:\w{12} is not found$/),
    });
  });

  it('lacks what lies in another repository only', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    await expect(
      look(pushed.manifest.digest, 'acme/nothing'),
    ).resolves.toMatchObject({ state: 'missing' });
  });

  it('does not have a manifest whose content was changed in its storage', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    registry.damage(pushed.manifest, image().manifest.body);
    const found = await look(pushed.manifest.digest);
    expect(found.state).not.toBe('whole');
  });

  it('does not have a layer that was cut off in its storage', async () => {
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    registry.damage(pushed.layers[0], 'cut off');
    await expect(look(pushed.manifest.digest)).resolves.toMatchObject({
      state: 'missing',
      reason: expect.stringContaining('has 7 bytes instead of 2000'),
    });
  });

  it('says of a tag that moved nothing about the digest', async () => {
    const [old, young] = [image(), image()];
    await registry.pushImage(SHOP, old);
    await registry.pushManifest(SHOP, old.manifest, 'v1');
    await registry.deleteManifest(SHOP, old.manifest);
    await registry.pushImage(SHOP, young);
    await registry.pushManifest(SHOP, young.manifest, 'v1');
    await expect(look(old.manifest.digest)).resolves.toMatchObject({
      state: 'missing',
    });
  });

  it('has no manifest where it has a blob of that digest', async () => {
    const blob = content(Buffer.from('hello'), 'text/plain');
    await registry.pushBlob(SHOP, blob);
    const found = await look(blob.digest);
    expect(found.state).not.toBe('whole');
  });
});

describeReal('a real registry that asks who we are', () => {
  const servers: { stop(): Promise<void> }[] = [];

  async function started(
    access: RegistryAccess,
    authorization: string,
  ): Promise<{ registry: DebianRegistry; digest: string }> {
    const registry = await DebianRegistry.start(access);
    servers.push(registry);
    registry.authorization = authorization;
    const pushed = image();
    await registry.pushImage(SHOP, pushed);
    return { registry, digest: pushed.manifest.digest };
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  const pair = Buffer.from(`${USER.username}:${USER.password}`);

  it.each<[string, RegistryAuth, object]>([
    ['the right password', basic, { state: 'whole' }],
    [
      'a wrong password',
      wrong,
      { state: 'unanswered', reason: expect.stringContaining('status 401') },
    ],
    [
      'no password',
      anonymous,
      { state: 'unanswered', reason: expect.stringContaining('status 401') },
    ],
    [
      'a token that it does not know',
      { type: 'token', token: 'abc' },
      { state: 'unanswered', reason: expect.stringContaining('status 401') },
    ],
  ])('for a password takes %s', async (_, auth, state) => {
    const { registry, digest } = await started(
      { type: 'htpasswd' },
      `Basic ${pair.toString('base64')}`,
    );
    const client = clientOf(registry.url, { auth });
    await expect(
      findArtifact(client, SHOP, digest, never),
    ).resolves.toMatchObject(state);
  });

  async function withTokens(options: { anonymous: boolean; host?: string }) {
    const tokens = await TokenServer.start(options);
    servers.push(tokens);
    const { service, issuer, certificate } = tokens;
    const realm = `${tokens.url(options.host)}/token`;
    const access = {
      type: 'token' as const,
      realm,
      service,
      issuer,
      certificate,
    };
    return { tokens, ...(await started(access, await tokens.pusherOf(SHOP))) };
  }

  it('for a token is given one for our password, and one for all layers', async () => {
    const { registry, digest, tokens } = await withTokens({ anonymous: false });
    const client = clientOf(registry.url, { auth: basic });
    await expect(findArtifact(client, SHOP, digest, never)).resolves.toEqual({
      state: 'whole',
    });
    expect(tokens.asked).toEqual([
      {
        method: 'GET',
        path: '/token?service=registry.test&scope=repository%3Aacme%2Fshop%3Apull',
        authorization: `Basic ${pair.toString('base64')}`,
      },
    ]);
  });

  it('for a token is given one that anybody gets', async () => {
    const { registry, digest, tokens } = await withTokens({ anonymous: true });
    await expect(
      findArtifact(clientOf(registry.url), SHOP, digest, never),
    ).resolves.toEqual({ state: 'whole' });
    expect(tokens.asked[0]).not.toHaveProperty('authorization');
  });

  it('for a token answers nothing when the password is wrong', async () => {
    const { registry, digest } = await withTokens({ anonymous: false });
    const client = clientOf(registry.url, { auth: wrong });
    await expect(
      findArtifact(client, SHOP, digest, never),
    ).resolves.toMatchObject({
      state: 'unanswered',
      reason: expect.stringMatching(/token server .* status 401/),
    });
  });

  it('is not told our password through a token server that nobody named', async () => {
    const { registry, digest, tokens } = await withTokens({
      anonymous: true,
      host: 'localhost',
    });
    const look = (change: { realms?: string[] }) =>
      findArtifact(
        clientOf(registry.url, { auth: basic, ...change }),
        SHOP,
        digest,
        never,
      );
    await expect(look({})).resolves.toMatchObject({
      state: 'unanswered',
      reason: expect.stringContaining('not configured'),
    });
    expect(tokens.asked).toEqual([]);
    await expect(look({ realms: [tokens.url('localhost')] })).resolves.toEqual({
      state: 'whole',
    });
  });

  it('is asked through a server that redirects blobs, without our password there', async () => {
    const { registry, digest } = await started(
      { type: 'htpasswd' },
      `Basic ${pair.toString('base64')}`,
    );
    const storage = await TestServer.start(async (request, response) => {
      const answer = await fetch(new URL(request.url ?? '', registry.url), {
        method: 'HEAD',
        headers: { authorization: registry.authorization ?? '' },
      });
      response.writeHead(answer.status, {
        'content-length': answer.headers.get('content-length') ?? '0',
      });
      response.end();
    });
    const front = await TestServer.start(async (request, response) => {
      if (request.url?.includes('/blobs/')) {
        response
          .writeHead(307, { location: storage.url('localhost') + request.url })
          .end();
        return;
      }
      const { authorization = '' } = request.headers;
      const answer = await fetch(new URL(request.url ?? '', registry.url), {
        headers: {
          accept: String(request.headers.accept),
          ...(authorization && { authorization }),
        },
      });
      response.writeHead(answer.status, {
        'www-authenticate': answer.headers.get('www-authenticate') ?? '',
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    servers.push(storage, front);
    const client = clientOf(front.url(), { auth: basic });
    await expect(findArtifact(client, SHOP, digest, never)).resolves.toEqual({
      state: 'whole',
    });
    expect(storage.asked).toHaveLength(3);
    for (const asked of storage.asked) {
      expect(asked).not.toHaveProperty('authorization');
    }
    expect(front.asked.some(({ authorization }) => authorization)).toBe(true);
  });
});
