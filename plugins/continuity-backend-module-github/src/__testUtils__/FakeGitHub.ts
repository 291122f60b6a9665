import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** What was posted as an answer to a protection rule. */
export interface Review {
  run: string;
  authorization?: string;
  environment_name: string;
  state?: string;
  comment: string;
}

/**
 * Speaks the part of GitHub's REST API that is needed, as its documentation describes it:
 * an App that is installed for the owner `bank`, its tokens, reviews of protection rules,
 * and which deployments still wait.
 */
export class FakeGitHub {
  readonly privateKey = generateKeyPairSync('rsa', {
    modulusLength: 2048,
  }).privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
  readonly reviews: Review[] = [];
  /** Runs and environments that wait for the rule, as `<run>/<environment>`. */
  readonly waiting = new Set<string>();
  /** Answers what comes next with this, instead. */
  readonly failures: { status: number; headers?: Record<string, string> }[] =
    [];
  #server: Server | undefined;

  /** @returns its address */
  async start(): Promise<string> {
    const server = createServer((req, res) => {
      this.#answer(req).then(
        ({ status, body, headers = {} }) => {
          res.writeHead(status, {
            'content-type': 'application/json',
            ...headers,
          });
          res.end(body === undefined ? undefined : JSON.stringify(body));
        },
        error => {
          res.writeHead(500);
          res.end(String(error));
        },
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    const address = server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('There is no port');
    }
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #answer(req: IncomingMessage): Promise<{
    status: number;
    body?: unknown;
    headers?: Record<string, string>;
  }> {
    const path = (req.url ?? '').replace(/\?.*$/, '');
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    if (path === '/app/installations') {
      return {
        status: 200,
        body: [
          {
            id: 7,
            account: { login: 'bank' },
            repository_selection: 'all',
            suspended_by: null,
          },
        ],
      };
    }
    if (path === '/app/installations/7/access_tokens') {
      return {
        status: 201,
        body: {
          token: 'ghs_of_the_installation',
          expires_at: inAnHour,
          repository_selection: 'all',
        },
      };
    }
    const failure = this.failures.shift();
    if (failure) return { ...failure, body: { message: 'As it was told' } };
    const [, run, what] =
      /^\/repos\/bank\/payments\/actions\/runs\/(\d+)\/(\w+)$/.exec(path) ?? [];
    if (run === undefined) return { status: 404, body: {} };
    if (what === 'pending_deployments') {
      const names = [...this.waiting]
        .filter(one => one.startsWith(`${run}/`))
        .map(one => one.slice(run.length + 1));
      return {
        status: 200,
        body: names.map(name => ({ environment: { id: 1, name } })),
      };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const review = JSON.parse(Buffer.concat(chunks).toString());
    const place = `${run}/${review.environment_name}`;
    if (!this.waiting.has(place)) return { status: 422, body: {} };
    if (review.state) this.waiting.delete(place);
    this.reviews.push({
      run,
      authorization: req.headers.authorization,
      ...review,
    });
    return { status: 204 };
  }
}
