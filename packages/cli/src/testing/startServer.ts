import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
export interface Seen {
  method: string;
  /** Path with query; a whole address when a proxy was asked. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** What the server does; a function decides by request. */
export type Answer =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | 'hang'
  | 'hang up'
  | 'half an answer';

export interface TestServer {
  url: string;
  port: number;
  seen: Seen[];
  server: Server;
  close(): Promise<void>;
}

/** The API on this machine, as the test says. Objects are answered as JSON. */
export async function startServer(
  respond: (request: Seen, count: number) => Answer,
  tls?: { key: string; cert: string },
): Promise<TestServer> {
  const seen: Seen[] = [];
  const listener: RequestListener = async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const request: Seen = {
      method: req.method ?? '',
      url: req.url ?? '',
      headers: req.headers,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(request);
    const answer = respond(request, seen.length);
    if (answer === 'hang') return;
    if (answer === 'hang up') {
      req.socket.destroy();
      return;
    }
    if (answer === 'half an answer') {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"verdict": "allow", ');
      setTimeout(() => req.socket.destroy(), 20);
      return;
    }
    const { status = 200, headers, body } = answer;
    const isText = typeof body === 'string';
    res.writeHead(status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...headers,
    });
    res.end(isText ? body : JSON.stringify(body));
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${port}`,
    port,
    seen,
    server,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An error as Backstage's backends answer it. */
export function errorAnswer(
  status: number,
  name: string,
  message: string,
): Answer {
  return {
    status,
    body: { error: { name, message }, response: { statusCode: status } },
  };
}
