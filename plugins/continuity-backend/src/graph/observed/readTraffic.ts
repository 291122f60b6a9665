import type { Instant } from '@continuity/engine';
import { z } from 'zod';
import type { TrafficSourceSettings } from '../../config/types';
import { fetchJson, TrafficProblem } from './fetchJson';
import type { Call } from './TrafficStore';

/** Pairs that are kept of one reading, most calls first. */
const MAX_PAIRS = 50_000;
const MAX_NAME = 200;

/** Jaeger's `/api/dependencies`; what else stands in it is nobody's business here. */
const jaegerAnswer = z.object({
  data: z
    .array(
      z.object({
        parent: z.string(),
        child: z.string(),
        callCount: z.number(),
      }),
    )
    .nullable(),
  errors: z.array(z.object({ msg: z.string() })).nullish(),
});

/** An instant query of Prometheus' HTTP API. */
const prometheusAnswer = z.union([
  z.object({
    status: z.literal('success'),
    data: z.object({
      resultType: z.literal('vector'),
      result: z.array(
        z.object({
          metric: z.object({
            client: z.string().optional(),
            server: z.string().optional(),
          }),
          value: z.tuple([z.number(), z.string()]),
        }),
      ),
    }),
  }),
  z.object({ status: z.literal('error'), error: z.string() }),
]);

/**
 * Who called whom in a stretch of time, each pair once.
 *
 * @throws TrafficProblem when the source gives no answer that can be used
 */
export async function readTraffic(
  source: TrafficSourceSettings,
  options: {
    now: Instant;
    lookbackMs: number;
    signal?: AbortSignal;
    timeoutMs?: number;
  },
): Promise<Call[]> {
  const calls =
    source.type === 'jaeger'
      ? await askJaeger(source, options)
      : await askPrometheus(source, options);
  return eachPairOnce(calls);
}

/** @see https://www.jaegertracing.io/docs/latest/apis/ - `endTs` and `lookback` are milliseconds */
async function askJaeger(
  { url, token }: TrafficSourceSettings,
  { now, lookbackMs, ...limits }: { now: Instant; lookbackMs: number },
): Promise<Call[]> {
  const address = new URL(`${url}/api/dependencies`);
  address.searchParams.set('endTs', String(now));
  address.searchParams.set('lookback', String(lookbackMs));
  const answer = jaegerAnswer.safeParse(
    await fetchJson(address, {
      ...(token !== undefined && { token }),
      ...limits,
    }),
  );
  if (!answer.success) {
    throw unexpected('the dependencies of Jaeger', answer.error);
  }
  const [problem] = answer.data.errors ?? [];
  if (problem) {
    throw new TrafficProblem(`It answered: ${cut(problem.msg)}`);
  }
  return (answer.data.data ?? []).map(({ parent, child, callCount }) => ({
    client: parent,
    server: child,
    calls: callCount,
  }));
}

/** @see https://prometheus.io/docs/prometheus/latest/querying/api/ - an instant query */
async function askPrometheus(
  {
    url,
    token,
    metric,
  }: Extract<TrafficSourceSettings, { type: 'prometheus' }>,
  { now, lookbackMs, ...limits }: { now: Instant; lookbackMs: number },
): Promise<Call[]> {
  const seconds = Math.round(lookbackMs / 1000);
  const address = new URL(`${url}/api/v1/query`);
  address.searchParams.set(
    'query',
    `sum by (client, server) (increase(${metric}[${seconds}s])) > 0`,
  );
  address.searchParams.set('time', String(now / 1000));
  const answer = prometheusAnswer.safeParse(
    await fetchJson(address, {
      ...(token !== undefined && { token }),
      ...limits,
    }),
  );
  if (!answer.success) {
    throw unexpected('a vector of Prometheus', answer.error);
  }
  if (answer.data.status === 'error') {
    throw new TrafficProblem(`It answered: ${cut(answer.data.error)}`);
  }
  return answer.data.data.result.map(({ metric: of, value: [, calls] }) => ({
    client: of.client ?? '',
    server: of.server ?? '',
    calls: Number(calls),
  }));
}

/** What has no name, or no call, says nothing; a service that calls itself needs nobody. */
function eachPairOnce(calls: readonly Call[]): Call[] {
  const pairs = new Map<string, Call>();
  for (const { client, server, calls: count } of calls) {
    const isPair =
      isName(client) && isName(server) && client !== server && count > 0;
    if (isPair && Number.isFinite(count)) {
      const key = JSON.stringify([client, server]);
      const known = pairs.get(key);
      pairs.set(key, { client, server, calls: count + (known?.calls ?? 0) });
    }
  }
  const found = [...pairs.values()];
  return found.length <= MAX_PAIRS
    ? found
    : found.sort((a, b) => b.calls - a.calls).slice(0, MAX_PAIRS);
}

function isName(text: string): boolean {
  return text !== '' && text.length <= MAX_NAME && !/\p{Cc}/u.test(text);
}

function unexpected(what: string, error: z.ZodError): TrafficProblem {
  const [issue] = error.issues;
  return new TrafficProblem(
    `Its answer is not ${what}: ${issue?.path.join('.') || 'it'} ${
      issue?.message ?? ''
    }`,
  );
}

function cut(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 297)}...`;
}
