import fc from 'fast-check';
import { parseInstant, type Instant } from '../../time';
import {
  answerWindows,
  createWindowIndex,
  parseFreezeCalendar,
  type FreezeCalendar,
} from '..';
import type { WindowAnswer, WindowState } from '../types';
import { anyOperation, anyWindow, anyWindows } from './__testUtils__/anyWindow';
import { momentsOf, slowState } from './__testUtils__/slowState';
import {
  hour,
  hours,
  indexOf,
  NOON,
  subject,
  type GivenWindow,
} from './__testUtils__/windows';
import { answerScoped, type WindowAnswerOptions } from './answerWindows';
import { strictnessOf } from './strictness';

const TWO_DAYS = 'PT48H';

const answer = (
  given: readonly GivenWindow[],
  at: Instant = NOON,
  options: WindowAnswerOptions = {},
) => {
  const { index, scoped } = indexOf(given);
  return answerScoped(index, scoped, at, { horizon: TWO_DAYS, ...options });
};

const freeze = (
  id: string,
  times: [number, number][],
  change: Partial<GivenWindow> = {},
): GivenWindow => ({ id, times: hours(...times), ...change });

const maintenance = (
  id: string,
  times: [number, number][],
  change: Partial<GivenWindow> = {},
) => freeze(id, times, { effect: 'maintenance', ...change });

/** `closes a: words` for each window considered, in order. */
const shown = ({ considered }: WindowAnswer) =>
  considered.map(
    ({ role, window, because }) => `${role} ${window.id}: ${because}`,
  );

