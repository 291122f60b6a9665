import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as rawRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { readOwners } from './owners.ts';
import { startForge } from './server.ts';

jest.setTimeout(60_000);

const TOKEN = 'kept-in-the-data-folder';
const CATALOG = 'kind: Component\n';
const folder = mkdtempSync(path.join(tmpdir(), 'forge-'));
const organisation = path.resolve(
  __dirname,
  '../../../examples/catalog/org.yaml',
);

let server: Server;
let host: string;

beforeAll(async () => {
  server = await startForge({
    port: 0,
    folder: path.join(folder, 'forge'),
    owners: readOwners(organisation),
    account: { username: 'portal', token: TOKEN },
  });
  host = `localhost:${(server.address() as AddressInfo).port}`;
  await publish('team-cards', 'card-limits');
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise(done => server.close(done));
  rmSync(folder, { recursive: true });
});

function configOf(password = TOKEN) {
  return mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [
          { host, baseUrl: `http://${host}`, username: 'portal', password },
        ],
      },
    },
  });
}

/** Runs the scaffolder's own action, as a template's step does. */
async function publish(
  owner: string,
  repo: string,
  { password = TOKEN, repoVisibility = 'public' } = {},
) {
  const config = configOf(password);
  const action = createPublishGiteaAction({
    config,
    integrations: ScmIntegrations.fromConfig(config),
  });
  const workspacePath = mkdtempSync(path.join(folder, 'workspace-'));
  writeFileSync(path.join(workspacePath, 'catalog-info.yaml'), CATALOG);
  writeFileSync(path.join(workspacePath, 'README.md'), '<script>1</script>\n');
  const output: Record<string, unknown> = {};
  await action.handler({
    input: {
      repoUrl: `${host}?owner=${owner}&repo=${repo}`,
      description: '<b>',
      repoVisibility,
    },
    workspacePath,
    logger: mockServices.logger.mock(),
    output: (name: string, value: unknown) => {
      output[name] = value;
    },
  } as any);
  return output;
}

function readers(password = TOKEN) {
  return UrlReaders.default({
    config: configOf(password),
    logger: mockServices.logger.mock(),
  });
}

const git = (...args: string[]) =>
  promisify(execFile)('git', args, {
    env: { PATH: process.env.PATH, GIT_TERMINAL_PROMPT: '0' },
  });

const get = (at: string, headers: Record<string, string> = {}) =>
  fetch(`http://${host}${at}`, { headers, redirect: 'manual' });

