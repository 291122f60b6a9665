import * as fc from 'fast-check';
import type { RowState } from '../scorecards';
import { blockersOf, countStandings, outcomeOf } from './campaignProgress';
import { towardsLevel, type TowardsRow } from './towardsLevel';

const CARD = {
  checks: [
    { check: 'a', weight: 1 },
    { check: 'b', weight: 3 },
    { check: 'c', weight: 6 },
  ],
  levels: [
    { id: 'low', title: 'Low', requires: ['a'] },
    { id: 'middle', title: 'Middle', requires: ['b'] },
    { id: 'high', title: 'High', requires: [], atLeast: 100 },
  ],
};

const STATES: Record<string, RowState> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
};

/** One letter a check; upper case: exempt. */
const rows = (letters: string): TowardsRow[] =>
  [...letters].map((letter, at) => ({
    check: CARD.checks[at].check,
    state: STATES[letter.toLowerCase()],
    exempt: letter !== letter.toLowerCase(),
  }));

describe('where a service stands as seen from a level', () => {
  it.each<[string, string, string, string[]]>([
    ['ppp', 'high', 'reached', []],
    ['ppf', 'middle', 'reached', []],
    ['ppu', 'middle', 'reached', []],
    ['npp', 'high', 'reached', []],
    ['ppf', 'high', 'not-reached', ['c']],
    ['ppu', 'high', 'not-known', ['c']],
    ['ppF', 'high', 'exempt', ['c']],
    ['ppU', 'high', 'exempt', ['c']],
    // What is exempt does not help over what is not.
    ['fpF', 'high', 'not-reached', ['a', 'c']],
    ['upF', 'high', 'not-reached', ['a', 'c']],
    ['Fup', 'middle', 'not-reached', ['b', 'a']],
    ['FFp', 'middle', 'exempt', ['b', 'a']],
    // Lower levels count too, and what is above does not.
    ['fpp', 'middle', 'not-reached', ['a']],
    ['uff', 'low', 'not-known', ['a']],
    ['fuf', 'middle', 'not-reached', ['b', 'a']],
    // Nothing applies: it was not asked, and has not passed.
    ['nnn', 'low', 'not-known', []],
    // A level that there is not any more.
    ['ppp', 'gone', 'not-known', []],
  ])('%s towards %s: %s, lacks %j', (letters, level, standing, missing) => {
    expect(towardsLevel(CARD, level, rows(letters))).toEqual({
      standing,
      missing,
    });
  });

  it('is not known where nothing was judged', () => {
    expect(towardsLevel(CARD, 'low', undefined).standing).toBe('not-known');
    expect(towardsLevel(CARD, 'low', []).standing).toBe('not-known');
  });
});

const anyRows = fc
  .array(fc.constantFrom('p', 'f', 'u', 'n', 'F', 'U'), {
    minLength: 3,
    maxLength: 3,
  })
  .map(letters => rows(letters.join('')));
const anyLevel = fc.constantFrom('low', 'middle', 'high');

describe('whatever came of the checks', () => {
  it('nothing unknown and no exemption makes a level reached', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (given, level) => {
        const failed = given.map(row => ({
          ...row,
          exempt: false,
          state: row.state === 'unknown' ? ('fail' as const) : row.state,
        }));
        expect(towardsLevel(CARD, level, given).standing === 'reached').toBe(
          towardsLevel(CARD, level, failed).standing === 'reached',
        );
      }),
    );
  });

  it('something is in the way exactly where it is not reached', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (given, level) => {
        const { standing, missing } = towardsLevel(CARD, level, given);
        const isAsked = given.some(({ state }) => state !== 'not-applicable');
        expect(missing.length === 0).toBe(standing === 'reached' || !isAsked);
      }),
    );
  });

  it('to mend all that is in the way reaches it', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (given, level) => {
        const { missing } = towardsLevel(CARD, level, given);
        fc.pre(given.some(({ state }) => state !== 'not-applicable'));
        const mended = given.map(row =>
          missing.includes(row.check)
            ? { ...row, state: 'pass' as const, exempt: false }
            : row,
        );
        expect(towardsLevel(CARD, level, mended).standing).toBe('reached');
      }),
    );
  });

  it('a pass that is lost never helps', () => {
    const ORDER = ['not-reached', 'not-known', 'exempt', 'reached'];
    fc.assert(
      fc.property(
        anyRows,
        anyLevel,
        fc.nat(2),
        fc.constantFrom('fail' as const, 'unknown' as const),
        (given, level, at, state) => {
          fc.pre(given[at].state === 'pass');
          const worse = given.map((row, place) =>
            place === at ? { ...row, state, exempt: false } : row,
          );
          expect(
            ORDER.indexOf(towardsLevel(CARD, level, worse).standing),
          ).toBeLessThanOrEqual(
            ORDER.indexOf(towardsLevel(CARD, level, given).standing),
          );
        },
      ),
    );
  });
});

describe('progress', () => {
  const group = (letters: string, services: number) => ({
    services,
    rows: rows(letters),
    ...towardsLevel(CARD, 'high', rows(letters)),
  });
  const groups = [
    group('ppp', 10),
    group('ppf', 4),
    group('fpf', 2),
    group('ppF', 3),
    group('ppu', 5),
  ];

  it('counts every service once', () => {
    expect(countStandings(groups)).toEqual({
      services: 24,
      reached: 10,
      exempt: 3,
      notKnown: 5,
      notReached: 6,
    });
  });

  it('says which check is in the way of most, and of how many alone', () => {
    expect(blockersOf(CARD, 'high', groups)).toEqual([
      { check: 'c', services: 14, alone: 12 },
      { check: 'a', services: 2, alone: 0 },
    ]);
  });

  it.each([
    [{ services: 3, reached: 3 }, 'reached'],
    [{ services: 3, reached: 2 }, 'missed'],
    [{ services: 0, reached: 0 }, 'missed'],
  ])('%j: %s', (counts, outcome) => {
    expect(outcomeOf(counts)).toBe(outcome);
  });
});
