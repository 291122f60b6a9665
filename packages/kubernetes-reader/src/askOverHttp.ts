import http from 'node:http';
import https from 'node:https';
import { ClusterError } from './ClusterError';
import type { Answer, Ask } from './types';

/** An API server that takes longer is not going to answer. */
const TIMEOUT_MS = 30_000;
/** More than a page of any list should have. */
const MAX_BYTES = 256 * 1024 * 1024;

/** How a server is asked. */
export interface HttpAccess {
  /** Its address, with a path in front of the API where it has one. */
  readonly server: string;
  /** Who we are there, and whom we trust; made anew for every question. */
  readonly options: () => https.RequestOptions | Promise<https.RequestOptions>;
  /** For one answer with its body. Absent: 30 seconds. */
  readonly timeoutMs?: number;
}

/** A request to a server. */
export async function requestOf(
  { server, options }: HttpAccess,
  path: string,
  signal: AbortSignal,
): Promise<{ get: typeof http.get; url: URL; request: https.RequestOptions }> {
  const url = new URL(`${server.replace(/\/+$/, '')}${path}`);
  const { headers, ...own } = await options();
  const request: https.RequestOptions = {
    ...own,
    headers: {
      ...headers,
      accept: 'application/json',
      'user-agent': 'Continuity for Backstage',
    },
    signal,
  };
  if (url.protocol === 'http:') delete request.agent;
  return {
    get: url.protocol === 'http:' ? http.get : https.get,
    url,
    request,
  };
}

/**
 * Asks over HTTP. Answers are read whole, within a limit of time and size; a redirect is an
 * answer like another, so credentials go nowhere else.
 */
export function askOverHttp(access: HttpAccess): Ask {
  const { timeoutMs = TIMEOUT_MS } = access;
  return async (path, signal) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const { get, url, request } = await requestOf(access, path, either);
      return await answerTo(get, url, request);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ClusterError) throw error;
      throw new ClusterError(
        timeout.aborted
          ? `the API server did not answer within ${timeoutMs / 1000} s`
          : `the API server cannot be reached: ${reasonOf(error)}`,
        { about: 'cluster' },
      );
    }
  };
}

function answerTo(
  get: typeof http.get,
  url: URL,
  request: https.RequestOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = get(url, request, response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES) {
          sent.destroy(
            new ClusterError(
              `the answer of the API server is larger than ${
                MAX_BYTES / 1024 / 1024
              } MiB`,
              { about: 'kind' },
            ),
          );
        }
        chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        const seconds = Number(response.headers['retry-after']);
        resolve({
          status: response.statusCode ?? 0,
          body: parse(Buffer.concat(chunks).toString()),
          ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
        });
      });
    });
    sent.on('error', reject);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of what happened; its words may hold an address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string'
    ? error.code
    : error.message;
}
