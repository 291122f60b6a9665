import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect as connectTcp, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import selfsigned from 'selfsigned';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { decisionOf, ENTITY } from '../testing/decisions';
import {
  startServer,
  type Answer,
  type TestServer,
} from '../testing/startServer';

const QUESTION = ['gate', '--entity', ENTITY, '--environment', 'production'];
const allowed = (): Answer => ({ status: 201, body: decisionOf('allow') });

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(it => it.close()));
});

async function serve(
  ...args: Parameters<typeof startServer>
): Promise<TestServer> {
  const server = await startServer(...args);
  open.push(server);
  return server;
}

describe('what is tried again', () => {
  async function ask(respond: (count: number) => Answer, ...more: string[]) {
    const server = await serve((_, count) => respond(count));
    const io = createTestIo({ CONTINUITY_URL: server.url });
    const code = await run([...QUESTION, ...more], io);
    return { code, io, seen: server.seen };
  }

  it.each<[string, Answer]>([
    ['429', { status: 429 }],
    ['502', { status: 502, body: '<html>Bad gateway</html>' }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['a lost connection', 'hang up'],
    ['half an answer', 'half an answer'],
  ])('%s', async (_, failure) => {
    const { code, io, seen } = await ask(count =>
      count <= 2 ? failure : allowed(),
    );
    expect(code).toBe(0);
    expect(seen).toHaveLength(3);
    expect(io.sleeps).toEqual([250, 500]);
  });

  it('a server that was too slow', async () => {
    const { code, seen } = await ask(
      count => (count === 1 ? 'hang' : allowed()),
      ...['--timeout', '200ms'],
    );
    expect([code, seen.length]).toEqual([0, 2]);
  });

  it('after as long as the server asks for', async () => {
    const { code, io } = await ask(count =>
      count === 1
        ? { status: 503, headers: { 'retry-after': '7' } }
        : allowed(),
    );
    expect([code, io.sleeps]).toEqual([0, [7000]]);
  });

  it('not when that is too long', async () => {
    const { code, io, seen } = await ask(() => ({
      status: 503,
      headers: { 'retry-after': '3600' },
    }));
    expect([code, io.sleeps, seen.length]).toEqual([3, [], 1]);
  });

  it('as often as was said, then it is no answer', async () => {
    const { code, seen } = await ask(() => ({ status: 503 }), '--retries', '2');
    expect([code, seen.length]).toEqual([3, 3]);
  });

  it.each([500, 501, 400, 401, 403, 404])(
    'not %d, which stays',
    async status => {
      const { code, seen } = await ask(() => ({ status }));
      expect(seen).toHaveLength(1);
      expect(code).toBe(status === 400 ? 2 : 3);
    },
  );
});

describe('a proxy', () => {
  interface Proxy {
    url: string;
    /** What it was asked for. */
    asked: string[];
  }

  /** Sends everything to one server, whatever name was asked for. */
  async function startProxy(target: TestServer): Promise<Proxy> {
    const asked: string[] = [];
    const server: Server = createServer((req, res) => {
      asked.push(`${req.method} ${req.url}`);
      const { pathname, search } = new URL(req.url ?? '');
      const onward = httpRequest(
        {
          port: target.port,
          host: '127.0.0.1',
          method: req.method,
          path: pathname + search,
          headers: req.headers,
        },
        answer => {
          res.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(res);
        },
      );
      req.pipe(onward);
    });
    server.on('connect', (req, socket) => {
      asked.push(`CONNECT ${req.url}`);
      const onward = connectTcp(target.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket);
        socket.pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    open.push({
      close: () =>
        new Promise(resolve => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    });
    const { port } = server.address() as AddressInfo;
    return { url: `127.0.0.1:${port}`, asked };
  }

  it.each(['HTTP_PROXY', 'http_proxy'])('of %s forwards HTTP', async name => {
    const target = await serve(allowed);
    const proxy = await startProxy(target);
    const io = createTestIo({
      CONTINUITY_URL: 'http://portal.test',
      [name]: proxy.url,
    });
    expect(await run(QUESTION, io)).toBe(0);
    expect(proxy.asked).toEqual([
      'POST http://portal.test/api/continuity/gate/decisions',
    ]);
  });

  it('of HTTPS_PROXY gets a tunnel for HTTPS', async () => {
    const { private: key, cert } = certificateFor('portal.test');
    const target = await serve(allowed, { key, cert });
    const proxy = await startProxy(target);
    const io = createTestIo({
      CONTINUITY_URL: 'https://portal.test',
      HTTPS_PROXY: `http://${proxy.url}`,
    });
    const code = await withFile(cert, file =>
      run([...QUESTION, '--ca-file', file], io),
    );
    expect([code, io.stderr]).toEqual([0, '']);
    expect(proxy.asked).toEqual(['CONNECT portal.test:443']);
  });

  it.each([
    ['NO_PROXY names it', { NO_PROXY: 'portal.test' }],
    ['NO_PROXY names everything', { NO_PROXY: '*' }],
  ])('is not asked when %s', async (_, env) => {
    const proxy = await startProxy(await serve(allowed));
    const io = createTestIo({
      ...env,
      CONTINUITY_URL: 'http://portal.test',
      HTTP_PROXY: proxy.url,
    });
    expect(await run([...QUESTION, '--retries', '0'], io)).toBe(3);
    expect(proxy.asked).toEqual([]);
  });

  it('is not asked for this machine', async () => {
    const target = await serve(allowed);
    const proxy = await startProxy(target);
    const io = createTestIo({
      CONTINUITY_URL: target.url,
      HTTP_PROXY: proxy.url,
    });
    expect([await run(QUESTION, io), proxy.asked]).toEqual([0, []]);
  });

  it('that is away is named, without its password', async () => {
    const io = createTestIo({
      CONTINUITY_URL: 'http://portal.test',
      HTTP_PROXY: 'http://me:hidden@127.0.0.1:9',
    });
    expect(await run([...QUESTION, '--retries', '0'], io)).toBe(3);
    expect(io.stderr).toContain('http://127.0.0.1:9 refuses connections');
    expect(io.stderr).not.toContain('hidden');
  });
});

describe('a certificate of an own authority', () => {
  it('is trusted when it is given', async () => {
    const { private: key, cert } = certificateFor('localhost');
    const server = await serve(allowed, { key, cert });
    const io = createTestIo({ CONTINUITY_URL: server.url });
    const code = await withFile(cert, file =>
      run([...QUESTION, '--ca-file', file], io),
    );
    expect([code, io.stderr]).toEqual([0, '']);
  });

  it('is no answer when it is not, at once and with what to do', async () => {
    const { private: key, cert } = certificateFor('localhost');
    const server = await serve(allowed, { key, cert });
    const io = createTestIo({ CONTINUITY_URL: server.url });
    expect(await run(QUESTION, io)).toBe(3);
    expect(io.stderr).toMatch(/not trusted.*--ca-file or NODE_EXTRA_CA_CERTS/);
    expect([io.sleeps, server.seen]).toEqual([[], []]);
  });

  it('for another name is no answer', async () => {
    const { private: key, cert } = certificateFor('elsewhere.test');
    const server = await serve(allowed, { key, cert });
    const io = createTestIo({ CONTINUITY_URL: server.url });
    const code = await withFile(cert, file =>
      run([...QUESTION, '--ca-file', file], io),
    );
    expect(code).toBe(3);
    expect(io.stderr).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
  });
});

function certificateFor(name: string) {
  return selfsigned.generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    days: 1,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
}

async function withFile<T>(
  content: string,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
  try {
    const file = path.join(folder, 'ca.pem');
    writeFileSync(file, content);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
