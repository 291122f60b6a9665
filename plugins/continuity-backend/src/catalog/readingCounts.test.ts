import fc from 'fast-check';
import {
  FIRST_SETTLE_MS,
  judgeReading,
  LOSS_SETTLE_MS,
  type ReadingUnderJudgement,
} from './readingCounts';

const calendars = ['freezecalendar:default/month-end'];
const base: ReadingUnderJudgement = {
  first: false,
  seen: { entities: 100, calendars },
  known: 100,
  lost: 0,
  everyCalendarLost: false,
  at: 1_000_000,
};

describe('judgeReading', () => {
  it.each<[string, Partial<ReadingUnderJudgement>, boolean]>([
    ['an ordinary reading', {}, true],
    ['one that lost a service', { lost: 1 }, true],
    ['one that lost a tenth', { lost: 10 }, true],
    ['an empty one', { seen: { entities: 0, calendars: [] } }, false],
    ['the first', { first: true, known: 0 }, false],
    [
      'the first, seen so too short a time ago',
      {
        first: true,
        pending: {
          entities: 100,
          calendars,
          since: base.at - FIRST_SETTLE_MS + 1,
        },
      },
      false,
    ],
    [
      'the first, confirmed',
      {
        first: true,
        pending: { entities: 100, calendars, since: base.at - FIRST_SETTLE_MS },
      },
      true,
    ],
    [
      'the first, still growing',
      { first: true, pending: { entities: 90, calendars, since: 0 } },
      false,
    ],
    [
      'the first of a large catalog that never stands still',
      {
        first: true,
        seen: { entities: 50_010, calendars },
        pending: { entities: 50_000, calendars, since: 0 },
      },
      true,
    ],
    [
      'the first, with a calendar that has only now arrived',
      { first: true, pending: { entities: 100, calendars: [], since: 0 } },
      false,
    ],
    ['one that lost a large part', { lost: 11 }, false],
    [
      'one that lost the last calendar',
      {
        lost: 1,
        everyCalendarLost: true,
        seen: { entities: 99, calendars: [] },
      },
      false,
    ],
    [
      'a large loss, confirmed',
      {
        lost: 60,
        seen: { entities: 40, calendars },
        pending: { entities: 40, calendars, since: base.at - LOSS_SETTLE_MS },
      },
      true,
    ],
    [
      'two of three entities gone from a tiny catalog',
      { known: 3, lost: 2, seen: { entities: 1, calendars } },
      true,
    ],
  ])('%s', (_name, reading, counts) => {
    expect(judgeReading({ ...base, ...reading }).counts).toBe(counts);
  });

  it('starts to wait anew when the catalog still fills', () => {
    const pending = { entities: 90, calendars, since: 5 };
    expect(judgeReading({ ...base, first: true, pending })).toMatchObject({
      pending: { entities: 100, since: base.at },
    });
    expect(
      judgeReading({
        ...base,
        first: true,
        pending: { ...pending, entities: 100, since: base.at - 1 },
      }),
    ).toMatchObject({ pending: { since: base.at - 1 } });
  });

  it('says why a reading does not count', () => {
    expect(judgeReading({ ...base, lost: 40 })).toMatchObject({
      problem: expect.stringContaining('40 of 100 known entities'),
    });
  });

  it('never counts a first reading by itself, nor an empty one', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.boolean(),
        (entities, known, first) => {
          const judgement = judgeReading({
            ...base,
            first,
            known,
            seen: { entities, calendars },
          });
          expect(judgement.counts && (first || entities === 0)).toBe(false);
        },
      ),
    );
  });
});
