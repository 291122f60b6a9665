import fc from 'fast-check';
import type { Interval } from '../../time';
import type { WindowState } from '../types';
import { anyOperation, anyWindows } from './__testUtils__/anyWindow';
import { momentsOf, slowState } from './__testUtils__/slowState';
import {
  hour,
  hours,
  indexOf,
  NOON,
  type GivenWindow,
} from './__testUtils__/windows';
import type { AskedOperation } from './operation';
import { windowTimeline } from './windowTimeline';

const DAY: Interval = { start: hour(0), end: hour(48) };

function timelineOf(
  given: readonly GivenWindow[],
  asked: AskedOperation = {},
  period = DAY,
) {
  const { index, scoped } = indexOf(given);
  return windowTimeline(index, scoped, period, asked);
}

/** `0-8 open, 8-10 block`, in hours of the first day. */
const shown = (given: readonly GivenWindow[], asked?: AskedOperation) =>
  timelineOf(given, asked)
    .segments.map(({ start, end, state, windows }) => {
      const from = (start - hour(0)) / 3_600_000;
      const to = (end - hour(0)) / 3_600_000;
      const ids = windows.map(({ window }) => window.id).join('+');
      return `${from}-${to} ${state}${ids && ` ${ids}`}`;
    })
    .join(', ');

const freeze = (id: string, ...pairs: [number, number][]): GivenWindow => ({
  id,
  times: hours(...pairs),
});

const maintenance = (
  id: string,
  ...pairs: [number, number][]
): GivenWindow => ({
  ...freeze(id, ...pairs),
  effect: 'maintenance',
});

