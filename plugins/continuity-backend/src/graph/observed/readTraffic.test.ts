import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readTraffic } from './readTraffic';

const now = Date.parse('2026-11-25T12:00:00Z');
const HOUR = 3_600_000;

describe('reading traffic from real servers', () => {
  let server: Server;
  let url: string;
  let answer: RequestListener;
  const asked: { path: string; authorization?: string }[] = [];

  beforeAll(async () => {
    server = createServer((req, res) => {
      asked.push({
        path: req.url ?? '',
        authorization: req.headers.authorization,
      });
      answer(req, res);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    asked.length = 0;
  });

  const json = (body: unknown, status = 200) => {
    answer = (_, res) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };
  const jaeger = (timeoutMs?: number) =>
    readTraffic(
      { id: 'j', type: 'jaeger', url, token: 's3cret' },
      { now, lookbackMs: HOUR, timeoutMs },
    );
  const prometheus = () =>
    readTraffic(
      {
        id: 'p',
        type: 'prometheus',
        url: `${url}/prometheus`,
        metric: 'traces_service_graph_request_total',
      },
      { now, lookbackMs: HOUR },
    );

  it('asks Jaeger for its dependencies in milliseconds, with the token', async () => {
    json({
      data: [
        { parent: 'shop', child: 'orders', callCount: 120 },
        { parent: 'shop', child: 'orders', callCount: 3, source: 'x' },
        { parent: 'orders', child: 'orders', callCount: 9 },
        { parent: '', child: 'orders', callCount: 1 },
        { parent: 'shop', child: 'idle', callCount: 0 },
      ],
      total: 0,
      errors: null,
    });
    expect(await jaeger()).toEqual([
      { client: 'shop', server: 'orders', calls: 123 },
    ]);
    expect(asked).toEqual([
      {
        path: `/api/dependencies?endTs=${now}&lookback=${HOUR}`,
        authorization: 'Bearer s3cret',
      },
    ]);
  });

  it('asks Prometheus for the increase of the service graph', async () => {
    json({
      status: 'success',
      data: {
        resultType: 'vector',
        result: [
          {
            metric: { client: 'shop', server: 'orders' },
            value: [now / 1000, '41.5'],
          },
          { metric: { server: 'orders' }, value: [now / 1000, '7'] },
          { metric: { client: 'a', server: 'b' }, value: [now / 1000, 'NaN'] },
        ],
      },
    });
    expect(await prometheus()).toEqual([
      { client: 'shop', server: 'orders', calls: 41.5 },
    ]);
    const { pathname, searchParams } = new URL(asked[0].path, url);
    expect(pathname).toBe('/prometheus/api/v1/query');
    expect(searchParams.get('query')).toBe(
      'sum by (client, server) (increase(traces_service_graph_request_total[3600s])) > 0',
    );
    expect(asked[0].authorization).toBeUndefined();
  });

  it.each<[string, unknown, number, RegExp]>([
    ['a status', 'gone', 503, /status 503/],
    ['a page', '<html>', 200, /not JSON/],
    [
      'something else',
      { data: [{ parent: 'a' }] },
      200,
      /dependencies of Jaeger/,
    ],
    [
      'what went wrong',
      { data: null, errors: [{ code: 500, msg: 'storage is away' }] },
      200,
      /storage is away/,
    ],
  ])('does not take %s for traffic', async (_, body, status, message) => {
    json(body, status);
    await expect(jaeger()).rejects.toThrow(message);
  });

  it('does not take an error of Prometheus for silence', async () => {
    json({ status: 'error', errorType: 'timeout', error: 'query timed out' });
    await expect(prometheus()).rejects.toThrow(/query timed out/);
  });

  it('follows no redirect, with our token in hand', async () => {
    answer = (_, res) => {
      res.writeHead(302, { location: 'http://10.0.0.1/api/dependencies' });
      res.end();
    };
    await expect(jaeger()).rejects.toThrow(/redirects/);
    expect(asked).toHaveLength(1);
  });

  it('does not wait for ever, and does not read for ever', async () => {
    answer = () => {};
    await expect(jaeger(100)).rejects.toThrow(/did not answer within 0.1 s/);
    answer = (_, res) => {
      res.writeHead(200);
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const more = () => {
        while (res.write(chunk));
        res.once('drain', more);
      };
      res.on('error', () => {});
      more();
    };
    await expect(jaeger()).rejects.toThrow(/larger than 16 MiB/);
  });

  it('says that nobody is there, without the address', async () => {
    await expect(
      readTraffic(
        { id: 'j', type: 'jaeger', url: 'http://127.0.0.1:1' },
        { now, lookbackMs: HOUR },
      ),
    ).rejects.toThrow(/^It cannot be reached: (?!.*127)/);
  });
});