function create(owner: string, body: unknown, token = TOKEN) {
  return fetch(`http://${host}/api/v1/orgs/${owner}/repos`, {
    method: 'POST',
    headers: {
      authorization: `token ${token}`,
      'content-type': 'application/json',
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** As it stands: `fetch` would take the dots out of the address. */
function statusOf(at: string, headers: Record<string, string> = {}) {
  const [hostname, port] = host.split(':');
  return new Promise<number | undefined>((resolve, reject) => {
    rawRequest({ hostname, port, path: at, headers }, response => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('publish:gitea', () => {
  it('makes a repository, and says where it is', async () => {
    const output = await publish('team-cards', 'card-rewards');
    expect(output).toEqual({
      remoteUrl: `http://${host}/team-cards/card-rewards.git`,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
      repoContentsUrl: `http://${host}/team-cards/card-rewards/src/branch/main/`,
    });
    const shown = await get('/api/v1/repos/team-cards/card-rewards');
    expect(await shown.json()).toMatchObject({
      full_name: 'team-cards/card-rewards',
      description: '<b>',
      private: false,
      default_branch: 'main',
    });
  });

  it.each([
    [
      'an owner that the organisation does not have',
      'nobody',
      'x',
      {},
      /nobody do not exist/,
    ],
    [
      'a name that is taken',
      'team-cards',
      'card-limits',
      {},
      /409.*card-limits/,
    ],
    [
      'a name that leads elsewhere',
      'team-cards',
      '../x',
      {},
      /422.*small letters/,
    ],
    [
      'wrong credentials',
      'team-cards',
      'x',
      { password: 'wrong' },
      /do not exist/,
    ],
  ])('is refused %s', async (_what, owner, name, more, message) => {
    await expect(publish(owner, name, more)).rejects.toThrow(message);
    expect(existsSync(path.join(folder, 'forge', 'team-cards/x.git'))).toBe(
      false,
    );
  });
});

describe('the URL reader', () => {
  const file = (name: string) =>
    `http://${host}/team-cards/card-limits/src/branch/main/${name}`;

  it('reads a file of what was published', async () => {
    const response = await readers().readUrl(file('catalog-info.yaml'));
    expect((await response.buffer()).toString()).toBe(CATALOG);
    expect(response.etag).toMatch(/^"[0-9a-f]{40}"$/);
  });

  it('reads all of it', async () => {
    const tree = await readers().readTree(file(''));
    const files = await tree.files();
    expect(files.map(each => each.path).sort()).toEqual([
      'README.md',
      'catalog-info.yaml',
    ]);
  });

  it('is told what is not there', async () => {
    await expect(readers().readUrl(file('no.yaml'))).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
    await expect(
      readers().readTree(file('').replace('main', 'next')),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });

  it('is refused with wrong credentials, also what is public', async () => {
    await expect(
      readers('wrong').readUrl(file('catalog-info.yaml')),
    ).rejects.toThrow('401');
  });
});

describe('git', () => {
  it('clones without credentials, and pushes with them only', async () => {
    const clone = path.join(folder, 'clone');
    await git(
      'clone',
      '-q',
      `http://${host}/team-cards/card-limits.git`,
      clone,
    );
    writeFileSync(path.join(clone, 'more.txt'), 'more\n');
    const inClone = (...args: string[]) =>
      git('-C', clone, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args);
    await inClone('add', '.');
    await inClone('commit', '-qm', 'more');
    await expect(inClone('push', '-q')).rejects.toThrow(
      /could not read Username/,
    );
    const address = (token: string) =>
      `http://portal:${token}@${host}/team-cards/card-limits.git`;
    await expect(inClone('push', '-q', address('wrong'))).rejects.toThrow(
      /Authentication failed/,
    );
    await inClone('push', '-q', address(TOKEN), 'HEAD:refs/heads/next');
    const pushed = await get(
      '/team-cards/card-limits/src/branch/next/more.txt',
    );
    expect(await pushed.text()).toContain('<pre>more');
  });

  it('reaches nothing beside what it needs of a repository', async () => {
    for (const at of [
      '/team-cards/card-limits.git/HEAD',
      '/team-cards/card-limits.git/objects/info/packs',
      '/team-cards/card-limits.git/info/refs?service=git-upload-archive',
      '/team-cards%2F..%2F..%2Fsecret/x.git/info/refs?service=git-upload-pack',
    ]) {
      expect([at, await statusOf(at)]).toEqual([at, expect.any(Number)]);
      expect(await statusOf(at)).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('what is private', () => {
  beforeAll(async () => {
    // The action itself looks for the page of it without credentials, for 20 seconds.
    await create('team-fraud', {
      name: 'rules',
      private: true,
    });
  });

  it.each([
    ['/team-fraud/rules', 404, 200],
    ['/api/v1/repos/team-fraud/rules', 404, 200],
    ['/team-fraud/rules.git/info/refs?service=git-upload-pack', 401, 200],
  ])('%s is there for the account only', async (at, without, withToken) => {
    expect((await get(at)).status).toBe(without);
    const answer = await get(at, { authorization: `token ${TOKEN}` });
    expect(answer.status).toBe(withToken);
    expect(await (await get('/')).text()).not.toContain('rules');
  });
});

describe('a repository', () => {
  it.each([
    ['without a token', { name: 'x' }, 'wrong', 401, 'not known'],
    ['without a name', {}, TOKEN, 422, 'name'],
    ['that is no JSON', '{', TOKEN, 400, 'JSON'],
    ['with capitals', { name: 'Cards' }, TOKEN, 422, '"Cards"'],
    ['called as its own address', { name: 'x.git' }, TOKEN, 422, '".git"'],
    ['of dots', { name: 'a..b' }, TOKEN, 422, 'two dots'],
    ['as long as that', { name: 'a'.repeat(101) }, TOKEN, 422, '100'],
    [
      'with a branch that is an option',
      { name: 'x', default_branch: '-x' },
      TOKEN,
      422,
      'default_branch',
    ],
  ])('is not made %s', async (_what, body, token, status, message) => {
    const answer = await create('team-cards', body, token);
    expect(answer.status).toBe(status);
    expect((await answer.json()).message).toContain(message);
  });

  it('is made once when two ask at once', async () => {
    const answers = await Promise.all(
      ['team-web', 'team-web'].map(owner => create(owner, { name: 'shop' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('a page', () => {
  it.each([
    ['/', 'team-cards/card-limits'],
    ['/team-cards/card-limits', 'catalog-info.yaml'],
    ['/team-cards/card-limits/src/branch/main/', 'catalog-info.yaml'],
    ['/team-cards/card-limits/src/branch/main/README.md', '&#60;script&#62;'],
    ['/team-cards/card-limits/src/branch/none', 'there is no branch'],
    ['/team-cards/none', 'there is no repository'],
  ])('%s shows %s, and runs nothing', async (at, text) => {
    const answer = await get(at, { accept: 'text/html' });
    const shown = await answer.text();
    expect(shown).toContain(text);
    expect(shown).not.toMatch(/<script|<b>/);
  });

  it.each([
    ['/team-cards/card-limits.git', '/team-cards/card-limits'],
    [
      '/team-cards/card-limits/_edit/main/README.md',
      '/team-cards/card-limits/src/branch/main/README.md',
    ],
  ])('%s leads to %s', async (from, to) => {
    expect((await get(from)).headers.get('location')).toBe(to);
  });

  it.each([
    '/team-cards/card-limits/src/branch/main/../../x',
    '/team-cards/card-limits/src/branch/main/%2e%2e%2f%2e%2e%2fHEAD',
    '/team-cards/..%2f..%2fforge-token/src/branch/main/x',
    '/api/v1/repos/team-cards/card-limits/contents/..%2f..%2fHEAD?ref=main',
    '/api/v1/repos/team-cards/card-limits/contents/README.md?ref=--output=x',
    '/api/v1/repos/team-cards/card-limits/contents/README.md?ref=:/initial',
    '/api/v1/repos/..%2fteam-cards/card-limits',
    '/api/v1/repos/team-cards/card-limits/archive/--remote=x.tar.gz',
  ])('%s leads nowhere', async at => {
    expect([404, 422]).toContain(await statusOf(at));
  });

  it('is not read under the name of another site', async () => {
    expect(await statusOf('/', { host: 'example.com' })).toBe(421);
  });
});
