import fc from 'fast-check';
import { parseInstant } from '../../time';
import {
  considerWindows,
  createWindowIndex,
  expandWindow,
  nextBoundary,
  parseFreezeCalendar,
  scopeMatches,
  type FreezeCalendar,
  type WindowSubject,
} from '..';

const at = (text: string) => parseInstant(text) ?? NaN;

const subject: WindowSubject = {
  entity: {
    kind: 'Component',
    metadata: { name: 'payments-api', tags: ['pci'] },
    spec: { type: 'service' },
  },
  tier: 'tier-1',
  systems: [],
  businessFunctions: [],
  environment: 'production',
  regions: ['eu-west-1'],
  releaseClass: 'standard',
};

function calendarOf(name: string, windows: object[]): FreezeCalendar {
  const { calendar, problems } = parseFreezeCalendar({
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name },
    spec: {
      owner: 'finance',
      timezone: 'Europe/Zurich',
      windows: windows.map((window, index) => ({
        id: `w-${index}`,
        title: 'W',
        reason: 'r',
        ...window,
      })),
    },
  });
  if (!calendar) throw new Error(JSON.stringify(problems));
  return calendar;
}

const monthEnd = {
  id: 'month-end',
  start: '2026-01-31T18:00:00',
  duration: 'PT38H',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
};

describe('scopeMatches', () => {
  it.each<[object, boolean, string]>([
    [{}, true, 'The window is for everybody.'],
    [{ tiers: ['tier-1', 'tier-2'] }, true, 'It is for tier tier-1.'],
    [
      { tiers: ['tier-2', 'tier-3'] },
      false,
      'It is for tier tier-2 or tier-3, and this is tier-1.',
    ],
    [
      { tiers: ['tier-1'], environments: ['staging'] },
      false,
      'It is for environment staging, and this is production.',
    ],
    [
      { classes: ['major'] },
      false,
      'It is for release class major, and this is standard.',
    ],
    [
      { regions: ['eu-west-1', 'us-east-1'] },
      true,
      'It is for region eu-west-1.',
    ],
    [
      { regions: ['us-east-1'] },
      false,
      'It is for region us-east-1, and this goes to eu-west-1.',
    ],
    [
      { entities: { 'metadata.tags': { $contains: 'pci' } } },
      true,
      'Its entity filter matches the service.',
    ],
    [
      { entities: { 'spec.type': 'website' } },
      false,
      'Its entity filter does not match the service.',
    ],
  ])('%j', (scope, matches, reason) => {
    expect(scopeMatches(scope, subject)).toEqual({ matches, reason });
  });

  it('cannot exclude a region when none is named', () => {
    expect(
      scopeMatches({ regions: ['us-east-1'] }, { ...subject, regions: [] }),
    ).toEqual({
      matches: true,
      reason:
        'It is for region us-east-1; the deployment names no region, so none of them can be excluded.',
    });
  });

  it('cannot exclude an entity on which the filter fails', () => {
    const entity = {
      ...subject.entity,
      get spec(): object {
        throw new Error('unreadable');
      },
    };
    expect(
      scopeMatches({ entities: { 'spec.type': 'x' } }, { ...subject, entity }),
    ).toEqual({
      matches: true,
      reason:
        'Its entity filter could not be evaluated (unreadable), so the service cannot be excluded.',
    });
  });

  it('one part that does not match is enough, and more parts never widen it', () => {
    const list = (values: string[]) =>
      fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
    const scopes = fc.record({
      tiers: list(['tier-1', 'tier-2', 'unclassified']),
      environments: list(['production', 'staging']),
      regions: list(['eu-west-1', 'us-east-1']),
    });
    fc.assert(
      fc.property(scopes, scope => {
        const parts = Object.entries(scope).filter(([, value]) => value);
        expect(scopeMatches(scope, subject).matches).toBe(
          parts.every(
            ([key, value]) => scopeMatches({ [key]: value }, subject).matches,
          ),
        );
      }),
    );
  });
});

