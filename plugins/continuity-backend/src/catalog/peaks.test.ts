import type { Entity } from '@backstage/catalog-model';
import { defaultTierSettings, type PeakPolicy } from '@continuity/engine';
import {
  businessFunction,
  component,
  freezeCalendar,
  holidayCalendar,
} from './__testUtils__/FakeCatalog';
import { CatalogContent } from './CatalogContent';
import { CatalogContentUpdate } from './CatalogContentUpdate';
import type { ChangedEntity } from './CatalogProjectionStore';
import { documentOf } from './documents';

const settings = {
  tiers: defaultTierSettings,
  environments: [{ name: 'production' }],
};
const READ_AT = Date.parse('2026-11-24T12:00:00Z');
const FUNCTION = 'businessfunction:default/pay';
const HOLIDAYS = 'holidaycalendar:default/switzerland';

const sales = {
  title: 'Black Friday',
  timezone: 'Europe/Zurich',
  start: '2026-11-27',
};
const quarterEnd = {
  title: 'Quarter end',
  timezone: 'Europe/Zurich',
  relative: {
    anchor: 'quarter-end',
    from: { workingDays: -5 },
    to: { days: 0 },
    holidays: HOLIDAYS,
  },
};
const pay = (...peaks: unknown[]) =>
  businessFunction('pay', ['component:a'], { peaks });

interface Told {
  entities: (Entity | ChangedEntity)[];
  policy?: PeakPolicy | null;
  readAt?: number;
  base?: CatalogContent;
}

function contentOf({ entities, policy, readAt = READ_AT, base }: Told) {
  const peaks =
    policy === null ? undefined : policy ?? { enforcement: 'block' };
  const update = new CatalogContentUpdate(
    base ?? CatalogContent.empty({ ...settings, ...(peaks && { peaks }) }),
  );
  update.apply(entities.map(of => ('entityRef' in of ? of : documentOf(of))));
  return update.finish((base?.revision ?? 0) + 1, readAt);
}

function snapshotOf(told: Told) {
  return contentOf(told).snapshot(told.readAt ?? READ_AT);
}

/** A version that cannot be read, with the one before it that could be. */
function spoilt(newest: Entity, lastGood: Entity): ChangedEntity {
  return {
    ...documentOf(newest),
    lastGood: { document: documentOf(lastGood).document, at: READ_AT - 1 },
  };
}

