import fc from 'fast-check';
import { windowsInScope } from '../answer/considerWindows';
import { windowTimeline } from '../answer/windowTimeline';
import { createWindowIndex } from '../occurrences/WindowIndex';
import type { FreezeCalendar, FreezeWindow, WindowState } from '../types';
import { compareCalendars } from './compareCalendars';
import { firstSlot } from './firstSlot';
import { simulate } from './simulate';
import type { SimulatedService } from './types';

const HOUR = 3_600_000;
const ZERO = Date.UTC(2026, 2, 27);
const HOURS = 24 * 6;
const period = { start: ZERO, end: ZERO + HOURS * HOUR };
const TIERS = ['tier-1', 'tier-2', 'tier-3'];

const services: SimulatedService[] = TIERS.flatMap(tier =>
  ['production', 'staging'].map(environment => ({
    entityRef: `component:default/of-${tier}`,
    subject: {
      entity: { kind: 'Component', metadata: { name: `of-${tier}` } },
      tier,
      systems: [],
      businessFunctions: [],
      environment,
      regions: [],
      releaseClass: 'standard',
    },
  })),
);

/** Whole hours, and clocks that change in the middle of it all. */
const anyWindow: fc.Arbitrary<FreezeWindow> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    hour: fc.integer({ min: -24, max: HOURS }),
    length: fc.integer({ min: 1, max: 40 }),
    rrule: fc.constantFrom(
      undefined,
      'FREQ=DAILY',
      'FREQ=DAILY;COUNT=3',
      'FREQ=WEEKLY;BYDAY=SU,MO',
    ),
    timezone: fc.constantFrom('UTC', 'Europe/Zurich'),
    effect: fc.constantFrom(
      'freeze' as const,
      'freeze' as const,
      'maintenance' as const,
    ),
    enforcement: fc.constantFrom(
      'block' as const,
      'approval' as const,
      'warn' as const,
    ),
    tiers: fc.option(fc.subarray(TIERS, { minLength: 1 }), { nil: undefined }),
    except: fc.option(fc.constantFrom('production', 'staging'), {
      nil: undefined,
    }),
  })
  .map(
    ({
      id,
      hour,
      length,
      rrule,
      timezone,
      effect,
      enforcement,
      tiers,
      except,
    }) => ({
      id,
      title: id,
      reason: id,
      owner: 'group:default/a',
      effect,
      enforcement,
      onRunning: 'finish',
      rollbacksExempt: true,
      timezone,
      start: new Date(ZERO + hour * HOUR).toISOString().slice(0, 19),
      length: { by: 'duration', duration: `PT${length}H` },
      allDay: false,
      ...(rrule !== undefined && { rrule }),
      rdates: [],
      exdates: [],
      overrides: [],
      scope: {
        ...(tiers && { tiers }),
        ...(except !== undefined && { except: { environments: [except] } }),
      },
    }),
  );

const anyCalendars: fc.Arbitrary<FreezeCalendar[]> = fc
  .uniqueArray(anyWindow, { maxLength: 4, selector: ({ id }) => id })
  .map(windows => [
    {
      ref: 'freezecalendar:default/a',
      title: 'A',
      owner: 'group:default/a',
      origin: { kind: 'catalog' },
      windows,
    },
  ]);

/** Of every service, what the answering side says at every hour. */
function statesOf(calendars: FreezeCalendar[]): WindowState[][] {
  const index = createWindowIndex(calendars);
  return services.map(({ subject }) => {
    const timeline = windowTimeline(
      index,
      windowsInScope(index, subject),
      period,
    );
    return Array.from({ length: HOURS }, (_, hour) =>
      timeline.stateAt(ZERO + hour * HOUR),
    );
  });
}

const STATES: WindowState[] = ['open', 'warn', 'approval', 'block'];
const strictest = (states: WindowState[]) =>
  states.reduce(
    (a, b) => (STATES.indexOf(b) > STATES.indexOf(a) ? b : a),
    'open',
  );

