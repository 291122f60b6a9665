// `npm run bench -- changes`: lists, board and slot finder with a hundred thousand changes.
import { Client } from 'pg';
import {
  EMPTY,
  percentiles,
  startReplica,
  type Measurement,
  type Question,
} from '../replica';
import { printTable } from '../report';
import { SERVICES, serviceRef } from '../world/organisation';
import { CHANGES, fill } from './fill';

const AIM_MS = 150;
const replica = startReplica(7111);

const get = (path: string) => (): Question => ({
  method: 'GET',
  path: `/api/continuity${path}`,
});

/** Each about another service. */
const about = (path: (ref: string) => string) => (index: number) =>
  get(path(serviceRef((index * 7919) % SERVICES)))();

const slots = (index: number): Question => ({
  method: 'POST',
  path: '/api/continuity/changes/slots',
  body: JSON.stringify({
    entities: [serviceRef((index * 7919) % SERVICES)],
    environments: ['production'],
    class: 'standard',
    duration: 'PT2H',
  }),
});

/** What finds the same rows where nobody keeps what they are found by. */
const IN_DOCUMENTS: Record<string, string> = {
  entity: `select * from changes where document::jsonb -> 'entities' ? $1
            order by created_at desc limit 51`,
  slots: `select * from changes
           where state in ('approved', 'scheduled', 'implementing')
             and document::jsonb -> 'entities' ? $1
             and (document::jsonb #>> '{window,end}')::timestamptz > now()
             and (document::jsonb #>> '{window,start}')::timestamptz < now() + interval '90 days'`,
};

async function statement(
  client: Client,
  name: string,
  sql: string,
): Promise<Measurement> {
  const latencies: number[] = [];
  const seconds = Number(process.env.BENCH_SECONDS ?? 10);
  const until = performance.now() + seconds * 1000;
  for (let index = 0; performance.now() < until; index++) {
    const started = performance.now();
    await client.query(sql, [serviceRef((index * 7919) % SERVICES)]);
    latencies.push(performance.now() - started);
  }
  return {
    name,
    perSecond: latencies.length / seconds,
    ...percentiles(latencies),
    failures: 0,
  };
}

/** The database of the plugin, which the service has made. */
async function connect(): Promise<Client> {
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.pathname = '/backstage_plugin_continuity';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
}

async function main(): Promise<void> {
  try {
    await replica.ready();
    const client = await connect();
    await fill(client);
    const id = '00000064-0000-4000-8000-000000000000';
    const questions: [string, (index: number) => Question][] = [
      ['newest 50', get('/changes')],
      ['newest 50 that are approved', get('/changes?state=approved')],
      ['waiting for me', get('/changes?mine=approve')],
      ['of one service', about(ref => `/changes?entity=${ref}`)],
      ['of one team', get('/changes?owner=group:default/team-7')],
      ['board', get('/changes/board')],
      ['board of one team', get('/changes/board?owner=group:default/team-7')],
      [
        'agenda of one board',
        get('/cab/agenda?group=group:default/change-advisory-board'),
      ],
      ['one change, judged', get(`/changes/${id}`)],
      ['slots over 90 days', slots],
    ];
    for (const [, question] of questions) {
      await replica.measure('warm-up', 2, question);
    }
    const rows = [await replica.measure('empty request', 1, () => EMPTY)];
    for (const [name, question] of questions) {
      rows.push(await replica.measure(name, 1, question));
    }
    for (const [name, question] of questions) {
      rows.push(await replica.measure(`${name}, 8 at once`, 8, question));
    }
    rows.push(
      await statement(
        client,
        'of one service, from the documents (SQL alone)',
        IN_DOCUMENTS.entity,
      ),
      await statement(
        client,
        'planned of one service, from the documents (SQL alone)',
        IN_DOCUMENTS.slots,
      ),
    );
    await client.end();
    console.log(
      `\n${CHANGES} changes of ${SERVICES} services, PostgreSQL, one replica\n`,
    );
    printTable(
      ['', 'p50 ms', 'p95 ms', 'p99 ms', 'per second', 'failures'],
      rows.map(row => [
        row.name,
        row.p50.toFixed(2),
        row.p95.toFixed(2),
        row.p99.toFixed(2),
        row.perSecond.toFixed(0),
        String(row.failures),
      ]),
    );
    const p50 = (name: string) =>
      rows.find(row => row.name.startsWith(name))?.p50 ?? NaN;
    console.log(
      `\nfrom the documents takes ${(
        p50('of one service, from') / p50('of one service')
      ).toFixed(
        1,
      )} times as long as the list over HTTP (p50); aim of every p95: ${AIM_MS} ms`,
    );
  } finally {
    replica.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
