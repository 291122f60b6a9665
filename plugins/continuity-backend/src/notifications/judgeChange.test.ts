import type { FreezeWindow, Occurrence } from '@continuity/engine';
import fc from 'fast-check';
import { announce, factsOf, threadOf } from './Announcement';
import type { Audience } from './Concerned';
import { judgeChange, type ObservedWindow } from './judgeChange';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-01-29T12:00:00Z');

const WINDOW: FreezeWindow = {
  id: 'month-end',
  title: 'Month-end close',
  reason: 'The books of the month are closed',
  owner: 'group:default/finance',
  effect: 'freeze',
  enforcement: 'block',
  onRunning: 'finish',
  rollbacksExempt: true,
  timezone: 'UTC',
  start: '2026-01-30T18:00:00',
  length: { by: 'duration', duration: 'PT1H' },
  allDay: false,
  rdates: [],
  exdates: [],
  overrides: [],
  scope: {},
};

/** Starts in hours from now, and how many hours each lasts. */
type Times = [start: number, hours: number][];

function occurrences(times: Times): Occurrence[] {
  return times.map(([start, hours]) => ({
    start: NOW + start * HOUR,
    end: NOW + (start + hours) * HOUR,
    startLocal: '',
    endLocal: '',
  }));
}

function observed(
  times: Times,
  owners: string[],
  window: Partial<FreezeWindow> = {},
): ObservedWindow {
  const audience: Audience = {
    services: owners.length,
    recipients: owners.map(owner => ({ owner, services: 1 })),
  };
  return {
    calendarRef: 'freezecalendar:default/finance',
    calendarTitle: 'Finance',
    window: { ...WINDOW, ...window },
    times: occurrences(times),
    audience,
  };
}

function told(of: ObservedWindow, times: Times) {
  return occurrences(times).map(occurrence =>
    announce(
      factsOf(of, occurrence, of.audience, threadOf(of, occurrence)),
      occurrence,
      [],
      NOW,
    ),
  );
}

function judge(
  before: ObservedWindow | undefined,
  after: ObservedWindow | undefined,
  {
    announced = [] as Times,
    next = undefined as [number, number] | undefined,
    isSingle = false,
    onlyWarns = false,
  } = {},
) {
  const [nextOccurrence] = next ? occurrences([next]) : [];
  return judgeChange(
    {
      ...(before && { before }),
      ...(after && {
        after: {
          ...after,
          ...(nextOccurrence && { next: nextOccurrence }),
          isSingle,
          onlyWarns,
          isRoutine: () => false,
        },
      }),
      announced: before ? told(before, announced) : [],
    },
    { now: NOW, reminders: [] },
  );
}

const kinds = (verdict: ReturnType<typeof judge>) =>
  verdict.news.map(({ kind, recipients, more }) => [
    kind,
    recipients.map(({ owner }) => owner).join(),
    more ?? 0,
  ]);

