import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { cgiAnswer } from './cgiAnswer.ts';
import { accountOf, requireAccount } from './credentials.ts';
import { ForgeError } from './ForgeError.ts';
import { gitEnvironment } from './git.ts';
import { checked } from './names.ts';
import type { Repositories } from './Repositories.ts';

const READ = 'git-upload-pack';
const WRITE = 'git-receive-pack';
const service = z.enum([READ, WRITE]);

/** Clone, fetch and push over HTTP, which `git http-backend` speaks; nothing else of it is reached. */
export function createSmartHttp(repositories: Repositories): Router {
  const router = PromiseRouter();

  router.get('/:owner/:name.git/info/refs', async (request, response) => {
    const asked = checked(service, 'service', request.query.service);
    await serve(request, response, asked, `info/refs`);
  });
  router.post('/:owner/:name.git/:service', async (request, response) => {
    const asked = checked(service, 'service', request.params.service);
    await serve(request, response, asked, asked);
  });

  async function serve(
    request: Request,
    response: Response,
    asked: z.infer<typeof service>,
    path: string,
  ) {
    const { owner, name } = request.params;
    if (asked === WRITE) requireAccount(request, response);
    const repository = await repositories.find(owner, name);
    // A client gives its credentials only when it is asked for them.
    // What is not there asks for them, too, or it would tell what is.
    if (!repository || repository.isPrivate) requireAccount(request, response);
    if (!repository) {
      throw new ForgeError(404, `there is no repository "${owner}/${name}"`);
    }
    await runBackend(request, response, {
      GIT_PROJECT_ROOT: repositories.root,
      PATH_INFO: `/${owner}/${name}.git/${path}`,
      QUERY_STRING: path === asked ? '' : `service=${asked}`,
    });
  }
  return router;
}

async function runBackend(
  request: Request,
  response: Response,
  about: Record<string, string>,
) {
  const account = accountOf(response);
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...gitEnvironment(),
      ...about,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      // Absent, it reads to the end of what is sent.
      ...(request.headers['content-length'] && {
        CONTENT_LENGTH: request.headers['content-length'],
      }),
      // It takes a push only from somebody.
      ...(account && { REMOTE_USER: account, GIT_HTTP_EXPORT_ALL: '1' }),
    },
  });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
  });
  // It may answer before it has read everything, and then closes its end.
  child.stdin.on('error', () => request.unpipe(child.stdin));
  request.pipe(child.stdin);
  try {
    await Promise.race([
      failed,
      pipeline(child.stdout, cgiAnswer(response), response),
    ]);
  } finally {
    child.kill();
  }
}
