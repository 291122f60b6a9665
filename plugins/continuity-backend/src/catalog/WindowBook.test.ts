import {
  considerWindows,
  createWindowIndex,
  expandWindow,
  type FreezeCalendar,
  type WindowSubject,
} from '@continuity/engine';
import fc from 'fast-check';
import { component, freezeCalendar } from './__testUtils__/FakeCatalog';
import { readCalendar } from './readCalendar';
import { type IndexedCalendar, WindowBook } from './WindowBook';

const TIERS = ['tier-1', 'tier-2'];
const DAY_MS = 86_400_000;
const YEAR = Date.parse('2026-01-01T00:00:00Z');

const oneOrMore = <T>(values: T[]) =>
  fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });

const scopes = fc.record({
  tiers: oneOrMore([...TIERS, 'unclassified']),
  environments: oneOrMore(['production', 'staging']),
  regions: oneOrMore(['eu-west-1', 'us-east-1']),
  classes: oneOrMore(['standard', 'major', 'emergency']),
  entities: fc.constantFrom(
    undefined,
    { 'spec.owner': 'team-a' },
    { 'metadata.name': { $in: ['a', 'b'] } },
    { $not: { 'spec.type': 'service' } },
  ),
});

const windows = fc.record({
  start: fc.constantFrom('2026-01-30T18:00:00', '2026-03-29T01:30:00'),
  end: fc.constant(undefined),
  duration: fc.constantFrom('PT4H', 'P2D'),
  rrule: fc.constantFrom(undefined, 'FREQ=DAILY', 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  scope: scopes,
});

const subjects: fc.Arbitrary<WindowSubject> = fc.record({
  entity: fc.constantFrom(component('a'), component('b'), component('c')),
  tier: fc.constantFrom(...TIERS, 'unclassified'),
  systems: fc.constant([]),
  businessFunctions: fc.constant([]),
  environment: fc.constantFrom('production', 'staging', 'test'),
  regions: fc.subarray(['eu-west-1', 'us-east-1']),
  releaseClass: fc.constantFrom('standard', 'major', 'emergency'),
});

const moments = fc.integer({ min: YEAR, max: YEAR + 400 * DAY_MS });

function indexed(window: object, name: string): IndexedCalendar {
  const reading = readCalendar(freezeCalendar(name, window), TIERS);
  if (!reading.ok) {
    throw new Error(reading.problem);
  }
  const { calendar } = reading.value;
  return { calendar, index: createWindowIndex([calendar]) };
}

function book(declared: object[]) {
  return new WindowBook(
    declared.map((window, position) => indexed(window, `c-${position}`)),
  );
}

describe('WindowBook', () => {
  it('says of windows in scope what the engine says, asked in any order', () => {
    fc.assert(
      fc.property(
        fc.array(windows, { maxLength: 6 }),
        fc.array(fc.tuple(subjects, moments), { minLength: 1, maxLength: 6 }),
        (declared, questions) => {
          const asked = book(declared);
          for (const [subject, at] of questions) {
            const expected = considerWindows(
              asked.calendars as FreezeCalendar[],
              subject,
              at,
            ).filter(({ inScope }) => inScope);
            expect(
              asked.consider(subject, at).map(window => ({ ...window })),
            ).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lists the occurrences of a period that the engine lists', () => {
    const declared = [
      {
        rrule: 'FREQ=DAILY',
        start: '2026-01-01T22:00:00',
        end: '2026-01-02T02:00:00',
      },
      { rrule: 'FREQ=YEARLY' },
      {},
    ];
    const asked = book(declared);
    const period = {
      start: Date.parse('2026-11-25T00:00:00Z'),
      end: Date.parse('2027-12-30T00:00:00Z'),
    };
    const found = asked.occurrences(period);
    for (const { window, calendarRef } of asked.windows) {
      expect(
        found
          .filter(occurrence => occurrence.calendarRef === calendarRef)
          .map(({ occurrence }) => occurrence),
      ).toEqual(
        expandWindow(window, { from: period.start, to: period.end })
          .occurrences,
      );
    }
    const starts = found.map(({ occurrence }) => occurrence.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(asked.occurrences(period, () => false)).toEqual([]);
  });

  it('answers alike warm and cold', async () => {
    const declared = [{ rrule: 'FREQ=WEEKLY' }, {}];
    const at = Date.parse('2026-12-02T00:00:00Z');
    const warm = book(declared);
    await warm.warm(at);
    expect(warm.statesAt(at)).toEqual(book(declared).statesAt(at));
  });
});

describe('readCalendar', () => {
  it('tells what is wrong instead of throwing', () => {
    expect(
      readCalendar({ ...component('x'), kind: 'FreezeCalendar' }, []),
    ).toEqual({ ok: false, problem: expect.stringContaining('spec.') });
  });
});