describe('judgeChange', () => {
  it.each<[string, Times, Times, object, unknown[]]>([
    ['nothing', [[5, 1]], [[5, 1]], {}, []],
    [
      'one more',
      [[5, 1]],
      [
        [5, 1],
        [9, 1],
      ],
      {},
      [['added', 'a,b', 0]],
    ],
    [
      'several more',
      [],
      [
        [5, 1],
        [9, 1],
        [12, 1],
      ],
      {},
      [['added', 'a,b', 2]],
    ],
    ['another start', [[5, 2]], [[6, 1]], {}, [['moved', 'a,b', 0]]],
    [
      'every start',
      [
        [5, 1],
        [9, 1],
      ],
      [
        [6, 1],
        [10, 1],
      ],
      {},
      [['moved', 'a,b', 1]],
    ],
    ['another end', [[5, 1]], [[5, 3]], {}, [['changed', 'a,b', 0]]],
    [
      'one less',
      [
        [5, 1],
        [9, 1],
      ],
      [[5, 1]],
      {},
      [['called-off', 'a,b', 0]],
    ],
    [
      'one in force less that was announced',
      [[-1, 3]],
      [],
      { announced: [[-1, 3]] },
      [['lifted', 'a,b', 0]],
    ],
    ['one in force less that nobody was told of', [[-1, 3]], [], {}, []],
    [
      'one in force less that nobody was told of, and one to come',
      [
        [-1, 3],
        [9, 1],
      ],
      [],
      {},
      [['called-off', 'a,b', 1]],
    ],
    [
      'a single one that takes place later',
      [[5, 1]],
      [],
      { next: [500, 1], isSingle: true },
      [['moved', 'a,b', 0]],
    ],
    [
      'one of many that take place later',
      [[5, 1]],
      [],
      { next: [500, 1] },
      [['called-off', 'a,b', 0]],
    ],
  ])('%s', (_, was, is, options, expected) => {
    const owners = ['a', 'b'];
    const verdict = judge(observed(was, owners), observed(is, owners), options);
    expect(kinds(verdict)).toEqual(expected);
  });

  it('tells a new window and a gone one from one without times', () => {
    const window = observed([[5, 1]], ['a']);
    const empty = observed([], ['a']);
    expect(kinds(judge(undefined, window))).toEqual([['added', 'a', 0]]);
    expect(kinds(judge(empty, window))).toEqual([['added', 'a', 0]]);
    expect(kinds(judge(window, undefined))).toEqual([['called-off', 'a', 0]]);
    expect(kinds(judge(empty, empty))).toEqual([]);
  });

  it('tells whom a scope comes to and whom it leaves apart from the others', () => {
    const verdict = judge(
      observed(
        [
          [5, 1],
          [9, 1],
        ],
        ['a', 'b'],
      ),
      observed(
        [
          [6, 1],
          [9, 1],
        ],
        ['b', 'c'],
      ),
      { announced: [[5, 1]] },
    );
    expect(kinds(verdict)).toEqual([
      ['moved', 'b', 0],
      ['added', 'c', 1],
      ['called-off', 'a', 1],
    ]);
    // It stays the same notification for those who know it already.
    const [moved, , calledOff] = verdict.news;
    expect(moved.thread).toBe(calledOff.thread);
    expect(verdict.announced.map(({ facts }) => facts.thread)).toContain(
      moved.thread,
    );
    expect(verdict.ended).toEqual([]);
  });

  it('keeps its laws whatever changes', () => {
    const times = fc
      .uniqueArray(fc.integer({ min: -3, max: 40 }), { maxLength: 5 })
      .chain(starts =>
        fc.tuple(
          ...starts
            .sort((a, b) => a - b)
            .map(start =>
              fc
                .integer({ min: Math.max(1, 1 - start), max: 6 })
                .map((hours): [number, number] => [start, hours]),
            ),
        ),
      );
    const owners = fc.subarray(['a', 'b', 'c', 'd']);
    const version = fc.record({
      times,
      owners,
      enforcement: fc.constantFrom('block' as const, 'approval' as const),
    });
    fc.assert(
      fc.property(
        fc.option(version, { nil: undefined }),
        fc.option(version, { nil: undefined }),
        fc.infiniteStream(fc.boolean()),
        fc.boolean(),
        (was, is, coins, isSingle) => {
          const before = was && observed(was.times, was.owners, was);
          const after = is && observed(is.times, is.owners, is);
          const announced = (was?.times ?? []).filter(() => coins.next().value);
          const verdict = judge(before, after, { announced, isSingle });
          const told1 = verdict.news.flatMap(({ recipients }) =>
            recipients.map(({ owner }) => owner),
          );
          // Nobody hears of one change twice, and nobody whom it does not concern.
          expect(new Set(told1).size).toBe(told1.length);
          const concerned = [...(was?.owners ?? []), ...(is?.owners ?? [])];
          expect(concerned).toEqual(expect.arrayContaining(told1));
          // What is remembered takes place, and each under a thread of its own.
          const starts = new Set(after?.times.map(({ start }) => start));
          const threads = verdict.announced.map(({ facts }) => facts.thread);
          expect(verdict.announced.every(one => starts.has(one.start))).toBe(
            true,
          );
          expect(new Set(threads).size).toBe(threads.length);
          expect(verdict.ended.some(one => threads.includes(one))).toBe(false);
          // What was announced and takes place no more is not lifted later.
          const gone = announced.filter(
            ([start]) => !starts.has(NOW + start * HOUR),
          );
          const over = new Set([...verdict.ended, ...threads]);
          for (const { facts } of before ? told(before, gone) : []) {
            expect(over).toContain(facts.thread);
          }
          const isSame = JSON.stringify(was) === JSON.stringify(is);
          expect(isSame ? verdict.news : []).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