describe('the peaks of business functions', () => {
  it('are windows under the policy', () => {
    const snapshot = snapshotOf({
      entities: [pay(sales), component('a')],
      policy: { enforcement: 'approval', environments: ['production'] },
    });
    expect(snapshot.unreadableCalendars).toEqual([]);
    expect(snapshot.calendars).toMatchObject([
      {
        ref: FUNCTION,
        title: 'Function pay',
        owner: 'group:default/finance',
        origin: { kind: 'business-function' },
        windows: [
          {
            title: 'Black Friday',
            enforcement: 'approval',
            scope: {
              businessFunctions: [FUNCTION],
              environments: ['production'],
            },
          },
        ],
      },
    ]);
  });

  it.each<[string, Entity, PeakPolicy | null | undefined]>([
    ['without a policy', pay(sales), null],
    ['in words only', pay({ title: 'Payday' }), undefined],
    ['that only inform', pay({ ...sales, freeze: false }), undefined],
    [
      'in words only, of a function that is wrong elsewhere',
      businessFunction('pay', 'all', {
        owner: 7,
        peaks: [{ title: 'Payday' }],
      }),
      undefined,
    ],
    ['that cannot be read, without a policy', pay({ title: 7 }), null],
  ])('freeze nothing %s', (_, entity, policy) => {
    const snapshot = snapshotOf({ entities: [entity], policy });
    expect(snapshot.calendars).toEqual([]);
    expect(snapshot.unreadableCalendars).toEqual([]);
  });

  it('are counted by the holiday calendars of the catalog', () => {
    const startOf = (...entities: Entity[]) => {
      const { calendars } = snapshotOf({
        entities: [pay(quarterEnd), ...entities],
      });
      return calendars[0].windows[0].rdates.find(({ start }) =>
        start.startsWith('2026-12'),
      )?.start;
    };
    // Five working days before Thursday, 31 December 2026.
    expect(
      startOf(
        holidayCalendar('switzerland', {
          days: [{ date: '2026-01-01', title: 'New Year' }],
        }),
      ),
    ).toBe('2026-12-24T00:00:00');
    expect(startOf(holidayCalendar('switzerland'))).toBe('2026-12-23T00:00:00');
  });

  it('close for whom they are when they cannot be read', () => {
    const { calendars, unreadableCalendars } = snapshotOf({
      entities: [pay({ ...sales, timezone: 'Mars/Olympus' })],
      policy: { enforcement: 'block', exceptEnvironments: ['test'] },
    });
    expect(calendars).toEqual([]);
    expect(unreadableCalendars).toEqual([
      {
        ref: FUNCTION,
        title: 'Function pay',
        owner: 'group:default/finance',
        origin: { kind: 'business-function' },
        problem: expect.stringContaining('spec.peaks.0.timezone'),
        scope: {
          businessFunctions: [FUNCTION],
          except: { environments: ['test'] },
        },
      },
    ]);
  });

  it.each([
    ['is not there', []],
    ['was never good', [holidayCalendar('switzerland', { days: 'none' })]],
  ])('close when their holiday calendar %s', (_, entities) => {
    expect(
      snapshotOf({ entities: [pay(quarterEnd), ...entities] }),
    ).toMatchObject({
      calendars: [],
      unreadableCalendars: [
        { ref: FUNCTION, problem: expect.stringContaining(HOLIDAYS) },
      ],
    });
  });

  it('stay as they last were good, and say so', () => {
    expect(
      snapshotOf({ entities: [spoilt(pay(sales, 'and more'), pay(sales))] }),
    ).toMatchObject({
      calendars: [{ ref: FUNCTION, windows: [{ title: 'Black Friday' }] }],
      unreadableCalendars: [{ ref: FUNCTION, lastGoodAt: READ_AT - 1 }],
    });
  });

  it('are counted by the last good holidays, and say so', () => {
    const bad = holidayCalendar('switzerland', { days: 'none' });
    const snapshot = snapshotOf({
      entities: [
        pay(quarterEnd),
        businessFunction('sell', ['component:a'], { peaks: [sales] }),
        spoilt(bad, holidayCalendar('switzerland')),
      ],
    });
    expect(snapshot).toMatchObject({
      calendars: [{ ref: FUNCTION }, { ref: 'businessfunction:default/sell' }],
      unreadableCalendars: [
        {
          ref: FUNCTION,
          problem: expect.stringContaining(HOLIDAYS),
          lastGoodAt: READ_AT - 1,
        },
      ],
      holidays: [{ ref: HOLIDAYS }],
    });
  });

  it('follow their function and their holidays as these change and go', () => {
    const content = contentOf({
      entities: [pay(quarterEnd), freezeCalendar('close')],
    });
    const mended = contentOf({
      entities: [holidayCalendar('switzerland')],
      base: content,
    });
    const refs = (of: CatalogContent) =>
      of.snapshot(READ_AT).calendars.map(({ ref }) => ref);
    expect(refs(content)).toEqual(['freezecalendar:default/close']);
    expect(refs(mended)).toEqual([FUNCTION, 'freezecalendar:default/close']);
    // Working days are counted for twenty years; once is enough.
    const beside = contentOf({ entities: [freezeCalendar('b')], base: mended });
    expect(beside.snapshot(READ_AT).calendars[0]).toBe(
      mended.snapshot(READ_AT).calendars[0],
    );
    const gone = contentOf({
      entities: [{ entityRef: FUNCTION }],
      base: mended,
    });
    expect(refs(gone)).toEqual(['freezecalendar:default/close']);
  });

  it('are worked out twenty years ahead, and once more with the year', () => {
    const entities = [pay(quarterEnd), holidayCalendar('switzerland')];
    const content = contentOf({ entities });
    const lastOf = (of: CatalogContent) =>
      of.snapshot(READ_AT).calendars[0].windows[0].rdates.at(-1)?.start;
    expect(lastOf(content)).toMatch(/^2046-12/);
    const later = Date.parse('2027-01-01T00:00:00Z');
    expect(content.coversPeaksOf(later - 1)).toBe(true);
    expect(content.coversPeaksOf(later)).toBe(false);
    const next = contentOf({ entities: [], base: content, readAt: later });
    expect(lastOf(next)).toMatch(/^2047-12/);
    expect(next.coversPeaksOf(later)).toBe(true);
  });
});
