// `npm run bench -- calendar`: what ten thousand windows cost to make ready, to ask and
// to show, beside the same question put to recurrence libraries directly.
import v8 from 'node:v8';
import vm from 'node:vm';
import {
  answerScoped,
  createScopeBook,
  createWindowIndex,
  parseFreezeCalendar,
  type FreezeCalendar,
  type ScopeBook,
  type ScopedWindow,
  type WindowIndex,
} from '@continuity/engine';
import { printTable } from '../report';
import { withRRule, withRRuleTemporal, type IsActive } from './peers';
import {
  CALENDARS,
  ENTITIES,
  WINDOWS,
  WINDOWS_PER_CALENDAR,
  calendarEntity,
  plainWindow,
  subjectOf,
} from './world';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const YEAR_MS = 365 * 86_400_000;
/** The peers are slow; fewer questions say as much. */
const ASKED_PEERS = 40;

v8.setFlagsFromString('--expose-gc');
const collectGarbage: () => void = vm.runInNewContext('gc');

interface Timed<T> {
  result: T;
  ms: number;
}

function timed<T>(work: () => T): Timed<T> {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
}

function heapMb(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_048_576;
}

interface Ready {
  index: WindowIndex;
  book: ScopeBook;
}

function makeReady(entities: readonly object[]): Ready {
  const calendars = entities.map((entity): FreezeCalendar => {
    const { calendar, problems } = parseFreezeCalendar(entity);
    if (!calendar) throw new Error(JSON.stringify(problems));
    return calendar;
  });
  const index = createWindowIndex(calendars, { warmAt: NOW });
  const book = createScopeBook(index.windows.map(({ window }) => window.scope));
  return { index, book };
}

function scopedOf({ index, book }: Ready, service: Service): ScopedWindow[] {
  return [...book.matching(service)].map(position => ({
    indexed: index.windows[position],
    inScope: true,
    scopeReason: 'Judged by the book of scopes.',
  }));
}

type Service = ReturnType<typeof subjectOf>;

/** Microseconds a verdict: the median and the slowest hundredth. */
function verdicts(ready: Ready, services: readonly Service[], at: number) {
  let considered = 0;
  const latencies = services.map(service => {
    const { result, ms } = timed(() =>
      answerScoped(ready.index, scopedOf(ready, service), at),
    );
    considered += result.considered.length;
    return ms * 1000;
  });
  return { ...spread(latencies), considered: considered / services.length };
}

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
  return { p50: at(0.5), p99: at(0.99) };
}

/** Every occurrence of a year, as the calendar page needs them. */
function yearOf({ index }: Ready): number {
  let occurrences = 0;
  for (const window of index.windows) {
    index.spansBetween(window, { start: NOW, end: NOW + YEAR_MS }, () => {
      occurrences++;
    });
  }
  return occurrences;
}

/** Microseconds for what a peer says of the windows of one service. */
function askPeer(
  ready: Ready,
  services: readonly Service[],
  make: (window: ReturnType<typeof plainWindow>) => IsActive,
): { p50: number; p99: number; disagreements: number } {
  const rules = new Map<number, IsActive>();
  let disagreements = 0;
  const latencies = services.map((service, question) => {
    const positions = [...ready.book.matching(service)];
    const asked = positions.map(position => {
      let rule = rules.get(position);
      if (!rule) {
        rule = make(
          plainWindow(
            Math.floor(position / WINDOWS_PER_CALENDAR),
            position % WINDOWS_PER_CALENDAR,
          ),
        );
        rules.set(position, rule);
      }
      return rule;
    });
    // Never the same moment twice: a cache of answers is not what is compared.
    const at = NOW + question * 60_000;
    const { result, ms } = timed(() => asked.map(isActive => isActive(at)));
    positions.forEach((position, place) => {
      const { active } = ready.index.occurrencesAt(
        ready.index.windows[position],
        at,
      );
      if ((active !== undefined) !== result[place]) disagreements++;
    });
    return ms * 1000;
  });
  return { ...spread(latencies), disagreements };
}

const us = (value: number) => `${value.toFixed(1)} us`;
const ms = (value: number) => `${value.toFixed(0)} ms`;

function main() {
  const entities = Array.from({ length: CALENDARS }, (_, index) =>
    calendarEntity(index),
  );
  const services = Array.from({ length: ENTITIES }, (_, index) =>
    subjectOf(index),
  );
  console.log(
    `${WINDOWS} windows in ${CALENDARS} calendars, ${ENTITIES} services\n`,
  );

  const before = heapMb();
  const building = timed(() => makeReady(entities));
  const ready = building.result;
  const first = verdicts(ready, services, NOW);
  const memory = heapMb() - before;
  const again = verdicts(ready, services, NOW + 3_600_000);
  yearOf(ready);
  const year = timed(() => yearOf(ready));

  const few = services.filter(
    (_, index) => index % Math.floor(ENTITIES / ASKED_PEERS) === 0,
  );
  const rrule = askPeer(ready, few, withRRule);
  const temporal = askPeer(ready, few, withRRuleTemporal);

  printTable(
    ['what', 'measured', 'p99', 'aim'],
    [
      ['declarations to a warm index', ms(building.ms), '', '2000 ms'],
      [
        'memory of it after a verdict for every service',
        `${memory.toFixed(0)} MB`,
        '',
        '200 MB',
      ],
      [
        `verdict, first for a service (${first.considered.toFixed(
          0,
        )} windows each)`,
        us(first.p50),
        us(first.p99),
        '',
      ],
      ['verdict, asked before', us(again.p50), us(again.p99), '50 us'],
      [`a year of ${year.result} occurrences`, ms(year.ms), '', '100 ms'],
      ['rrule, in force or not', us(rrule.p50), us(rrule.p99), ''],
      [
        'rrule-temporal, in force or not',
        us(temporal.p50),
        us(temporal.p99),
        '',
      ],
    ],
  );
  console.log(
    `\nPer verdict, ratio to the p50 of a verdict asked before: rrule ${(
      rrule.p50 / again.p50
    ).toFixed(0)} times, rrule-temporal ${(temporal.p50 / again.p50).toFixed(
      0,
    )} times (aim: 100). The peers are handed the windows in scope and give no reasons.`,
  );
  console.log(
    `Windows on which a peer disagrees: rrule ${rrule.disagreements}, rrule-temporal ${temporal.disagreements}.`,
  );
}

main();
