import { setTimeout as sleep } from 'node:timers/promises';

/** Sends one request; must give up when the signal says so. */
export type Send = (
  request: { url: string; method: string; headers: Headers; body?: string },
  signal: AbortSignal,
) => Promise<Response>;

export interface RetryPolicy {
  /** How often to try in all. */
  attempts: number;
  /** How long one attempt may take, in milliseconds. */
  timeoutMs: number;
  /** Told of every attempt that failed and will be repeated. */
  note(line: string): void;
  /** Shortest and longest pause before a repeat, in milliseconds. */
  pauseMs?: { first: number; longest: number };
}

/** Statuses after which the same request may well succeed. */
const passing = new Set([429, 502, 503, 504]);

/**
 * A `fetch` that repeats what is safe to repeat: reads, and writes that the server
 * recognises when they come again (evidence by its identity, a decision by its
 * idempotency key). Pauses double from attempt to attempt, with jitter so that many
 * pipelines do not return at once; a `Retry-After` is honoured.
 */
export function retrying(send: Send, policy: RetryPolicy): typeof fetch {
  const pause = policy.pauseMs ?? { first: 500, longest: 10_000 };
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body ? await request.text() : undefined;
    const attempts = repeatable(request) ? policy.attempts : 1;
    for (let attempt = 1; ; attempt++) {
      const outcome = await tryOnce(send, request, body, policy.timeoutMs);
      const failed =
        'problem' in outcome || passing.has(outcome.response.status);
      if (!failed || attempt >= attempts) {
        if ('problem' in outcome) throw outcome.problem;
        return outcome.response;
      }
      const delay =
        'response' in outcome
          ? retryAfter(outcome.response, pause.longest)
          : undefined;
      const backoff = Math.min(pause.longest, pause.first * 2 ** (attempt - 1));
      const wait = delay ?? backoff * (0.5 + Math.random() / 2);
      const reason =
        'problem' in outcome
          ? describe(outcome.problem)
          : `status ${outcome.response.status}`;
      policy.note(
        `Attempt ${attempt} of ${attempts} failed (${reason}); again in ${(
          wait / 1000
        ).toFixed(1)} s.`,
      );
      await sleep(wait);
    }
  };
}

/** Innermost cause first: `fetch failed` alone tells nobody anything. */
export function describe(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  if (problem.name === 'TimeoutError') return 'no answer in time';
  const { cause } = problem;
  if (cause instanceof AggregateError && cause.errors.length > 0) {
    return describe(cause.errors[0]);
  }
  return cause instanceof Error ? describe(cause) : problem.message;
}

function repeatable(request: Request): boolean {
  if (request.method === 'GET') return true;
  const { pathname } = new URL(request.url);
  return (
    /\/evidence(\/batch)?$/.test(pathname) ||
    request.headers.has('idempotency-key')
  );
}

async function tryOnce(
  send: Send,
  request: Request,
  body: string | undefined,
  timeoutMs: number,
): Promise<{ response: Response } | { problem: unknown }> {
  const { url, method, headers } = request;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    return { response: await send({ url, method, headers, body }, signal) };
  } catch (problem) {
    return { problem };
  }
}

/** RFC 9110 10.2.3: seconds, or a date. Never longer than we would wait ourselves. */
function retryAfter(response: Response, longest: number): number | undefined {
  const value = response.headers.get('retry-after');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longest) : undefined;
}
