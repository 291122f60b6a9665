// `npm run bench -- gate`: what a decision costs beside what nobody can avoid.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import {
  EMPTY,
  percentiles,
  startReplica,
  type Measurement,
  type Question,
} from '../replica';
import { printTable } from '../report';
import {
  CALENDARS,
  SERVICES,
  serviceRef,
  WINDOWS_PER_CALENDAR,
} from '../world/organisation';

/** Services that carry evidence; the questions are about these, in turn. */
const ASKED = 2_000;

const replica = startReplica(7107);
const { measure, post } = replica;

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

async function main(): Promise<void> {
  try {
    const readyAfter = await replica.ready();
    await pushEvidence();
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
      rows.push(await measure(`empty request${on}`, connections, () => EMPTY));
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
    replica.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