describe('answerWindows', () => {
  it.each<[string, GivenWindow[], WindowAnswerOptions, WindowState, string[]]>([
    ['nothing in scope: open', [], {}, 'open', []],
    [
      'a freeze in force closes',
      [freeze('a', [[11, 14]])],
      {},
      'block',
      [
        'closes a: It is in force until 2026-06-01 14:00 UTC, so nothing may be released.',
      ],
    ],
    [
      'a window ends where the last of its occurrences ends that follow each other',
      [
        freeze(
          'a',
          [
            [11, 14],
            [14, 16],
            [15, 17],
          ],
          { enforcement: 'approval' },
        ),
      ],
      {},
      'approval',
      [
        'closes a: It is in force until 2026-06-01 17:00 UTC, so a release needs approval.',
      ],
    ],
    [
      'a window without a known end says so',
      [
        freeze(
          'a',
          [
            [11, 30],
            [30, 90],
          ],
          { enforcement: 'warn' },
        ),
        freeze('b', [[11, 90]], { inScope: false }),
      ],
      {},
      'warn',
      [
        'closes a: It is in force with no end in sight before 2026-06-03 12:00 UTC, so a release needs care.',
        'out-of-scope b: As the test says.',
      ],
    ],
    [
      'a freeze not in force says when it is next, or that it is over',
      [freeze('a', [[1, 2]]), freeze('b', [[15, 16]])],
      {},
      'open',
      [
        'idle b: It is not in force. Next: from 2026-06-01 15:00 UTC to 2026-06-01 16:00 UTC.',
        'idle a: It is not in force. Not again before 2026-06-03 12:00 UTC.',
      ],
    ],
    [
      'a maintenance window in force opens, and others wait',
      [
        maintenance('m', [[13, 14]]),
        maintenance('n', [[11, 13]]),
        freeze('a', [[13, 14]]),
      ],
      {},
      'open',
      [
        'opens n: It is a maintenance window and in force until 2026-06-01 13:00 UTC, so it stops nothing.',
        'waits m: It is a maintenance window and not in force, but another one is, and one is enough. Next: from 2026-06-01 13:00 UTC to 2026-06-01 14:00 UTC.',
        'idle a: It is not in force. Next: from 2026-06-01 13:00 UTC to 2026-06-01 14:00 UTC.',
      ],
    ],
    [
      'maintenance windows that are not in force close, the strictest first, also one that is over',
      [
        maintenance('m', [[13, 14]], { enforcement: 'approval' }),
        maintenance('n', [[8, 9]]),
      ],
      {},
      'block',
      [
        'closes n: It is a maintenance window, and neither it nor another one is in force, so nothing may be released. Not again before 2026-06-03 12:00 UTC.',
        'closes m: It is a maintenance window, and neither it nor another one is in force, so a release needs approval. Next: from 2026-06-01 13:00 UTC to 2026-06-01 14:00 UTC.',
      ],
    ],
    [
      'a proven rollback is exempt where rollbacks are',
      [
        freeze('a', [[11, 14]]),
        freeze('b', [[11, 14]], {
          rollbacksExempt: false,
          enforcement: 'warn',
        }),
      ],
      { operation: 'rollback', rollbackProven: true },
      'warn',
      [
        'closes b: It is in force until 2026-06-01 14:00 UTC, so a release needs care. It holds rollbacks back too.',
        'exempt a: It is in force until 2026-06-01 14:00 UTC, but it lets rollbacks through, and this goes back to what ran here before.',
      ],
    ],
    [
      'a rollback without proof is told so',
      [freeze('a', [[11, 14]])],
      { operation: 'rollback' },
      'block',
      [
        'closes a: It is in force until 2026-06-01 14:00 UTC, so nothing may be released. It lets rollbacks through, but nothing proves that this goes back to what ran here before.',
      ],
    ],
    [
      'a running deployment may finish, unless the window pauses or was there before',
      [
        freeze('a', [[11, 14]]),
        freeze('b', [[11, 14]], {
          onRunning: 'pause',
          enforcement: 'approval',
        }),
        freeze('c', [[9, 14]]),
        maintenance('m', [[8, 11]]),
      ],
      { operation: 'continue', runningSince: hour(10) },
      'block',
      [
        'closes c: It is in force until 2026-06-01 14:00 UTC, so nothing may be released. It lets finish what is under way, but it was closed already at 2026-06-01 10:00 UTC, when this was allowed.',
        'closes b: It is in force until 2026-06-01 14:00 UTC, so a release needs approval. It pauses what is under way too.',
        'exempt a: It is in force until 2026-06-01 14:00 UTC, but it began to close after 2026-06-01 10:00 UTC, when the deployment under way was allowed, and lets it finish.',
        'exempt m: It is a maintenance window, and neither it nor another one is in force, but it began to close after 2026-06-01 10:00 UTC, when the deployment under way was allowed, and lets it finish.',
      ],
    ],
  ])('%s', (_, given, options, state, words) => {
    const found = answer(given, NOON, options);
    expect(found.state).toBe(state);
    expect(shown(found)).toEqual(words);
  });

  it('tells the next change with its cause, the next opening and the longest open time', () => {
    const given = [
      freeze('a', [[11, 14]]),
      freeze(
        'b',
        [
          [13, 16],
          [20, 21],
        ],
        { enforcement: 'approval' },
      ),
      freeze('c', [[16, 17]], { enforcement: 'warn' }),
    ];
    expect(answer(given)).toMatchObject({
      at: NOON,
      state: 'block',
      nextChange: {
        at: hour(14),
        state: 'approval',
        cause: '"Title of a" of calendar Finance is lifted.',
      },
      nextOpen: hour(16),
      longestOpen: { start: hour(21) },
      horizon: hour(60),
    });
    expect(answer(given, hour(14)).nextChange).toEqual({
      at: hour(16),
      state: 'warn',
      cause:
        '"Title of b" of calendar Finance is lifted and "Title of c" of calendar Finance comes into force.',
    });
    const warned = answer(given, hour(16));
    expect(warned).not.toHaveProperty('nextOpen');
    expect(warned.longestOpen).toEqual({ start: hour(21) });
    expect(answer(given, hour(16), { horizon: 'PT6H' }).longestOpen).toEqual({
      start: hour(16),
      end: hour(20),
    });
  });

  it.each<[string, GivenWindow[], string]>([
    [
      'a maintenance window that ends',
      [maintenance('m', [[11, 13]])],
      'maintenance window "Title of m" of calendar Finance ends.',
    ],
    [
      'one that begins',
      [maintenance('m', [[13, 14]]), maintenance('n', [[13, 14]])],
      'maintenance window "Title of m" of calendar Finance begins and maintenance window "Title of n" of calendar Finance begins.',
    ],
    [
      'many at once',
      ['a', 'b', 'c', 'd', 'e'].map(id => freeze(id, [[13, 14]])),
      '"Title of a" of calendar Finance comes into force, "Title of b" of calendar Finance comes into force, "Title of c" of calendar Finance comes into force and 2 more changes.',
    ],
  ])('names as cause %s', (_, given, cause) => {
    expect(answer(given).nextChange).toMatchObject({ at: hour(13), cause });
  });

  it('knows no next opening when there is none before the horizon', () => {
    const found = answer([freeze('a', [[11, 90]])]);
    expect(found.state).toBe('block');
    expect(found).not.toHaveProperty('nextOpen');
    expect(found).not.toHaveProperty('nextChange');
    expect(found).not.toHaveProperty('longestOpen');
  });

  it('does not open between windows that touch', () => {
    const given = [freeze('a', [[11, 14]]), freeze('b', [[14, 16]])];
    expect(answer(given)).toMatchObject({
      nextOpen: hour(16),
      nextChange: { at: hour(16), state: 'open' },
    });
  });

  it('refuses what is no moment, no duration or outside the years', () => {
    expect(() => answer([], NaN)).toThrow(RangeError);
    expect(() => answer([], -1)).toThrow(RangeError);
    expect(() => answer([], Date.UTC(2200, 0, 1))).toThrow(RangeError);
    expect(() => answer([], NOON, { horizon: 'soon' })).toThrow(RangeError);
    expect(() =>
      answer([], NOON, { operation: 'continue', runningSince: NaN }),
    ).toThrow(RangeError);
    expect(() =>
      answerScoped(indexOf([]).index, indexOf([freeze('a', [])]).scoped, NOON),
    ).toThrow('not one of this index');
  });
});

