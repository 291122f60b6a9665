// `npm run bench -- calendar`: what ten thousand windows cost to make ready, to ask and
// to show, beside the same question put to recurrence libraries directly.
import os from 'node:os';
import { windowsInScope } from '@continuity/engine';
import { printTable } from '../report';
import { askPeer, type PeerResult } from './askPeer';
import { makeReady, verdicts, verdictsAgain, yearFrom } from './engine';
import { keptMb, spread, timed, type Measured, type Spread } from './measure';
import { withRRule, withRRuleTemporal } from './peers';
import { createWorld } from './world';

const DAY_MS = 86_400_000;

/** A Monday before the year's end, when much is frozen and more is to come. */
const NOW = Date.parse('2026-11-23T12:00:00Z');
const BUILDS = 3;
const ASKED_AGAIN = 10_000;
/** The peers are slow; a few services say as much. */
const ASKED_PEERS = 8;

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

function row(what: string, times: Spread & { cpu?: number }, aim = '') {
  const { p50, mean, p99, worst, cpu } = times;
  return [
    what,
    us(p50),
    us(mean),
    us(p99),
    us(worst),
    cpu === undefined ? '' : us(cpu),
    aim,
  ];
}

function ratio(peer: Spread, own: Spread): string {
  return `${(peer.p50 / own.p50).toFixed(0)} times`;
}

function peerLine(
  name: string,
  peer: PeerResult,
  first: Measured,
  again: Measured,
): string {
  const agree = peer.asked - peer.disagreements;
  return `${name}: ${ratio(
    peer.first,
    first,
  )} as slow for a service that is new, ${ratio(
    peer.again,
    again,
  )} for one asked before; agrees with the engine in ${agree} of ${
    peer.asked
  } verdicts.`;
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
  const again = verdictsAgain(index, some, NOW + 2 * 3_600_000);
  const full = keptMb() - empty;
  const month = verdicts(index, some, NOW + 33 * DAY_MS);
  const year = timed(() => yearFrom(index, NOW));
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
      ['declarations to a warm index, first', ms(builds[0]), '2000 ms'],
      [
        'declarations to a warm index, best of three',
        ms(Math.min(...builds)),
        '2000 ms',
      ],
      ['memory of the index', `${ready.toFixed(0)} MB`, '200 MB'],
      [
        'memory after a verdict for every service',
        `${full.toFixed(0)} MB`,
        '200 MB',
      ],
      [
        `a year of ${year.result.starts.length} occurrences`,
        ms(year.ms),
        '100 ms',
      ],
      [
        'a year of occurrences, from a new index',
        ms(Math.min(...yearsCold)),
        '100 ms',
      ],
    ],
  );

  const few = every(subjects, ASKED_PEERS);
  const temporal = askPeer(withRRuleTemporal, plain, index, few, NOW);
  const rrule = askPeer(withRRule, plain, index, few, NOW);
  console.log(
    '\nA verdict, every window considered and every reason read. The peers are handed the windows, and give no reasons:\n',
  );
  printTable(
    ['', 'p50', 'mean', 'p99', 'worst', 'cpu', 'aim'],
    [
      row('asked before, an hour later', again, '50 us'),
      row('first for a service', first),
      row('first for a service in another month', month),
      row('rrule, first', rrule.first),
      row('rrule, asked before', rrule.again),
      row('rrule, only whether in force', rrule.inForce),
      row('rrule-temporal, first', temporal.first),
      row('rrule-temporal, asked before', temporal.again),
      row('rrule-temporal, only whether in force', temporal.inForce),
    ],
  );
  console.log(`\n${peerLine('rrule', rrule, first, again)}`);
  console.log(peerLine('rrule-temporal', temporal, first, again));
}

main();