describe('laws', () => {
  it('stretches are in order, apart, and say what the gate would', () => {
    fc.assert(
      fc.property(anyCalendars, calendars => {
        const { stretches } = simulate({
          source: calendars,
          services,
          period,
        });
        stretches.forEach((one, index) => {
          expect(one.start).toBeLessThan(one.end);
          expect(one.start).toBeGreaterThanOrEqual(
            stretches[index - 1]?.end ?? period.start,
          );
          expect(one.end).toBeLessThanOrEqual(period.end);
          expect(one.windows.length).toBeGreaterThan(0);
        });
        const states = statesOf(calendars);
        for (let hour = 0; hour < HOURS; hour++) {
          const at = ZERO + hour * HOUR;
          const here = stretches.find(
            ({ start, end }) => start <= at && at < end,
          );
          const said = states.map(course => course[hour]);
          const closed = services
            .filter((_, index) => said[index] !== 'open')
            .map(({ entityRef }) => entityRef);
          expect(here?.state ?? 'open').toBe(strictest(said));
          expect(here?.sample ?? []).toEqual([...new Set(closed)].sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('calendars do not differ from themselves', () => {
    fc.assert(
      fc.property(anyCalendars, calendars => {
        const copy = JSON.parse(JSON.stringify(calendars)) as FreezeCalendar[];
        expect(compareCalendars(calendars, copy, services, period)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('changes are exactly where the gate would say something else', () => {
    fc.assert(
      fc.property(anyCalendars, anyCalendars, (before, after) => {
        const changes = compareCalendars(before, after, services, period);
        const [was, is] = [statesOf(before), statesOf(after)];
        for (let hour = 0; hour < HOURS; hour++) {
          const at = ZERO + hour * HOUR;
          const expected = new Set(
            services.flatMap(({ entityRef }, index) =>
              was[index][hour] === is[index][hour]
                ? []
                : [`${entityRef} ${was[index][hour]} ${is[index][hour]}`],
            ),
          );
          const found = new Set(
            changes
              .filter(({ from, to = period.end }) => from <= at && at < to)
              .flatMap(one =>
                one.sample.map(ref => `${ref} ${one.before} ${one.after}`),
              ),
          );
          expect(found).toEqual(expected);
        }
        const froms = changes.map(({ from }) => from);
        expect(froms).toEqual([...froms].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('going there and back again changes nothing: one is the other turned round', () => {
    fc.assert(
      fc.property(anyCalendars, anyCalendars, (a, b) => {
        const there = compareCalendars(a, b, services, period);
        const back = compareCalendars(b, a, services, period).map(one => ({
          ...one,
          before: one.after,
          after: one.before,
        }));
        const keys = (list: object[]) =>
          list
            .map(one =>
              JSON.stringify(
                Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1)),
              ),
            )
            .sort();
        expect(keys(back)).toEqual(keys(there));
      }),
      { numRuns: 30 },
    );
  });

  it('in the first slot everybody is open, and before it there is none', () => {
    fc.assert(
      fc.property(
        anyCalendars,
        fc.integer({ min: 1, max: 30 }),
        (calendars, length) => {
          const open = Array.from({ length: HOURS }, () => true);
          for (const course of statesOf(calendars)) {
            course.forEach((state, hour) => {
              if (state === 'approval' || state === 'block') open[hour] = false;
            });
          }
          const first = open.findIndex(
            (_, hour) =>
              hour + length <= HOURS &&
              open.slice(hour, hour + length).every(Boolean),
          );
          expect(
            firstSlot(calendars, services, period, length * HOUR)?.start,
          ).toBe(first < 0 ? undefined : ZERO + first * HOUR);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adding a freeze never opens anything', () => {
    fc.assert(
      fc.property(anyCalendars, anyWindow, (calendars, window) => {
        const added = { ...window, id: 'new', effect: 'freeze' as const };
        const after = [
          ...calendars,
          {
            ...calendars[0],
            ref: 'freezecalendar:default/b',
            windows: [added],
          },
        ];
        for (const change of compareCalendars(
          calendars,
          after,
          services,
          period,
        )) {
          expect(STATES.indexOf(change.after)).toBeGreaterThan(
            STATES.indexOf(change.before),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
