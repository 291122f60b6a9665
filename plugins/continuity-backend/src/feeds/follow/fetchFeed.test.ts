import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { fetchFeed, FeedProblem, type Validators } from './fetchFeed';

jest.setTimeout(30_000);

const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

describe('fetchFeed', () => {
  const servers: Server[] = [];

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  });

  const fetchFrom = (
    host: string,
    path: string = '/feed/s3cr3t.ics',
    validators: Validators = {},
    limits: object = {},
  ) =>
    fetchFeed(`http://${host}${path}`, validators, {
      allowedHosts: [host],
      limits,
    });

  async function problemOf(fetching: Promise<unknown>): Promise<string> {
    const error: unknown = await fetching.then(
      () => undefined,
      failure => failure,
    );
    expect(error).toBeInstanceOf(FeedProblem);
    const message = String(error);
    expect(message).not.toContain('s3cr3t');
    return message;
  }

  it('brings the text and what tells the version', async () => {
    const seen: (string | undefined)[] = [];
    const host = await serve((req, res) => {
      seen.push(req.headers.accept, req.headers['if-none-match']);
      res.setHeader('etag', '"v1"');
      res.setHeader('last-modified', 'Tue, 24 Nov 2026 08:00:00 GMT');
      res.end(CALENDAR);
    });
    expect(await fetchFrom(host)).toEqual({
      kind: 'content',
      text: CALENDAR,
      etag: '"v1"',
      lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT',
    });
    expect(seen).toEqual([expect.stringContaining('text/calendar'), undefined]);
  });

  it('asks with the validators it has, and takes 304 for an answer', async () => {
    const host = await serve((req, res) => {
      const isKnown =
        req.headers['if-none-match'] === '"v1"' &&
        req.headers['if-modified-since'] === 'yesterday';
      res.statusCode = isKnown ? 304 : 500;
      res.end();
    });
    expect(
      await fetchFrom(host, '/', { etag: '"v1"', lastModified: 'yesterday' }),
    ).toEqual({ kind: 'unchanged' });
  });

  it('does not take 304 for an answer to what it did not ask', async () => {
    const host = await serve((_, res) => {
      res.statusCode = 304;
      res.end();
    });
    expect(await problemOf(fetchFrom(host))).toContain('status 304');
  });

  it.each([204, 401, 404, 500, 503])('refuses status %d', async status => {
    const host = await serve((_, res) => {
      res.statusCode = status;
      res.end();
    });
    expect(await problemOf(fetchFrom(host))).toContain(`status ${status}`);
  });

  it('reads what is compressed', async () => {
    const host = await serve((_, res) => {
      res.setHeader('content-encoding', 'gzip');
      res.end(gzipSync(CALENDAR));
    });
    expect(await fetchFrom(host)).toMatchObject({ text: CALENDAR });
  });

  it('refuses what says that it is too large, before reading it', async () => {
    const host = await serve((_, res) => {
      res.setHeader('content-length', 6 * 1024 * 1024);
      res.write('BEGIN');
    });
    expect(await problemOf(fetchFrom(host))).toContain('larger than 5 MiB');
  });

  it('stops reading what turns out to be too large', async () => {
    let closed = false;
    const host = await serve((_, res) => {
      const chunk = 'x'.repeat(64 * 1024);
      const writeMore = () => {
        while (!closed && res.write(chunk));
        if (!closed) res.once('drain', writeMore);
      };
      res.once('close', () => {
        closed = true;
      });
      writeMore();
    });
    expect(await problemOf(fetchFrom(host))).toContain('larger than 5 MiB');
    await new Promise(done => setTimeout(done, 100));
    expect(closed).toBe(true);
  });

  it('counts what a small answer becomes when it is unpacked', async () => {
    const host = await serve((_, res) => {
      res.setHeader('content-encoding', 'gzip');
      res.end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
    });
    expect(await problemOf(fetchFrom(host))).toContain('larger than 5 MiB');
  });

  it.each([
    ['does not answer', () => {}],
    [
      'never ends its answer',
      (_: unknown, res: { write(text: string): void }) => res.write('BEGIN'),
    ],
  ])('gives up on a server that %s', async (_, listener) => {
    const host = await serve(listener as RequestListener);
    const began = performance.now();
    expect(
      await problemOf(fetchFrom(host, '/', {}, { timeoutMs: 300 })),
    ).toContain('within 0.3 s');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('follows three redirects and no more', async () => {
    const host = await serve((req, res) => {
      const left = Number(
        new URL(req.url ?? '/', 'http://x').pathname.slice(1),
      );
      if (left === 0) {
        res.end(CALENDAR);
        return;
      }
      res.statusCode = [301, 302, 303, 307, 308][left % 5];
      res.setHeader('location', `/${left - 1}`);
      res.end();
    });
    expect(await fetchFrom(host, '/3')).toMatchObject({ text: CALENDAR });
    expect(await problemOf(fetchFrom(host, '/4'))).toContain(
      'more than 3 times',
    );
  });

  it('does not follow a redirect to a host that is not on the list', async () => {
    let asked = 0;
    const inner = await serve((_, res) => {
      asked += 1;
      res.end(CALENDAR);
    });
    const host = await serve((_, res) => {
      res.statusCode = 302;
      res.setHeader('location', `http://${inner}/s3cr3t`);
      res.end();
    });
    expect(await problemOf(fetchFrom(host))).toMatch(
      /redirects elsewhere.*allowedHosts/,
    );
    expect(asked).toBe(0);
  });

  it.each(['', 'http://', 'file:///etc/passwd', 'http://example.com/'])(
    'does not follow a redirect to "%s"',
    async location => {
      const host = await serve((_, res) => {
        res.statusCode = 302;
        res.setHeader('location', location);
        res.end();
      });
      expect(await problemOf(fetchFrom(host))).toContain('redirects');
    },
  );

  it('refuses what is not UTF-8', async () => {
    const host = await serve((_, res) => {
      res.end(Buffer.from([0x42, 0xe9, 0x0d]));
    });
    expect(await problemOf(fetchFrom(host))).toContain('UTF-8');
  });

  it('restores a character that a line was folded within (RFC 5545 3.1)', async () => {
    const host = await serve((_, res) => {
      res.end(
        Buffer.concat([
          Buffer.from('SUMMARY:Z'),
          Buffer.from([0xc3, 0x0d, 0x0a, 0x20, 0xbc]),
          Buffer.from('rich'),
        ]),
      );
    });
    expect(await fetchFrom(host)).toMatchObject({
      text: 'SUMMARY:Z\r\n ürich',
    });
  });

  it('says why a server cannot be reached, but not its address', async () => {
    const host = await serve(() => {});
    const [server] = servers.splice(0);
    server.close();
    await once(server, 'close');
    expect(await problemOf(fetchFrom(host))).toContain('ECONNREFUSED');
  });

  it('asks nobody who is not on the list', async () => {
    let asked = 0;
    const host = await serve(() => {
      asked += 1;
    });
    expect(
      await problemOf(
        fetchFeed(`http://${host}/x/s3cr3t`, {}, { allowedHosts: [] }),
      ),
    ).toContain('allowedHosts');
    expect(asked).toBe(0);
  });

  it('stops when it is told to', async () => {
    const host = await serve(() => {});
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(
      await problemOf(
        fetchFeed(
          `http://${host}/`,
          {},
          { allowedHosts: [host], signal: stop.signal },
        ),
      ),
    ).toContain('cannot be reached');
  });
});
