// `npm run bench -- calendar`: what ten thousand windows cost to make ready, to ask and
// to show, beside the same question put to recurrence libraries directly.
import os from 'node:os';
import { windowsInScope } from '@continuity/engine';
import { printTable } from '../report';
import { askPeer, type Compared, type PeerResult } from './askPeer';
import { makeReady, verdicts, verdictsAgain, yearFrom } from './engine';
import { keptMb, spread, timed, type Spread } from './measure';
import { withRRule, withRRuleTemporal } from './peers';
import { createWorld } from './world';

const DAY_MS = 86_400_000;

/** A Monday before the year's end, when much is frozen and more is to come. */
const NOW = Date.parse('2026-11-23T12:00:00Z');
const BUILDS = 3;
const YEARS = 5;
const ASKED_AGAIN = 10_000;
/** The peers are slow; more of the services would take minutes. */
const ASKED_PEERS = 32;
const ROW_MS = 1000 * Number(process.env.BENCH_SECONDS ?? 10);

/** So many of a list, from all over it. */
function every<T>(list: readonly T[], count: number): T[] {
  return Array.from(
    { length: count },
    (_, place) => list[Math.floor((place * list.length) / count)],
  );
}

const us = (value: number) =>
  value < 10_000 ? `${value.toFixed(1)} us` : `${(value / 1000).toFixed(0)} ms`;
const ms = (value: number) => `${value.toFixed(0)} ms`;

function bestAndWorst(times: readonly number[]): string {
  return `${ms(Math.min(...times))} to ${ms(Math.max(...times))}`;
}

function row(what: string, times: Spread & { cpu?: number }, aim = '') {
  const { count, p50, mean, p99, worst, cpu } = times;
  return [
    what,
    String(count),
    us(p50),
    us(mean),
    us(p99),
    us(worst),
    cpu === undefined ? '' : us(cpu),
    aim,
  ];
}

/** How many times as long a peer takes, in the middle and on average. */
function ratioRow(what: string, { peer, own }: Compared): string[] {
  return [
    what,
    String(peer.count),
    `${(peer.p50 / own.p50).toFixed(0)} times`,
    `${(peer.mean / own.mean).toFixed(0)} times`,
    '100 times',
  ];
}

function peerRows(name: string, { first, again, often, inForce }: PeerResult) {
  return [
    row(`${name}, first`, first.peer),
    row('  the engine, the same', first.own),
    row(`${name}, asked before`, again.peer),
    row('  the engine, the same', again.own),
    row(`${name}, asked over and over`, often.peer),
    row('  the engine, the same', often.own),
    row(`${name}, only whether in force`, inForce),
  ];
}

function agreement(name: string, { asked, disagreements }: PeerResult): string {
  return `${name} agrees with the engine in ${
    asked - disagreements
  } of ${asked} verdicts.`;
}

function main() {
  const { calendars, plain, subjects } = createWorld();
  const [load] = os.loadavg();
  console.log(
    `${plain.length} windows in ${calendars.length} calendars, ${
      subjects.length
    } services. ${os.availableParallelism()} processors, load ${load.toFixed(
      1,
    )}.`,
  );

  const empty = keptMb();
  const built = timed(() => makeReady(calendars, NOW));
  const index = built.result;
  const ready = keptMb() - empty;
  const first = verdicts(index, subjects, NOW);
  const some = every(subjects, ASKED_AGAIN);
  const again = verdictsAgain(index, some, NOW + 2 * 3_600_000, ROW_MS);
  const full = keptMb() - empty;
  const month = verdicts(index, some, NOW + 33 * DAY_MS, ROW_MS);
  const years = Array.from({ length: YEARS }, () =>
    timed(() => yearFrom(index, NOW)),
  );
  const rebuilt = Array.from({ length: BUILDS - 1 }, () =>
    timed(() => makeReady(calendars, NOW)),
  );
  const builds = [built, ...rebuilt].map(one => one.ms);
  const yearsCold = rebuilt.map(
    one => timed(() => yearFrom(one.result, NOW)).ms,
  );

  const found = spread(
    subjects.map(subject => windowsInScope(index, subject).length),
  );
  console.log(
    `Windows for one service: ${found.p50} in the middle, ${found.p99} for one in a hundred, at most ${found.worst}.\n`,
  );
  printTable(
    ['', 'measured', 'aim'],
    [
      ['declarations to a warm index', bestAndWorst(builds), '2000 ms'],
      ['memory of the index', `${ready.toFixed(0)} MB`, '200 MB'],
      [
        'memory after a verdict for every service',
        `${full.toFixed(0)} MB`,
        '200 MB',
      ],
      [
        `a year of ${years[0].result.starts.length} occurrences, asked before`,
        bestAndWorst(years.map(one => one.ms)),
        '100 ms',
      ],
      [
        'a year of occurrences, from an index just made',
        bestAndWorst(yearsCold),
        '100 ms',
      ],
    ],
  );

  const few = every(subjects, ASKED_PEERS);
  const [unasked, other] = rebuilt;
  const temporal = askPeer(
    withRRuleTemporal,
    plain,
    unasked.result,
    few,
    NOW,
    ROW_MS,
  );
  const rrule = askPeer(withRRule, plain, other.result, few, NOW, ROW_MS);
  console.log(
    '\nA verdict, every window considered and every reason read. The peers are handed the windows, and give no reasons:\n',
  );
  printTable(
    ['', 'verdicts', 'p50', 'mean', 'p99', 'worst', 'cpu', 'aim'],
    [
      row('asked before, an hour later', again, '50 us'),
      row('first for a service', first),
      row('first for a service in another month', month),
      ...peerRows('rrule', rrule),
      ...peerRows('rrule-temporal', temporal),
    ],
  );
  console.log('\nHow many times as long the peers take for the same:\n');
  printTable(
    ['', 'verdicts', 'p50', 'mean', 'aim'],
    [
      ratioRow('rrule, first', rrule.first),
      ratioRow('rrule, asked before', rrule.again),
      ratioRow('rrule, asked over and over', rrule.often),
      ratioRow('rrule-temporal, first', temporal.first),
      ratioRow('rrule-temporal, asked before', temporal.again),
      ratioRow('rrule-temporal, asked over and over', temporal.often),
    ],
  );
  console.log(`\n${agreement('rrule', rrule)}`);
  console.log(agreement('rrule-temporal', temporal));
  console.log(
    `Took ${(performance.now() / 1000).toFixed(0)} s; load ${os
      .loadavg()[0]
      .toFixed(1)} in the end.`,
  );
}

main();
