import type { Server } from 'node:http';
import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import express, { type ErrorRequestHandler } from 'express';
import { createApi } from './api.ts';
import { identify, type Account } from './credentials.ts';
import { ForgeError } from './ForgeError.ts';
import { requireGit } from './git.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { createPages } from './pages.ts';
import { Repositories } from './Repositories.ts';
import { createSmartHttp } from './smartHttp.ts';

export interface ForgeOptions {
  /** 0 for any that is free. */
  port: number;
  /** Where the repositories are kept. */
  folder: string;
  /** Who can have repositories. */
  owners: readonly string[];
  account: Account;
}

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Says what is wrong, to a program or to a reader. */
const explain: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  response.status(status);
  if (request.path.startsWith('/api/')) response.json({ message });
  else if (request.accepts(['text', 'html']) === 'html') {
    response.type('html').send(page(`${status}`, html`<p>${message}</p>`));
  } else response.type('text').send(message);
};

/**
 * Starts a Git host on the loopback address: repositories that are cloned and pushed to, the
 * part of Gitea's API that Backstage uses, and pages to read them. Never for anything but
 * development: it has one account, and everybody on the machine reads what is public.
 *
 * @throws when git is missing, or the port is taken
 */
export async function startForge(options: ForgeOptions): Promise<Server> {
  await requireGit();
  const root = path.resolve(options.folder);
  await mkdir(root, { recursive: true });
  const repositories = new Repositories(root, options.owners);

  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.setHeader('x-content-type-options', 'nosniff');
    // A name that somebody else's DNS leads here would let their page read what is here.
    return LOCAL.test(request.headers.host ?? '')
      ? next()
      : next(new ForgeError(421, 'this host is called "localhost"'));
  });
  app.use(identify(options.account));
  app.use('/api/v1', createApi(repositories));
  app.use(createSmartHttp(repositories));
  app.use(createPages(repositories));
  app.use((request, _response, next) => {
    next(new ForgeError(404, `there is nothing at ${request.path}`));
  });
  app.use(explain);

  return new Promise((resolve, reject) => {
    const server = app.listen(options.port, '127.0.0.1', () => resolve(server));
    server.once('error', reject);
  });
}

/** Express' own errors, such as of a body that is no JSON, have a status, too. */
function statusOf(error: unknown): number {
  const status: unknown = Object(error).status;
  return typeof status === 'number' ? status : 500;
}
