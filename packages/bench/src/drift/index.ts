// `npm run bench -- drift`: what 5,000 objects cost to compare with their live form,
// beside jsondiffpatch on the same pairs, which knows neither defaults nor merge keys.
import os from 'node:os';
import { detectDrift } from '@continuity/engine';
import { create } from 'jsondiffpatch';
import { printTable } from '../report';
import { createPairs, type Pair } from './pairs';

const OBJECTS = 5_000;
/** One object in so many was changed by hand. */
const CHANGED_EVERY = 50;
const RUNS = 5;
const NOW = Date.parse('2026-11-30T00:00:00Z');

interface Run {
  readonly ms: number;
  readonly heapMb: number;
  readonly differing: number;
}

function measured(work: () => number): Run {
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const differing = work();
  const ms = performance.now() - started;
  const heapMb = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  return { ms, heapMb, differing };
}

function withEngine(pairs: readonly Pair[]): number {
  const { counts } = detectDrift(
    pairs.map(({ desired }) => ({ value: desired, source: 'git' })),
    pairs.map(({ live }) => ({ value: live, source: 'cluster' })),
    { now: NOW },
  );
  return counts.changed;
}

function withPeer(pairs: readonly Pair[]): number {
  const differ = create({
    objectHash: item =>
      'name' in item ? String(item.name) : JSON.stringify(item),
  });
  return pairs.filter(
    ({ desired, live }) => differ.diff(desired, live) !== undefined,
  ).length;
}

function row(what: string, runs: readonly Run[], aim: string): string[] {
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  return [
    what,
    `${times[0].toFixed(0)} ms`,
    `${times[Math.floor(times.length / 2)].toFixed(0)} ms`,
    `${times[times.length - 1].toFixed(0)} ms`,
    `${Math.max(...runs.map(({ heapMb }) => heapMb)).toFixed(0)} MB`,
    String(runs[0].differing),
    aim,
  ];
}

const pairs = createPairs(OBJECTS, CHANGED_EVERY);
const load = () => os.loadavg()[0].toFixed(1);
console.log(
  `${OBJECTS} objects, ${
    OBJECTS / CHANGED_EVERY
  } of them changed by hand; ${RUNS} runs each, load ${load()}\n`,
);
const own: Run[] = [];
const peer: Run[] = [];
for (let run = 0; run < RUNS; run += 1) {
  own.push(measured(() => withEngine(pairs)));
  peer.push(measured(() => withPeer(pairs)));
}
printTable(
  ['compared by', 'best', 'middle', 'worst', 'heap', 'differing', 'aim'],
  [row('engine', own, '2000 ms'), row('jsondiffpatch', peer, '')],
);
console.log(`\nload ${load()} at the end`);
