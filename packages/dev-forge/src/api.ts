import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { commitOf, contentOf, defaultBranchOf } from './contents.ts';
import { requireAccount } from './credentials.ts';
import { ForgeError } from './ForgeError.ts';
import { gitEnvironment } from './git.ts';
import { checked } from './names.ts';
import type { Repositories, Repository } from './Repositories.ts';
import { visible } from './visible.ts';

const newRepository = z.object({
  name: z.string(),
  description: z.string().max(2048).default(''),
  private: z.boolean().default(false),
  default_branch: z.string().default('main'),
});

/**
 * As much of Gitea's REST API as Backstage uses: `publish:gitea` makes a repository, the URL
 * reader takes files and archives out of it.
 */
export function createApi(repositories: Repositories): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: '100kb' }));

  router.get('/orgs/:owner', (request, response) => {
    const { owner } = request.params;
    if (!repositories.owners.includes(owner)) {
      throw new ForgeError(404, `there is no organisation "${owner}"`);
    }
    response.json({ name: owner, username: owner, full_name: owner });
  });

  router.post('/orgs/:owner/repos', async (request, response) => {
    requireAccount(request, response);
    const body = checked(newRepository, 'repository', request.body);
    const made = await repositories.create({
      owner: request.params.owner,
      name: body.name,
      description: body.description,
      isPrivate: body.private,
      defaultBranch: body.default_branch,
    });
    response.status(201).json(shown(made, request, body.default_branch));
  });

  router.get('/repos/:owner/:name', async (request, response) => {
    const repository = await visible(repositories, response, request.params);
    const branch = await defaultBranchOf(repository);
    response.json(shown(repository, request, branch));
  });

  router.get('/repos/:owner/:name/contents/:path(*)?', async (request, res) => {
    const repository = await visible(repositories, res, request.params);
    const commit = await commit404(
      repository,
      await refOf(request, repository),
    );
    const path = request.params.path ?? '';
    const content = await contentOf(repository, commit, path);
    if (!content) throw new ForgeError(404, `there is no "${path}" in it`);
    res.setHeader('etag', `"${content.sha}"`);
    if (content.type === 'dir') {
      res.json(content.entries);
      return;
    }
    res.json({
      name: path.split('/').at(-1),
      path,
      sha: content.sha,
      type: 'file',
      size: content.bytes.length,
      encoding: 'base64',
      content: content.bytes.toString('base64'),
    });
  });

  router.get('/repos/:owner/:name/git/commits/:ref', async (request, res) => {
    const repository = await visible(repositories, res, request.params);
    res.json({ sha: await commit404(repository, request.params.ref) });
  });

  router.get(
    '/repos/:owner/:name/archive/:ref.tar.gz',
    async (request, res) => {
      const repository = await visible(repositories, res, request.params);
      const commit = await commit404(repository, request.params.ref);
      res.setHeader('content-type', 'application/gzip');
      await archive(repository, commit, res);
    },
  );

  router.use((request: Request) => {
    throw new ForgeError(
      404,
      `${request.method} ${request.path} is none of what this host knows of Gitea`,
    );
  });
  return router;
}

async function refOf(request: Request, repository: Repository) {
  const { ref } = request.query;
  if (typeof ref === 'string' && ref !== '') return ref;
  const branch = await defaultBranchOf(repository);
  if (!branch) throw new ForgeError(404, 'nothing was pushed to it so far');
  return branch;
}

async function commit404(repository: Repository, ref: string) {
  const commit = await commitOf(repository, ref);
  if (!commit) throw new ForgeError(404, `there is no commit "${ref}" in it`);
  return commit;
}

function shown(
  { owner, name, description, isPrivate }: Repository,
  request: Request,
  branch: string | undefined,
) {
  const url = `http://${request.headers.host}/${owner}/${name}`;
  return {
    name,
    full_name: `${owner}/${name}`,
    owner: { login: owner },
    description,
    private: isPrivate,
    empty: branch === undefined,
    default_branch: branch ?? '',
    html_url: url,
    clone_url: `${url}.git`,
  };
}

/** All in a folder of the repository's name, as Gitea has it; the reader takes that off. */
async function archive(
  { folder, name }: Repository,
  commit: string,
  response: Response,
) {
  const child = spawn(
    'git',
    [
      ...['--git-dir', folder, 'archive', '--format=tar.gz'],
      ...[`--prefix=${name}/`, commit],
    ],
    { env: gitEnvironment(), stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) resolve();
      else reject(new Error(`git archive ended with ${code}`));
    });
  });
  try {
    await Promise.all([
      ended,
      pipeline(child.stdout, response, { end: false }),
    ]);
    response.end();
  } catch (error) {
    // Half an archive must not look like one.
    if (response.headersSent) response.destroy();
    else throw error;
  } finally {
    child.kill();
  }
}
