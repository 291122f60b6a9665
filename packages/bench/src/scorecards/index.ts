// `npm run bench -- scorecards`: judging 50,000 services by 30 checks, and reading the results.
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
import { CHECKS, SCORECARD } from './checks';
import { fill } from './fill';
import { measureJudging } from './judging';
import { fillFacts, measureTechInsights } from './techInsights';

const AIMS = { fullSeconds: 30, arrivalMs: 200, heatMapMs: 200, ratio: 20 };
const seconds = Number(process.env.BENCH_SECONDS ?? 10);

const get = (path: string) => (): Question => ({
  method: 'GET',
  path: `/api/continuity${path}`,
});
const RESULTS = `/scorecards/${SCORECARD}/results`;

/** Each of another team. */
const ofTeam = (index: number) =>
  get(`${RESULTS}?owner=group:default/team-${(index * 131) % 500}`)();

/** Each about another service. */
const ofService = (index: number) =>
  get(
    `/entities/component/default/service-${
      (index * 7919) % SERVICES
    }/scorecards`,
  )();

function databaseOf(plugin: string): string {
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.pathname = `/backstage_plugin_${plugin}`;
  return url.href;
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: databaseOf('continuity') });
  await client.connect();
  return client;
}

async function settled(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select count(*)::int as waiting from scorecard_services
        where due_at <= (extract(epoch from now()) * 1000)::bigint`,
    );
    const { rows: judged } = await client.query(
      'select count(*)::int as services from scorecard_results',
    );
    if (rows[0].waiting === 0 && judged[0].services >= SERVICES) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

const report = (service: number, run: number) => ({
  kind: 'measured-0',
  source: 'bench',
  externalId: `arrival${run}`,
  entityRef: serviceRef(service),
  environment: 'production',
  observedAt: new Date().toISOString(),
  // Unlike anything that was measured before, so that the result is another.
  payload: { value: 90 + run / 100_000, owner: 'group:default/team-1' },
});

/** Seconds from everything being due to everything being stored. */
async function judgeAll(
  replica: ReturnType<typeof startReplica>,
  client: Client,
  run: number,
): Promise<number> {
  await client.query('update scorecard_services set due_at = 0');
  const began = performance.now();
  // Whoever has news begins at once; else the next run would, within five seconds.
  await replica.post('/api/continuity/evidence', report(1, -run));
  await settled(client);
  return (performance.now() - began) / 1000;
}

/** From sending evidence until the result that rests on it is stored. */
async function arrivals(
  replica: ReturnType<typeof startReplica>,
  client: Client,
): Promise<Measurement> {
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let run = 1; performance.now() < until; run++) {
    const service = (run * 7919) % SERVICES;
    const sent = report(service, run);
    const began = performance.now();
    await replica.post('/api/continuity/evidence', sent);
    for (;;) {
      const { rows } = await client.query(
        `select position($2 in details) > 0 as stored from scorecard_results
          where scorecard = $1 and entity_ref = $3`,
        [SCORECARD, String(sent.payload.value), serviceRef(service)],
      );
      if (rows[0]?.stored) break;
    }
    latencies.push(performance.now() - began);
  }
  return {
    name: 'evidence sent until its result is stored',
    perSecond: latencies.length / seconds,
    ...percentiles(latencies),
    failures: 0,
  };
}

async function main(): Promise<void> {
  const judging = await measureJudging(seconds);
  const perService = judging.engine / SERVICES;
  const peerPerService = judging.peer / judging.peerServices;
  const keptPerService = judging.peerKept / judging.peerServices;
  console.log(
    `\n${SERVICES} services by ${CHECKS} checks, facts in memory, one thread\n`,
  );
  printTable(
    ['', 'us of CPU a service', 'all, seconds of CPU', 'times the engine'],
    [
      ['engine', perService, 1],
      ['json-rules-engine alone, made for each service', peerPerService],
      ['json-rules-engine alone, rules kept', keptPerService],
    ].map(([name, ms]) => [
      String(name),
      (Number(ms) * 1000).toFixed(0),
      ((Number(ms) * SERVICES) / 1000).toFixed(1),
      (Number(ms) / perService).toFixed(1),
    ]),
  );
  console.log(
    `\nthe peer was asked about ${judging.peerServices} services and agreed in ${judging.agreed} of ${judging.compared} verdicts`,
  );

  const replica = startReplica(7112, { WORLD: 'scorecards' });
  try {
    await replica.ready();
    const client = await connect();
    await settled(client);
    await fill(client);
    const times: [string, number][] = [];
    const judged = async (name: string) =>
      times.push([name, await judgeAll(replica, client, times.length + 1)]);
    // The first of it all: without evidence all was unknown, so every level is another.
    await judged('every level another, with its entry in the ledger');
    await client.query('delete from scorecard_results');
    await judged('nothing stored before');
    await judged('nothing different');
    await client.query('vacuum (analyze)');
    await fillFacts(databaseOf('tech-insights'));
    const peer = await measureTechInsights(replica, seconds);
    const rows = [await replica.measure('empty request', 1, () => EMPTY)];
    rows.push(await arrivals(replica, client));
    const questions: [string, (index: number) => Question][] = [
      ['heat map, 100 of greatest risk', get(RESULTS)],
      ['heat map, 500', get(`${RESULTS}?limit=500`)],
      ['heat map of one team', ofTeam],
      [
        'heat map, one check fails',
        get(`${RESULTS}?check=within-limit-7&state=fail`),
      ],
      ['heat map, any check is unknown', get(`${RESULTS}?state=unknown`)],
      ['heat map, text', get(`${RESULTS}?text=service-4242`)],
      ['roll-up by owner', get(`/scorecards/${SCORECARD}/summary`)],
      ['one service, every check', ofService],
      ['trend', get(`/scorecards/${SCORECARD}/trend`)],
    ];
    for (const [, question] of questions) {
      await replica.measure('warm-up', 2, question);
    }
    for (const [name, question] of questions) {
      rows.push(await replica.measure(name, 1, question));
    }
    const { rows: sizes } = await client.query(
      `select pg_size_pretty(pg_total_relation_size('scorecard_results')) as results,
              pg_size_pretty(pg_total_relation_size('scorecard_history')) as history`,
    );
    await client.end();
    console.log(
      `\n${SERVICES} services by ${CHECKS} checks, PostgreSQL, one replica\n`,
    );
    const peerSeconds = (peer.took / peer.services / 1000) * SERVICES;
    printTable(
      ['full judgement', 'seconds', 'times the peer'],
      times.map(([name, took]) => [
        name,
        took.toFixed(1),
        (peerSeconds / took).toFixed(1),
      ]),
    );
    console.log(`\naims: ${AIMS.fullSeconds} s, ${AIMS.ratio} times`);
    const page = rows.find(({ name }) => name === questions[0][0])?.p50 ?? NaN;
    console.log(
      `Tech Insights: ${(peer.took / peer.services).toFixed(2)} ms a service (${
        peer.services
      } judged, ${peer.agreed} of ${
        peer.compared
      } verdicts agreed), ${peerSeconds.toFixed(0)} s for all of them`,
    );
    console.log(
      `a page with the totals of all is there ${(
        (peerSeconds * 1000) /
        page
      ).toFixed(0)} times as fast\n`,
    );
    console.log(
      `results take ${sizes[0].results}, history ${sizes[0].history}\n`,
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
    console.log(
      `\naims: evidence to result ${AIMS.arrivalMs} ms, heat map ${AIMS.heatMapMs} ms (p95)`,
    );
  } finally {
    replica.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