describe('answerWindows, for any windows', () => {
  const anyMoment = fc.integer({ min: 0, max: 47 }).map(hour);
  const around = (given: readonly GivenWindow[], at: Instant) =>
    momentsOf(given)
      .concat([at, hour(48)])
      .flatMap(when => [when - 1, when, when + 1])
      .filter(when => when >= at && when < at + 48 * (hour(1) - hour(0)))
      .sort((a, b) => a - b);

  it('considers every window exactly once, the deciding ones first', () => {
    fc.assert(
      fc.property(anyWindows, anyMoment, anyOperation, (given, at, asked) => {
        const { considered, state } = answer(given, at, asked);
        expect(considered.map(({ window }) => window.id).sort()).toEqual(
          given.map(({ id }) => id).sort(),
        );
        expect(considered.every(({ because }) => because.length > 0)).toBe(
          true,
        );
        const closing = considered.filter(({ role }) => role === 'closes');
        expect(considered.slice(0, closing.length)).toEqual(closing);
        expect(closing[0]?.window.enforcement ?? 'open').toBe(state);
      }),
    );
  });

  it('does not depend on the order of the windows', () => {
    fc.assert(
      fc.property(anyWindows, anyMoment, anyOperation, (given, at, asked) => {
        expect(answer([...given].reverse(), at, asked)).toEqual(
          answer(given, at, asked),
        );
      }),
    );
  });

  it('changes at nextChange and not before, and opens at nextOpen and not before', () => {
    fc.assert(
      fc.property(anyWindows, anyMoment, anyOperation, (given, at, asked) => {
        const found = answer(given, at, asked);
        const moments = around(given, at);
        const change = moments.find(
          when => slowState(given, when, asked) !== found.state,
        );
        expect(found.state).toBe(slowState(given, at, asked));
        expect(found.nextChange?.at).toBe(change);
        expect(found.nextChange?.cause ?? 'none').toMatch(/\w/);
        expect(found.nextChange?.state).toBe(
          change && slowState(given, change, asked),
        );
        const closed = strictnessOf(found.state) > 1;
        expect(found.nextOpen).toBe(
          closed
            ? moments.find(
                when => strictnessOf(slowState(given, when, asked)) <= 1,
              )
            : undefined,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has a longest open time that no other exceeds', () => {
    fc.assert(
      fc.property(anyWindows, anyMoment, (given, at) => {
        const { longestOpen, horizon } = answer(given, at);
        const open = Array.from({ length: 48 }, (_, place) => {
          const when = at + place * (hour(1) - hour(0));
          return strictnessOf(slowState(given, when)) <= 1;
        });
        let best = 0;
        let run = 0;
        for (const isOpen of open) {
          run = isOpen ? run + 1 : 0;
          best = Math.max(best, run);
        }
        const found = longestOpen
          ? (longestOpen.end ?? horizon) - longestOpen.start
          : 0;
        expect(found).toBe(best * (hour(1) - hour(0)));
      }),
    );
  });

  it('is never opened by one more freeze', () => {
    fc.assert(
      fc.property(
        anyWindows,
        anyWindow,
        anyMoment,
        anyOperation,
        (given, extra, at, asked) => {
          const more = [
            ...given,
            { ...extra, id: 'extra', effect: 'freeze' as const },
          ];
          expect(
            strictnessOf(answer(more, at, asked).state),
          ).toBeGreaterThanOrEqual(
            strictnessOf(answer(given, at, asked).state),
          );
        },
      ),
    );
  });

  it('is never closed by one more maintenance window beside one that is as strict', () => {
    fc.assert(
      fc.property(
        anyWindows,
        anyWindow,
        anyWindow,
        anyMoment,
        (given, one, extra, at) => {
          const first: GivenWindow = {
            ...one,
            id: 'first',
            effect: 'maintenance',
            inScope: true,
          };
          const second: GivenWindow = {
            ...extra,
            id: 'second',
            effect: 'maintenance',
            enforcement: one.enforcement,
          };
          expect(
            strictnessOf(answer([...given, first, second], at).state),
          ).toBeLessThanOrEqual(
            strictnessOf(answer([...given, first], at).state),
          );
        },
      ),
    );
  });

  it('answers alike whatever was asked before', () => {
    fc.assert(
      fc.property(
        anyWindows,
        fc.array(fc.tuple(anyMoment, anyOperation), { minLength: 2 }),
        (given, questions) => {
          const { index, scoped } = indexOf(given);
          for (const [at, asked] of questions) {
            const options = { horizon: TWO_DAYS, ...asked };
            expect(answerScoped(index, scoped, at, options)).toEqual(
              answer(given, at, asked),
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('answerWindows of declared calendars', () => {
  function calendar(name: string, windows: object[]): FreezeCalendar {
    const found = parseFreezeCalendar({
      apiVersion: 'continuity.dev/v1',
      kind: 'FreezeCalendar',
      metadata: { name },
      spec: { owner: 'finance', timezone: 'Europe/Zurich', windows },
    });
    if (!found.calendar) throw new Error(JSON.stringify(found.problems));
    return found.calendar;
  }

  const close = calendar('close', [
    {
      id: 'month-end',
      title: 'Month-end close',
      reason: 'r',
      start: '2026-01-31T18:00:00',
      duration: 'PT14H',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    },
    {
      id: 'tier-3',
      title: 'Tier 3',
      reason: 'r',
      start: '2026-01-31T18:00:00',
      duration: 'PT14H',
      scope: { tiers: ['tier-3'] },
    },
  ]);
  const at = parseInstant('2026-03-31T20:00:00Z') ?? NaN;

  it('shows times in UTC and in the window zone, and what is not for the subject', () => {
    const found = answerWindows([close], subject, at);
    expect(shown(found)).toEqual([
      'closes month-end: It is in force until 2026-04-01 06:00 UTC (2026-04-01 08:00 Europe/Zurich), so nothing may be released.',
      'out-of-scope tier-3: It is for tier tier-3, and this is tier-1.',
    ]);
    expect(found.nextOpen).toBe(parseInstant('2026-04-01T06:00:00Z'));
  });

  it('leaves windows out that are not for the subject when that is asked for', () => {
    const index = createWindowIndex([close]);
    const all = answerWindows(index, subject, at);
    expect(
      answerWindows(index, subject, at, { considered: 'in-scope' }),
    ).toEqual({
      ...all,
      considered: all.considered.filter(({ inScope }) => inScope),
    });
  });
});
