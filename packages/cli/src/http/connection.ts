import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import {
  type ContinuityClient,
  createContinuityClient,
} from '@continuity/plugin-continuity-common';
import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import { UsageError } from '../exitCodes';
import { parseDelay } from '../input/values';
import { type RetryPolicy, retrying } from './retrying';

/** The options that every command which talks to a portal has. */
export interface ConnectionOptions {
  url: string;
  token?: string;
  timeout: string;
  retries: string;
  caFile?: string;
}

/**
 * A client for the portal at `options.url`. Proxies come from `HTTPS_PROXY`,
 * `HTTP_PROXY` and `NO_PROXY`; certificates of an own authority from `--ca-file` or
 * Node's `NODE_EXTRA_CA_CERTS`. undici is what Node's own fetch is built on; its
 * package adds the proxy agent.
 *
 * @throws UsageError when an option is unusable.
 */
export function connect(
  options: ConnectionOptions,
  note: (line: string) => void,
): ContinuityClient {
  if (!options.token) {
    throw new UsageError(
      'No token: set CONTINUITY_TOKEN (or --token) to an external access token of the portal.',
    );
  }
  const policy: RetryPolicy = {
    attempts: count(options.retries) + 1,
    timeoutMs: parseDelay(options.timeout, '--timeout'),
    note,
  };
  const dispatcher = new EnvHttpProxyAgent({
    connect: { ca: authorities(options.caFile) },
  });
  return createContinuityClient({
    baseUrl: apiAddress(options.url),
    fetch: retrying(async (request, signal) => {
      const response = await undiciFetch(request.url, {
        method: request.method,
        headers: {
          ...Object.fromEntries(request.headers),
          authorization: `Bearer ${options.token}`,
        },
        body: request.body,
        // A redirect would carry the question, and could bring back anything.
        redirect: 'error',
        signal,
        dispatcher,
      });
      // Read here, so that the time limit covers the body too.
      const body = await response.text();
      return new Response([204, 304].includes(response.status) ? null : body, {
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(response.headers),
      });
    }, policy),
  });
}

/** @throws UsageError unless it is an http(s) address */
export function apiAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new UsageError(
      `--url: "${url}" is not an http(s) address, e.g. https://portal.example`,
    );
  }
  return `${url.replace(/\/+$/, '')}/api/continuity`;
}

/** Node's own authorities are replaced, not extended, by `ca`; so they are put back. */
function authorities(caFile?: string): string[] | undefined {
  if (!caFile) return undefined;
  const files = [caFile, process.env.NODE_EXTRA_CA_CERTS].filter(
    file => file !== undefined && file !== '',
  );
  try {
    return [
      ...rootCertificates,
      ...files.map(file => readFileSync(file, 'utf8')),
    ];
  } catch (error) {
    throw new UsageError(
      `--ca-file: ${caFile} cannot be read (${
        error instanceof Error ? error.message : error
      })`,
    );
  }
}

function count(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new UsageError(`--retries: "${text}" is not a number from 0 to 9`);
}
