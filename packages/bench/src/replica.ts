// One replica of the backend with the synthetic organisation, and questions to it over HTTP.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import autocannon from 'autocannon';

/** What a row of requests or statements took, in milliseconds. */
export interface Measurement {
  name: string;
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
  failures: number;
}

export interface Question {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

/** What any authenticated request costs. */
export const EMPTY: Question = { method: 'GET', path: '/api/empty/' };

/** @param values - sorted in place */
export function percentiles(values: number[]) {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ??
    NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/**
 * Starts a replica on the PostgreSQL of `DATABASE_URL`.
 *
 * @param environment - what `world/server.ts` is told besides
 */
export function startReplica(
  port: number,
  environment: Record<string, string> = {},
) {
  const token = randomBytes(24).toString('hex');
  const base = `http://127.0.0.1:${port}`;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  };
  const server = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      path.resolve('packages/bench/src/world/server.ts'),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...environment,
        PORT: String(port),
        TOKEN: token,
      },
    },
  );
  return {
    /** Asks for `BENCH_SECONDS` (10), over some connections at once. */
    async measure(
      name: string,
      connections: number,
      request: (index: number) => Question,
    ): Promise<Measurement> {
      let index = 0;
      const latencies: number[] = [];
      const result = await new Promise<autocannon.Result>((resolve, reject) => {
        const run = autocannon(
          {
            url: base,
            connections,
            duration: Number(process.env.BENCH_SECONDS ?? 10),
            headers,
            requests: [
              {
                setupRequest: current => {
                  const next = request(index++);
                  return {
                    ...current,
                    ...next,
                    headers: { ...headers, ...next.headers },
                  };
                },
              },
            ],
          },
          (error, outcome) => (error ? reject(error) : resolve(outcome)),
        );
        // autocannon's own histogram is in whole milliseconds; these are not.
        run.on('response', (_client, _status, _bytes, milliseconds) => {
          latencies.push(milliseconds);
        });
      });
      return {
        name,
        ...percentiles(latencies),
        perSecond: latencies.length / result.duration,
        failures: result.non2xx + result.errors + result.timeouts,
      };
    },
    async post(url: string, body: unknown): Promise<unknown> {
      const response = await fetch(`${base}${url}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
      return response.json();
    },
    /** @returns milliseconds until the catalog was read */
    async ready(): Promise<number> {
      const started = Date.now();
      for (;;) {
        const status = await fetch(`${base}/api/continuity/status`, { headers })
          .then(async response =>
            response.ok
              ? ((await response.json()) as { state: string })
              : undefined,
          )
          .catch(() => undefined);
        if (status?.state === 'fresh') return Date.now() - started;
        if (Date.now() - started > 300_000)
          throw new Error('the server did not start');
        await new Promise(resolve => setTimeout(resolve, 250));
      }
    },
    stop(): void {
      server.kill('SIGTERM');
    },
  };
}
