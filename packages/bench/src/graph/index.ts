// `npm run bench -- graph`: what a dependency graph costs to build, to keep and to ask,
// beside graphology and beside reading the catalog as a page in the browser does.
import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { printTable } from '../report';
import { SIZES, type CatalogSize } from './catalog';
import type { PageResult } from './catalogPage';
import { share } from './measure';
import type { RunResult, Times } from './RunResult';

/** graphology takes minutes and gigabytes at the largest size: only when asked for. */
const GRAPHOLOGY_UP_TO = process.env.BENCH_GRAPHOLOGY === 'all' ? 2 : 1;

const execute = promisify(execFile);

/** A run in a process of its own. */
async function inProcess<T>(
  way: string,
  size: number,
  asked: number,
): Promise<T> {
  const { stdout } = await execute(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      '--max-old-space-size=8192',
      path.join(process.cwd(), 'packages', 'bench', 'src', 'graph', 'run.ts'),
      ...[way, String(size), String(asked)],
    ],
    { maxBuffer: 1 << 24 },
  );
  return JSON.parse(stdout);
}

function time({ ms, cpuMs }: Times): string {
  const text = (value: number) =>
    value < 100 ? `${value.toFixed(2)} ms` : `${(value / 1000).toFixed(2)} s`;
  return `${text(ms)} (${text(cpuMs)})`;
}

/** What was measured against what was aimed at, in the unit of the aim. */
interface Aim {
  text: string;
  most: number;
}

const MS: Record<'build' | 'median' | 'worst' | 'points', Aim> = {
  build: { text: '30 s', most: 30_000 },
  median: { text: '5 ms', most: 5 },
  worst: { text: '250 ms', most: 250 },
  points: { text: '5 s', most: 5_000 },
};
const MEMORY: Aim = { text: '500 MB', most: 500 };

function judged({ text, most }: Aim, measured: number): string {
  return `${text}: ${measured <= most ? 'met' : 'MISSED'}`;
}

/** Judged by the processors: on a machine with nothing else to do the clock says the same. */
function judgedTime(aim: Aim, { ms, cpuMs }: Times): string {
  const byClock = judged(aim, ms);
  const byProcessors = judged(aim, cpuMs);
  return byClock === byProcessors
    ? byClock
    : `${byProcessors}, not by the clock`;
}

function rows(result: RunResult): string[][] {
  const times = (part: number): Times => ({
    ms: share(
      result.impacts.map(({ ms }) => ms),
      part,
    ),
    cpuMs: share(
      result.impacts.map(({ cpuMs }) => cpuMs),
      part,
    ),
  });
  const reached = result.impacts.map(impact => impact.reached);
  return [
    ['making up the catalog', time(result.stream), ''],
    [
      'build from the stream, that included',
      time(result.build),
      judgedTime(MS.build, result.build),
    ],
    [
      'memory of the graph',
      `${result.keptMb.toFixed(0)} MB`,
      judged(MEMORY, result.keptMb),
    ],
    [
      'most of the process while building',
      `${result.peakMb.toFixed(0)} MB`,
      judged(MEMORY, result.peakMb),
    ],
    ['process after all questions', `${result.residentMb.toFixed(0)} MB`, ''],
    [
      `impact p50 (reaches ${share(reached, 0.5)})`,
      time(times(0.5)),
      judgedTime(MS.median, times(0.5)),
    ],
    [`impact p90 (reaches ${share(reached, 0.9)})`, time(times(0.9)), ''],
    [`impact p99 (reaches ${share(reached, 0.99)})`, time(times(0.99)), ''],
    [
      `impact, all ${result.worst.reached} fall`,
      time(result.worst),
      judgedTime(MS.worst, result.worst),
    ],
    ...Object.entries(result.more).map(([what, taken]) => [
      what,
      time(taken),
      what.startsWith('points') ? judgedTime(MS.points, taken) : '',
    ]),
  ];
}

/** At the largest size at least so many times as fast, and as small. */
const FASTER = 50;
const SMALLER = 5;

function compare(own: RunResult, peer: RunResult): string {
  const ratio = (of: (result: RunResult) => number) =>
    `${(of(peer) / of(own)).toFixed(1)} times`;
  const reaches = (of: (result: RunResult) => number, aim: number) =>
    of(peer) / of(own) >= aim ? 'met' : 'missed';
  const mean = ({ impacts }: RunResult) =>
    impacts.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const kept = ({ keptMb }: RunResult) => keptMb;
  return [
    `graphology takes ${ratio(
      mean,
    )} as long for the same impacts together (${FASTER} times at the largest size: ${reaches(
      mean,
      FASTER,
    )} here)`,
    `${ratio(result => result.worst.cpuMs)} where everything falls`,
    `${ratio(result => result.build.cpuMs - result.stream.cpuMs)} to build`,
    `and ${ratio(kept)} the memory (${SMALLER} times: ${reaches(
      kept,
      SMALLER,
    )}).`,
  ].join(', ');
}

async function measure(size: CatalogSize, index: number): Promise<void> {
  const count = (value: number) => value.toLocaleString('en');
  console.log(
    `\n${count(size.entities)} entities, ${count(size.relations)} relations\n`,
  );
  const own = await inProcess<RunResult>('engine', index, 200);
  printTable(['engine', 'clock (processors)', 'aim'], rows(own));
  if (index <= GRAPHOLOGY_UP_TO) {
    const few = index === 0 ? 200 : 50;
    const peer = await inProcess<RunResult>('graphology', index, few);
    console.log('');
    printTable(['graphology', 'clock (processors)', ''], rows(peer));
    const comparable = { ...own, impacts: own.impacts.slice(0, few) };
    console.log(`\n${compare(comparable, peer)}`);
  }
  if (index > 0) return;
  const page = await inProcess<PageResult>('page', index, 0);
  console.log(
    `\nReading the catalog entity by entity, 10 at once, 4 ms each: ${(
      page.ms / 1000
    ).toFixed(1)} s and ${count(
      page.requests,
    )} requests where everything falls.`,
  );
}

async function main(): Promise<void> {
  console.log(
    `${os.cpus().length} processors, load ${os
      .loadavg()
      .map(load => load.toFixed(1))
      .join(' ')}. Beside the clock what the processors spent, in brackets.`,
  );
  for (const [index, size] of SIZES.entries()) await measure(size, index);
  console.log(`\nLoad at the end: ${os.loadavg()[0].toFixed(1)}.`);
}

main();
