import type { Dispatcher } from 'undici';
import { messageOf, NoAnswerError } from '../failures';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import type { ConnectionSettings } from './connectionOptions';
import { createDispatcher, type Route } from './createDispatcher';
import { describeNetworkProblem, isLasting } from './networkProblems';
import {
  isRetryableStatus,
  isSafeToRepeat,
  waitBeforeRetry,
  type Attempt,
} from './retryPolicy';

/** No answer of this API comes near; whoever sends more is not the portal. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/** RFC 9110: these have no body, and `Response` refuses to be given one. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** The wire: credentials, limits of time and size, proxy, certificates and retries. */
export interface Http {
  /** Like the global `fetch`, for requests with a text body. Follows no redirect. */
  fetch: typeof fetch;
  /** The clock of the server when it last answered, epoch milliseconds. */
  serverTime(): number | undefined;
  close(): Promise<void>;
}

export function createHttp(settings: ConnectionSettings, io: Io): Http {
  const route = createDispatcher(settings.apiUrl, settings.caFile, io);
  let lastDate: string | null = null;

  const send = async (attempt: Attempt): Promise<Response> => {
    const response = await sendOnce(attempt, route, settings);
    lastDate = response.headers.get('date');
    return response;
  };

  return {
    fetch: async (input, init) => {
      const attempt = await describe(new Request(input, init), settings.token);
      return sendPatiently(attempt, send, settings.retries, io);
    },
    serverTime: () => {
      const time = Date.parse(lastDate ?? '');
      return Number.isNaN(time) ? undefined : time;
    },
    // Not close(): that would wait for connections that nobody needs any more.
    close: () => route.dispatcher.destroy(),
  };
}

async function describe(
  request: Request,
  token: string | undefined,
): Promise<Attempt> {
  const headers = new Headers(request.headers);
  headers.set('accept', 'application/json');
  if (token !== undefined) {
    headers.set('authorization', `Bearer ${token}`);
  }
  const body = request.body === null ? undefined : await request.text();
  return { method: request.method, url: request.url, headers, body };
}

async function sendPatiently(
  attempt: Attempt,
  send: (attempt: Attempt) => Promise<Response>,
  retries: number,
  io: Io,
): Promise<Response> {
  for (let failures = 1; ; failures++) {
    const outcome = await send(attempt).catch((error: unknown) => error);
    const mayRepeat =
      failures <= retries && isSafeToRepeat(attempt) && isTransient(outcome);
    const wait = mayRepeat
      ? waitBeforeRetry(failures, io.random(), io.now(), retryAfter(outcome))
      : undefined;
    if (wait === undefined) {
      if (outcome instanceof Response) return outcome;
      throw outcome;
    }
    io.err(
      `attempt ${failures} of ${retries + 1}: ${plainLine(
        describeOutcome(outcome),
      )}; the next in ${(wait / 1000).toFixed(1)} s\n`,
    );
    await io.sleep(wait);
  }
}

function isTransient(outcome: unknown): boolean {
  return outcome instanceof Response
    ? isRetryableStatus(outcome.status)
    : outcome instanceof NoAnswerError && !isLasting(outcome.cause);
}

function retryAfter(outcome: unknown): string | null | undefined {
  return outcome instanceof Response
    ? outcome.headers.get('retry-after')
    : undefined;
}

function describeOutcome(outcome: unknown): string {
  if (outcome instanceof Response) {
    return `the server answered ${outcome.status}`;
  }
  return messageOf(outcome);
}

async function sendOnce(
  attempt: Attempt,
  route: Route,
  { timeoutMs }: ConnectionSettings,
): Promise<Response> {
  const url = new URL(attempt.url);
  try {
    const answer = await route.dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: attempt.method as Dispatcher.HttpMethod,
      headers: Object.fromEntries(attempt.headers),
      body: attempt.body,
      // One limit over everything, from the look-up of the name to the last byte.
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await readBody(answer.body);
    return new Response(BODILESS.has(answer.statusCode) ? null : body, {
      status: answer.statusCode,
      headers: toHeaders(answer.headers),
    });
  } catch (error) {
    throw new NoAnswerError(
      describeNetworkProblem(error, { url, proxy: route.proxy, timeoutMs }),
      { cause: error },
    );
  }
}

async function readBody(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) {
      throw new Error(`its answer is larger than ${LARGEST_ANSWER} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toHeaders(raw: Record<string, string | string[] | undefined>) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of [value ?? []].flat()) {
      headers.append(name, one);
    }
  }
  return headers;
}
