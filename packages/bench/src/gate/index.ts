// `npm run bench -- gate`: what a decision costs beside what nobody can avoid.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { printTable } from '../report';
import {
  CALENDARS,
  SERVICES,
  serviceRef,
  WINDOWS_PER_CALENDAR,
} from './organisation';

const port = 7107;
const token = randomBytes(24).toString('hex');
const base = `http://127.0.0.1:${port}`;
const headers = {
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
};
/** Services that carry evidence; the questions are about these, in turn. */
const ASKED = 2_000;

interface Measurement {
  name: string;
  p50: number;
  p99: number;
  perSecond: number;
  failures: number;
}

interface Question {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

async function measure(
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
}

function percentiles(values: number[]) {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ??
    NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** What one statement costs from this process, on a connection of its own. */
async function statement(name: string, sql: string): Promise<Measurement> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS bench_row (value text)');
  const latencies: number[] = [];
  const until = performance.now() + 2_000;
  while (performance.now() < until) {
    const started = performance.now();
    await client.query(sql);
    latencies.push(performance.now() - started);
  }
  await client.end();
  return {
    name,
    ...percentiles(latencies),
    perSecond: latencies.length / 2,
    failures: 0,
  };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${base}${url}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return response.json();
}

/** Pushed through the public API, so that decisions read what they would really read. */
async function pushEvidence(): Promise<void> {
  const observedAt = new Date(Date.now() - 3_600_000).toISOString();
  for (let from = 0; from < ASKED; from += 100) {
    const items = Array.from(
      { length: 100 },
      (_, offset) => from + offset,
    ).flatMap(index => [
      {
        kind: 'rollback-plan',
        source: 'bench',
        externalId: `plan-${index}`,
        entityRef: serviceRef(index),
        observedAt,
        payload: {
          steps: ['Deploy the previous digest'],
          decisionOwner: 'group:default/on-call',
          decisionDeadline: 'PT15M',
          expectedDuration: 'PT20M',
          dataHandling: 'No schema change',
        },
      },
      {
        kind: 'continuity-plan-review',
        source: 'bench',
        externalId: `review-${index}`,
        entityRef: serviceRef(index),
        observedAt,
        payload: {
          reviewedBy: 'user:default/someone',
          document: 'https://plans.example/plan',
          outcome: 'approved',
        },
      },
    ]);
    const { rejected } = (await post('/api/continuity/evidence/batch', {
      items,
    })) as { rejected: number };
    if (rejected > 0)
      throw new Error(`${rejected} pieces of evidence rejected`);
  }
}

async function ready(): Promise<number> {
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
}

function question(index: number, dryRun: boolean): Question {
  return {
    method: 'POST',
    path: '/api/continuity/gate/decisions',
    headers: dryRun ? {} : { 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      entity: serviceRef(index % ASKED),
      environment: 'production',
      class: 'standard',
      dryRun,
    }),
  };
}

function startServer(): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      path.resolve('packages/bench/src/gate/server.ts'),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PORT: String(port), TOKEN: token },
    },
  );
}

async function main(): Promise<void> {
  const server = startServer();
  try {
    const readyAfter = await ready();
    await pushEvidence();
    const empty = (): Question => ({ method: 'GET', path: '/api/empty/' });
    await measure('warm-up', 4, index => question(index, true));
    await measure('warm-up', 4, index => question(index, false));

    const rows = [
      await statement('empty SELECT 1', 'SELECT 1'),
      // No record is durable for less than this.
      await statement(
        'one committed INSERT',
        "INSERT INTO bench_row VALUES ('x')",
      ),
    ];
    for (const connections of [1, 8]) {
      const on = `, ${connections} connection${connections > 1 ? 's' : ''}`;
      rows.push(await measure(`empty request${on}`, connections, empty));
      rows.push(
        await measure(`dry run${on}`, connections, i => question(i, true)),
      );
      rows.push(
        await measure(`recorded${on}`, connections, i => question(i, false)),
      );
    }

    console.log(
      `\n${SERVICES} services, ${
        CALENDARS * WINDOWS_PER_CALENDAR
      } windows, PostgreSQL, one replica; ready ${(readyAfter / 1000).toFixed(
        1,
      )} s after start\n`,
    );
    printTable(
      ['', 'p50 ms', 'p99 ms', 'per second', 'failures'],
      rows.map(row => [
        row.name,
        row.p50.toFixed(2),
        row.p99.toFixed(2),
        row.perSecond.toFixed(0),
        String(row.failures),
      ]),
    );
    const p50 = (name: string) =>
      rows.find(row => row.name === name)?.p50 ?? NaN;
    const ratio = (name: string) =>
      (
        p50(`${name}, 1 connection`) / p50('empty request, 1 connection')
      ).toFixed(2);
    console.log(
      `\np50 beside an empty authenticated request: dry run ${ratio(
        'dry run',
      )} times, recorded ${ratio('recorded')} times (aim: at most 3)`,
    );
    const recorded = rows.at(-1);
    console.log(
      `recorded decisions per second: ${recorded?.perSecond.toFixed(
        0,
      )} (aim: at least 200)`,
    );
  } finally {
    server.kill('SIGTERM');
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
