// `npm run bench -- graph-change`: from a change in a real catalog to the answer over HTTP.
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { printTable } from '../report';
import { type Answer, DATABASE, NEW, type Order, serviceRef } from './world';

/** Ingesting takes the catalog some hundredths of a second for each. */
const ENTITIES = Number(process.env.BENCH_ENTITIES ?? 50_000);
const BURST = Math.min(1_000, Math.floor(ENTITIES / 10));
const folder = path.join(
  process.cwd(),
  'packages',
  'bench',
  'src',
  'graph-change',
);
const port = 7109;
const token = randomBytes(24).toString('hex');
const base = `http://127.0.0.1:${port}/api`;
const headers = {
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
};

function startServer(): ChildProcess {
  return fork(path.join(folder, 'server.ts'), {
    execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
    env: {
      ...process.env,
      PORT: String(port),
      TOKEN: token,
      ENTITIES: String(ENTITIES),
    },
  });
}

function isAnswer(message: unknown): message is Answer {
  return (
    typeof message === 'object' && message !== null && 'isAnswer' in message
  );
}

function answerOf(server: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const listen = (message: unknown) => {
      if (!isAnswer(message)) return;
      server.off('message', listen);
      resolve(message);
    };
    server.on('message', listen);
    server.once('exit', code => reject(new Error(`The server ended: ${code}`)));
  });
}

function tell(server: ChildProcess, order: Order): Promise<Answer> {
  const answer = answerOf(server);
  server.send(order);
  return answer;
}

async function ask<T>(route: string, body?: unknown): Promise<T | undefined> {
  const response = await fetch(`${base}${route}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

/** Milliseconds until something is so. */
async function until(
  isSo: () => Promise<boolean>,
  everyMs: number,
): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) await sleep(everyMs);
  return performance.now() - began;
}

async function failingWith(down: string): Promise<number> {
  const answer = await ask<{ totalItems: number; unknown: string[] }>(
    '/continuity/graph/impact',
    { down: [down], limit: 1 },
  );
  return answer && answer.unknown.length === 0 ? answer.totalItems : -1;
}

async function fill(server: ChildProcess): Promise<number> {
  const began = performance.now();
  await tell(server, { kind: 'fill' });
  let told = 0;
  await until(async () => {
    const found = await ask<{ totalItems: number }>(
      '/catalog/entities/by-query?limit=1',
    );
    const stitched = found?.totalItems ?? 0;
    if (stitched - told >= 5_000) {
      told = stitched;
      const seconds = (performance.now() - began) / 1000;
      console.log(
        `${stitched} entities in the catalog, ${seconds.toFixed()} s`,
      );
    }
    return stitched >= ENTITIES;
  }, 2_000);
  await until(async () => {
    const status = await ask<{ nodes: number }>('/continuity/graph/status');
    return (status?.nodes ?? 0) >= ENTITIES;
  }, 1_000);
  return performance.now() - began;
}

/** From the change to its answer, for some services that now need something new. */
async function change(
  server: ChildProcess,
  services: number[],
  expected: number,
): Promise<{ inCatalogMs: number; inAnswerMs: number }> {
  const began = performance.now();
  await tell(server, { kind: 'change', services, dependsOn: [NEW] });
  const [last] = services.slice(-1);
  const shown = async () => {
    const entity = await ask<{ relations?: { targetRef: string }[] }>(
      `/catalog/entities/by-name/component/default/service-${last}`,
    );
    return Boolean(
      entity?.relations?.some(({ targetRef }) => targetRef === NEW),
    );
  };
  const catalog = until(shown, 50).then(() => performance.now() - began);
  const answer = until(
    async () => (await failingWith(NEW)) >= expected,
    50,
  ).then(() => performance.now() - began);
  return { inCatalogMs: await catalog, inAnswerMs: await answer };
}

/** How long others would have had to wait while something is asked. */
async function longest(
  server: ChildProcess,
  question: () => Promise<unknown>,
): Promise<string[]> {
  await tell(server, { kind: 'watch' });
  const began = performance.now();
  await question();
  const tookMs = performance.now() - began;
  const { longestMs = NaN } = await tell(server, { kind: 'watched' });
  return [inSeconds(tookMs), `${longestMs.toFixed()} ms`];
}

/** Services that nobody depends on, downwards from one. */
function leaves(from: number, count: number): number[] {
  const found: number[] = [];
  for (let index = from; found.length < count; index--) {
    if (index % 50 !== 49) found.push(index);
  }
  return found;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

async function main(): Promise<void> {
  const load = () => os.loadavg()[0].toFixed(1);
  console.log(`${os.cpus().length} processors, load ${load()}.`);
  const server = startServer();
  server.once('exit', code => {
    if (code) process.exit(1);
  });
  try {
    await answerOf(server);
    const filledMs = await fill(server);
    console.log(
      `${ENTITIES} entities ingested and in the graph after ${inSeconds(
        filledMs,
      )}.\n`,
    );
    const last = ENTITIES - 4;
    const rows: string[][] = [];
    // Leaves of the tree: each reaches nothing but itself, or the business function.
    for (const [times, index] of [last - 1, last - 2, last - 3].entries()) {
      const { inCatalogMs, inAnswerMs } = await change(
        server,
        [index],
        times + 1,
      );
      rows.push([
        `one entity changed: ${serviceRef(index)}`,
        inSeconds(inCatalogMs),
        inSeconds(inAnswerMs),
        inAnswerMs <= 5_000 ? '5 s: met' : '5 s: MISSED',
      ]);
    }
    const many = leaves(last - 4, BURST);
    const burst = await change(server, many, BURST + 3);
    rows.push([
      `${BURST} entities changed at once`,
      inSeconds(burst.inCatalogMs),
      inSeconds(burst.inAnswerMs),
      '',
    ]);
    printTable(['', 'in the catalog', 'in the answer', 'aim'], rows);

    console.log('');
    printTable(
      ['', 'answered', 'event loop late by at most'],
      [
        [
          'nothing asked for 5 s',
          ...(await longest(server, () => sleep(5_000))),
        ],
        [
          'impact where everything falls',
          ...(await longest(server, () => failingWith(DATABASE))),
        ],
        [
          'points of failure',
          ...(await longest(server, () =>
            ask('/continuity/graph/points-of-failure', {}),
          )),
        ],
        [
          'findings',
          ...(await longest(server, () => ask('/continuity/graph/findings'))),
        ],
      ],
    );
    console.log(`\nLoad at the end: ${load()}.`);
  } finally {
    server.kill();
  }
}

main();