describe('windowTimeline', () => {
  it.each<[string, GivenWindow[], string]>([
    ['no window: open', [], '0-48 open'],
    [
      'a window that is not for the subject has no say',
      [{ ...freeze('a', [8, 10]), inScope: false }],
      '0-48 open',
    ],
    [
      'a freeze closes from its start to just before its end',
      [freeze('a', [8, 10])],
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'the strictest of several counts, and each is named',
      [
        { ...freeze('a', [8, 12]), enforcement: 'warn' },
        { ...freeze('b', [9, 11]), enforcement: 'approval' },
        freeze('c', [10, 13]),
      ],
      '0-8 open, 8-9 warn a, 9-10 approval a+b, 10-11 block a+b+c, 11-12 block a+c, 12-13 block c, 13-48 open',
    ],
    [
      'windows that touch do not open in between',
      [freeze('a', [8, 10]), freeze('b', [10, 12])],
      '0-8 open, 8-10 block a, 10-12 block b, 12-48 open',
    ],
    [
      'occurrences of one window that touch are one',
      [freeze('a', [8, 10], [10, 12], [11, 14])],
      '0-8 open, 8-14 block a, 14-48 open',
    ],
    [
      'a freeze that began before the period counts from its beginning',
      [freeze('a', [-5, 3], [40, 60])],
      '0-3 block a, 3-40 open, 40-48 block a',
    ],
    [
      'a maintenance window closes except while it is in force',
      [maintenance('m', [8, 10])],
      '0-8 block m, 8-10 open, 10-48 block m',
    ],
    [
      'one maintenance window in force is enough',
      [maintenance('m', [8, 10]), maintenance('n', [9, 12])],
      '0-8 block m+n, 8-12 open, 12-48 block m+n',
    ],
    [
      'maintenance windows that are all over close',
      [{ ...maintenance('m', [-5, -3]), enforcement: 'approval' }],
      '0-48 approval m',
    ],
    [
      'of maintenance windows that are not in force the strictest counts',
      [
        { ...maintenance('m', [8, 10]), enforcement: 'warn' },
        { ...maintenance('n', [9, 12]), enforcement: 'approval' },
      ],
      '0-8 approval m+n, 8-12 open, 12-48 approval m+n',
    ],
    [
      'a freeze closes inside a maintenance window too',
      [maintenance('m', [8, 12]), freeze('a', [9, 10])],
      '0-8 block m, 8-9 open, 9-10 block a, 10-12 open, 12-48 block m',
    ],
  ])('%s', (_, given, expected) => {
    expect(shown(given)).toBe(expected);
  });

  const rollback: AskedOperation = { operation: 'rollback' };
  const proven: AskedOperation = { ...rollback, rollbackProven: true };
  const running = (since: number): AskedOperation => ({
    operation: 'continue',
    runningSince: hour(since),
  });

  it.each<[string, GivenWindow[], AskedOperation, string]>([
    [
      'a proven rollback passes what exempts rollbacks',
      [
        freeze('a', [8, 10]),
        { ...freeze('b', [9, 12]), rollbacksExempt: false },
      ],
      proven,
      '0-9 open, 9-12 block b, 12-48 open',
    ],
    [
      'a rollback without proof is a deployment',
      [freeze('a', [8, 10])],
      rollback,
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'proof makes no rollback of a deployment',
      [freeze('a', [8, 10])],
      { operation: 'deploy', rollbackProven: true },
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'a proven rollback passes outside maintenance windows that exempt rollbacks',
      [
        maintenance('m', [8, 10]),
        {
          ...maintenance('n', [20, 22]),
          rollbacksExempt: false,
          enforcement: 'approval',
        },
      ],
      proven,
      '0-8 approval n, 8-10 open, 10-20 approval n, 20-22 open, 22-48 approval n',
    ],
    [
      'a running deployment passes a freeze that begins later and lets it finish',
      [freeze('a', [8, 10]), freeze('b', [20, 22])],
      running(9),
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'a window that begins at the very moment of the permission does not count as later',
      [freeze('a', [8, 10])],
      running(8),
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'a running deployment does not pass a freeze that pauses',
      [{ ...freeze('a', [8, 10]), onRunning: 'pause' }],
      running(1),
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'occurrences that follow without a break began with the first of them',
      [freeze('a', [-4, 0], [0, 10])],
      running(-1),
      '0-10 block a, 10-48 open',
    ],
    [
      'a running deployment may finish after its maintenance window',
      [maintenance('m', [8, 10], [20, 22])],
      running(9),
      '0-8 block m, 8-48 open',
    ],
    [
      'a running deployment that began outside every maintenance window is closed until the next one',
      [maintenance('m', [8, 10], [20, 22])],
      running(15),
      '0-8 block m, 8-10 open, 10-20 block m, 20-48 open',
    ],
    [
      'a running deployment of which nobody knows the beginning is judged as one that begins',
      [freeze('a', [8, 10])],
      { operation: 'continue' },
      '0-8 open, 8-10 block a, 10-48 open',
    ],
    [
      'a running rollback that is proven passes what exempts rollbacks',
      [freeze('a', [8, 10])],
      { ...running(9), rollbackProven: true },
      '0-48 open',
    ],
  ])('%s', (_, given, asked, expected) => {
    expect(shown(given, asked)).toBe(expected);
  });

  it('says at every moment what the sentences say, and changes when it says so', () => {
    fc.assert(
      fc.property(anyWindows, anyOperation, (given, asked) => {
        const timeline = timelineOf(given, asked);
        const moments = momentsOf(given)
          .concat([DAY.start, DAY.end, asked.runningSince ?? NOON])
          .flatMap(at => [at - 1, at, at + 1])
          .filter(at => at >= DAY.start && at < DAY.end)
          .sort((a, b) => a - b);
        const slow = new Map(
          moments.map(at => [at, slowState(given, at, asked)]),
        );
        for (const at of moments) {
          expect(timeline.stateAt(at)).toBe(slow.get(at));
          const segment = timeline.segments.find(
            ({ start, end }) => start <= at && at < end,
          );
          expect(segment?.state).toBe(slow.get(at));
          const change = moments.find(
            other => other > at && slow.get(other) !== slow.get(at),
          );
          expect(timeline.nextChange(at)).toEqual(
            change && { at: change, state: slow.get(change) },
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has segments that fill the period and differ from their neighbours', () => {
    fc.assert(
      fc.property(anyWindows, anyOperation, (given, asked) => {
        const { segments } = timelineOf(given, asked);
        expect(segments[0].start).toBe(DAY.start);
        expect(segments.at(-1)?.end).toBe(DAY.end);
        segments.slice(1).forEach((segment, place) => {
          expect(segment.start).toBe(segments[place].end);
          expect(segment.windows).not.toEqual(segments[place].windows);
        });
      }),
    );
  });

  it('finds the first and the longest open stretch that a search hour by hour finds', () => {
    const passable = (state: WindowState) =>
      state === 'open' || state === 'warn';
    fc.assert(
      fc.property(
        anyWindows,
        fc.integer({ min: 0, max: 47 }),
        fc.integer({ min: 0, max: 48 }),
        fc.integer({ min: 0, max: 12 }),
        (given, from, length, wanted) => {
          const timeline = timelineOf(given);
          const to = Math.min(48, from + length);
          const open = Array.from({ length: 48 }, (_, at) =>
            passable(slowState(given, hour(at))),
          );
          const runs = (until: number) => {
            const found: Interval[] = [];
            for (let at = from; at < until; at++) {
              const last = found.at(-1);
              if (!open[at]) continue;
              if (last?.end === hour(at)) last.end = hour(at + 1);
              else found.push({ start: hour(at), end: hour(at + 1) });
            }
            return found;
          };
          const lengthOf = ({ start, end }: Interval) => end - start;
          expect(
            timeline.firstOpen(hour(from), hour(wanted) - hour(0)),
          ).toEqual(
            runs(48).find(run => lengthOf(run) >= hour(wanted) - hour(0)),
          );
          expect(timeline.longestOpen(hour(from), hour(to))).toEqual(
            runs(to).reduce<Interval | undefined>(
              (best, run) =>
                best && lengthOf(best) >= lengthOf(run) ? best : run,
              undefined,
            ),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the longest also when each stretch is longer than the one before', () => {
    const given = [freeze('a', [1, 2], [4, 5], [8, 9], [14, 15], [22, 48])];
    const timeline = timelineOf(given);
    expect(timeline.longestOpen(hour(0), hour(48))).toEqual({
      start: hour(15),
      end: hour(22),
    });
    expect(timeline.longestOpen(hour(0), hour(18))).toEqual({
      start: hour(9),
      end: hour(14),
    });
    expect(timeline.firstOpen(hour(0), 4 * 3_600_000)).toEqual({
      start: hour(9),
      end: hour(14),
    });
  });

  it('refuses what it was not asked to work out', () => {
    const timeline = timelineOf([]);
    for (const at of [hour(0) - 1, hour(48), NaN]) {
      expect(() => timeline.stateAt(at)).toThrow(RangeError);
      expect(() => timeline.nextChange(at)).toThrow(RangeError);
      expect(() => timeline.firstOpen(at, 1)).toThrow(RangeError);
    }
    expect(() => timeline.firstOpen(NOON, NaN)).toThrow(RangeError);
    expect(() => timeline.longestOpen(NOON, hour(49))).toThrow(RangeError);
    expect(() => timeline.longestOpen(NOON, NOON - 1)).toThrow(RangeError);
    expect(() => timelineOf([], {}, { start: NOON, end: NOON })).toThrow(
      RangeError,
    );
    expect(() =>
      timelineOf([], { operation: 'continue', runningSince: NaN }),
    ).toThrow(RangeError);
  });
});