describe('considerWindows', () => {
  const close = calendarOf('close', [
    monthEnd,
    {
      id: 'tax',
      start: '2026-03-31',
      end: '2026-04-02',
      scope: { tiers: ['tier-3'] },
    },
  ]);

  it('tells what is in force and what comes next, in scope or not', () => {
    const found = considerWindows([close], subject, at('2026-03-31T20:00:00Z'));
    expect(found).toEqual([
      {
        calendarRef: 'freezecalendar:default/close',
        calendarTitle: 'close',
        window: close.windows[0],
        inScope: true,
        scopeReason: 'The window is for everybody.',
        active: expect.objectContaining({
          startLocal: '2026-03-31T18:00:00+02:00',
          endLocal: '2026-04-02T08:00:00+02:00',
        }),
        next: expect.objectContaining({
          startLocal: '2026-04-30T18:00:00+02:00',
        }),
      },
      {
        calendarRef: 'freezecalendar:default/close',
        calendarTitle: 'close',
        window: close.windows[1],
        inScope: false,
        scopeReason: 'It is for tier tier-3, and this is tier-1.',
        active: expect.objectContaining({
          endLocal: '2026-04-02T00:00:00+02:00',
        }),
      },
    ]);
    expect(nextBoundary(found)).toBe(at('2026-04-02T08:00:00+02:00'));
  });

  it.each([
    ['2026-01-31T18:00:00+01:00', true],
    ['2026-01-31T17:59:59+01:00', false],
    ['2026-02-02T07:59:59+01:00', true],
    ['2026-02-02T08:00:00+01:00', false],
  ])('at %s the window is in force: %p', (moment, inForce) => {
    const [found] = considerWindows([close], subject, at(moment));
    expect(found.active !== undefined).toBe(inForce);
  });

  it('of occurrences over each other the one that ends last is in force', () => {
    const long = calendarOf('long', [
      { start: '2026-01-01', duration: 'P10D', rrule: 'FREQ=WEEKLY' },
    ]);
    const [found] = considerWindows(
      [long],
      subject,
      at('2026-01-09T00:00:00Z'),
    );
    expect(found.active?.startLocal).toBe('2026-01-08T00:00:00+01:00');
  });

  it('finds a next occurrence within the lookahead only', () => {
    const yearly = calendarOf('yearly', [
      { start: '2026-06-01', rrule: 'FREQ=YEARLY' },
    ]);
    const moment = at('2026-07-01T00:00:00Z');
    const near = createWindowIndex([yearly], { lookahead: 'P30D' });
    const far = createWindowIndex([yearly], { warmAt: moment });
    expect(considerWindows(near, subject, moment)[0].next).toBeUndefined();
    expect(considerWindows(far, subject, moment)[0].next?.startLocal).toBe(
      '2027-06-01T00:00:00+02:00',
    );
    expect(nextBoundary(considerWindows(near, subject, moment))).toBe(
      undefined,
    );
  });

  it('concludes nothing for years that are not computed', () => {
    expect(() =>
      considerWindows([close], subject, Date.UTC(2200, 0, 1)),
    ).toThrow('is not a moment from 1970 to 2199');
    expect(() => considerWindows([close], subject, NaN)).toThrow(RangeError);
  });

  it('answers alike in any order of calendars and questions, and as an expansion does', () => {
    const other = calendarOf('other', [
      { start: '2026-01-05T22:00:00', duration: 'PT9H', rrule: 'FREQ=DAILY' },
      { start: '2026-10-25T02:30:00', duration: 'P40D', rrule: 'FREQ=MONTHLY' },
    ]);
    const shared = createWindowIndex([close, other]);
    const moments = fc.integer({
      min: at('2025-12-01T00:00:00Z') / 60_000,
      max: at('2031-01-01T00:00:00Z') / 60_000,
    });
    fc.assert(
      fc.property(moments, minute => {
        const moment = minute * 60_000;
        const found = considerWindows(shared, subject, moment);
        const turned = considerWindows([other, close], subject, moment);
        expect(new Set(turned)).toEqual(new Set(found));
        for (const { window, active, next } of found) {
          const { occurrences } = expandWindow(window, {
            from: moment,
            to: moment + shared.lookaheadMs,
          });
          const inForce = occurrences.filter(one => one.start <= moment);
          expect(active).toEqual(
            inForce.reduce<(typeof inForce)[number] | undefined>(
              (last, one) => (last && last.end >= one.end ? last : one),
              undefined,
            ),
          );
          expect(next).toEqual(occurrences.find(one => one.start > moment));
          const indexed = shared.windows.find(one => one.window === window);
          expect(
            indexed &&
              shared.occurrencesBetween(indexed, {
                start: moment,
                end: moment + shared.lookaheadMs,
              }),
          ).toEqual(occurrences);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('nothing in scope starts or ends before the boundary', () => {
    const index = createWindowIndex([close]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 }),
        fc.integer({ min: 0, max: 99 }),
        (hour, percent) => {
          const moment = at('2026-01-01T00:00:00Z') + hour * 3_600_000;
          const before = considerWindows(index, subject, moment);
          const boundary = nextBoundary(before) ?? NaN;
          const between =
            moment + Math.floor(((boundary - moment) * percent) / 100);
          const inForce = (when: number) =>
            considerWindows(index, subject, when)
              .filter(({ inScope }) => inScope)
              .map(({ active }) => active);
          expect(inForce(between)).toEqual(inForce(moment));
          expect(inForce(boundary)).not.toEqual(inForce(moment));
        },
      ),
    );
  });
});
