import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { messageOf, UsageError } from '../failures';
import type { SecureContext } from './ServingCertificate';

/** An object and what it was before, each of at most 1.5 MB in etcd, and what is around. */
export const LARGEST_REVIEW = 8 * 1024 * 1024;
const SLOWEST_REQUEST_MS = 30_000;
/**
 * Longer than the API server keeps a connection that nothing goes over (90 s by Go's
 * default): closed from here, it could be closed just as a review is sent over it.
 */
const KEEP_ALIVE_MS = 120_000;

/** What a request is answered: text, or JSON of everything else. */
export interface HttpAnswer {
  status: number;
  body: unknown;
}

/** A listener of the webhook that can be given another certificate. */
export interface Listener {
  /** The port it has, also when it was asked for any. */
  port: number;
  renew(context: SecureContext): void;
  close(): Promise<void>;
}

/** A request that is refused before it is looked at. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Listens over TLS. With a client CA only who it signed gets as far as asking.
 *
 * @param clientNames - common names that a client must have one of. Empty: any
 */
export async function listenSecurely(
  context: SecureContext,
  port: number,
  clientNames: readonly string[],
  answer: (request: IncomingMessage) => Promise<HttpAnswer>,
): Promise<Listener> {
  const requestCert = context.ca !== undefined;
  const server = createTlsServer(
    { ...context, requestCert, rejectUnauthorized: requestCert },
    answering(async request => {
      const client = (request.socket as TLSSocket).getPeerCertificate();
      if (
        clientNames.length > 0 &&
        !clientNames.some(name => name === client?.subject?.CN)
      ) {
        throw new RefusedError(
          403,
          'the client certificate is of nobody who may ask (--client-name)',
        );
      }
      return answer(request);
    }),
  );
  server.requestTimeout = SLOWEST_REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return {
    ...(await listen(server, port, '--port')),
    renew: renewed => server.setSecureContext(renewed),
  };
}

/** Listens without TLS, for probes and metrics: nothing there is for a few only. */
export async function listenPlainly(
  port: number,
  answer: (request: IncomingMessage) => Promise<HttpAnswer>,
): Promise<Pick<Listener, 'port' | 'close'>> {
  return listen(createHttpServer(answering(answer)), port, '--health-port');
}

async function listen(server: Server, port: number, option: string) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', error =>
      reject(new UsageError(`${option}: ${messageOf(error)}`)),
    );
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // What is still being answered gets the time to be.
        setTimeout(
          () => server.closeAllConnections(),
          SLOWEST_REQUEST_MS,
        ).unref();
      }),
  };
}

function answering(
  answer: (request: IncomingMessage) => Promise<HttpAnswer>,
): RequestListener {
  return (request, response) => {
    answer(request)
      .catch((error: unknown): HttpAnswer => {
        return error instanceof RefusedError
          ? { status: error.status, body: error.message }
          : { status: 500, body: 'unexpected; see the log of the webhook' };
      })
      .then(({ status, body }) => send(response, status, body));
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    ...(status === 413 && { connection: 'close' }),
  });
  response.end(isText ? `${body}\n` : JSON.stringify(body));
}

/** @throws RefusedError when it is too large, or not UTF-8 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_REVIEW) {
      throw new RefusedError(
        413,
        `body: has more than ${LARGEST_REVIEW} bytes`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Buffer.concat(chunks),
    );
  } catch {
    throw new RefusedError(400, 'body: is not UTF-8');
  }
}
