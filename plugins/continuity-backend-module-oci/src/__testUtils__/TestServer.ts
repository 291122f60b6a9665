import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question that a server was asked. */
export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  authorization?: string;
}

/** An HTTP server that answers as a test wants it to, and notes what it was asked. */
export class TestServer {
  readonly asked: Asked[] = [];
  readonly #server: Server;
  /** Stays known when it is down. */
  #port = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(
    answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  ): Promise<TestServer> {
    const server = createServer();
    const started = new TestServer(server);
    server.on('request', (request, response) => {
      const { authorization } = request.headers;
      started.asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        ...(authorization !== undefined && { authorization }),
      });
      Promise.resolve(answer(request, response)).catch(() =>
        response.destroy(),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    started.#port = (server.address() as AddressInfo).port;
    return started;
  }

  /** @param host - another name of this machine makes another origin */
  url(host = '127.0.0.1'): string {
    return `http://${host}:${this.#port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
