import {
  considerWindows,
  createWindowIndex,
  defaultTierSettings,
  describeContinuity,
  expandWindow,
  parseContinuitySpec,
  parseFreezeCalendar,
  systemsOf,
  scopeMatches,
  type FreezeCalendar,
  type ReleaseClass,
  type WindowSubject,
} from '@continuity/engine';
import {
  entitiesOfKind,
  exampleEntity,
} from './__testUtils__/exampleOrganisation';

const DAY_MS = 24 * 60 * 60 * 1000;

const calendars = entitiesOfKind('FreezeCalendar').map(
  (entity): FreezeCalendar => {
    const { calendar, problems } = parseFreezeCalendar(entity, {
      tierIds: defaultTierSettings.tiers.map(({ id }) => id),
    });
    if (!calendar) {
      const [{ path, message }] = problems;
      throw new Error(`${entity.metadata.name}: ${path} ${message}`);
    }
    return calendar;
  },
);
const index = createWindowIndex(calendars);

function subject(
  ref: string,
  environment: string,
  releaseClass: ReleaseClass,
): WindowSubject {
  const entity = exampleEntity(ref);
  const block = entity.spec?.continuity;
  const { spec } = parseContinuitySpec(block ?? {});
  return {
    entity,
    tier:
      describeContinuity(block, defaultTierSettings).tier?.id ?? 'unclassified',
    systems: systemsOf(entity),
    businessFunctions: [],
    environment,
    regions: (spec?.environments ?? []).flatMap(({ name, region }) =>
      name === environment && region ? [region] : [],
    ),
    releaseClass,
  };
}

/** Windows in force, as `calendar#window enforcement`. */
function inForce(
  service: string,
  environment: string,
  releaseClass: ReleaseClass,
  at: string,
): string[] {
  const asked = subject(
    `component:default/${service}`,
    environment,
    releaseClass,
  );
  return considerWindows(index, asked, Date.parse(at))
    .filter(({ inScope, active }) => inScope && active)
    .map(
      ({ calendarRef, window }) =>
        `${calendarRef.split('/')[1]}#${window.id} ${window.enforcement}`,
    );
}

const MONTH_END = 'month-end-close#month-end block';
const YEAR_END = 'quarter-end-close#year-end block';
const SHOPPING = 'shopping-weekend#black-friday block';

describe("the example's calendars", () => {
  it.each<[string, string, ReleaseClass, string, string[]]>([
    // An ordinary Monday and Tuesday: open.
    ['payments-api', 'production', 'standard', '2026-11-23T12:00:00Z', []],
    ['payments-api', 'production', 'standard', '2026-11-24T10:00:00Z', []],
    ['payments-api', 'production-dr', 'standard', '2026-11-24T10:00:00Z', []],
    ['payments-api', 'production', 'major', '2026-11-24T10:00:00Z', []],

    // Month-end close: 18:00 to 08:00 in Zurich, winter (UTC+1) and summer (UTC+2).
    [
      'payments-api',
      'production',
      'standard',
      '2026-11-30T20:00:00Z',
      [MONTH_END],
    ],
    [
      'payments-api',
      'production',
      'major',
      '2026-11-30T20:00:00Z',
      [MONTH_END],
    ],
    [
      'payments-api',
      'production-dr',
      'standard',
      '2026-11-30T20:00:00Z',
      [MONTH_END],
    ],
    [
      'payments-api',
      'production',
      'standard',
      '2026-11-30T17:00:00Z',
      [MONTH_END],
    ],
    [
      'payments-api',
      'production',
      'standard',
      '2026-12-01T06:59:59Z',
      [MONTH_END],
    ],
    ['payments-api', 'production', 'standard', '2026-12-01T07:00:00Z', []],
    ['payments-api', 'production', 'standard', '2027-04-30T15:59:59Z', []],
    [
      'payments-api',
      'production',
      'standard',
      '2027-04-30T16:00:00Z',
      [MONTH_END],
    ],
    [
      'payments-api',
      'production',
      'standard',
      '2027-02-28T20:00:00Z',
      [MONTH_END],
    ],
    // Not for these.
    ['payments-api', 'staging', 'standard', '2026-11-30T20:00:00Z', []],
    ['payments-api', 'production', 'emergency', '2026-11-30T20:00:00Z', []],
    ['public-website', 'production', 'standard', '2026-11-30T20:00:00Z', []],
    ['customer-360', 'production', 'standard', '2026-11-30T20:00:00Z', []],
    // On the last day of the year the longer close takes its place.
    [
      'payments-api',
      'production',
      'standard',
      '2026-12-31T20:00:00Z',
      [YEAR_END],
    ],
    [
      'public-website',
      'production',
      'standard',
      '2026-12-31T20:00:00Z',
      [YEAR_END],
    ],
    ['payments-api', 'production', 'standard', '2027-01-04T07:00:00Z', []],

    // Shopping weekend: the Friday after the fourth Thursday, until Monday 18:00.
    ['payments-api', 'production', 'standard', '2026-11-26T22:59:59Z', []],
    [
      'payments-api',
      'production',
      'standard',
      '2026-11-26T23:00:00Z',
      [SHOPPING],
    ],
    [
      'payments-api',
      'production',
      'standard',
      '2026-11-30T16:59:59Z',
      [SHOPPING],
    ],
    ['payments-api', 'production', 'standard', '2024-11-29T12:00:00Z', []],
    [
      'payments-api',
      'production',
      'standard',
      '2027-11-26T12:00:00Z',
      [SHOPPING],
    ],
    ['ledger-core', 'production', 'standard', '2026-11-28T12:00:00Z', []],

    // The weekend asks for approval of major releases.
    [
      'ledger-core',
      'production',
      'major',
      '2026-11-21T12:00:00Z',
      ['weekend-calm#weekend approval'],
    ],
    ['ledger-core', 'production', 'standard', '2026-11-21T12:00:00Z', []],

    // Card schemes keep New York's clock: 15 November 00:00 is 05:00 in UTC.
    [
      'card-authorisation',
      'production',
      'major',
      '2026-11-18T04:00:00Z',
      ['card-scheme-freeze#holiday-season-major block'],
    ],
    [
      'card-authorisation',
      'production',
      'major',
      '2026-11-11T04:00:00Z',
      ['shopping-weekend#singles-day block'],
    ],
    [
      'card-authorisation',
      'production',
      'standard',
      '2026-11-18T04:00:00Z',
      [],
    ],
    [
      'card-issuing',
      'production',
      'standard',
      '2026-12-18T12:00:00Z',
      ['card-scheme-freeze#holiday-season-peak block'],
    ],
    ['payments-api', 'production', 'major', '2026-12-16T12:00:00Z', []],

    // Holidays bind those who are away.
    [
      'card-disputes',
      'production',
      'standard',
      '2026-11-26T12:00:00Z',
      ['public-holidays-united-states#thanksgiving block'],
    ],
    ['payments-api', 'production', 'standard', '2026-11-26T12:00:00Z', []],
    [
      'payments-api',
      'production',
      'standard',
      '2027-03-29T12:00:00Z',
      ['public-holidays-switzerland#easter-2027 approval'],
    ],
    [
      'apac-remittance',
      'production',
      'standard',
      '2027-02-05T12:00:00Z',
      ['public-holidays-singapore#lunar-new-year-2027 block'],
    ],
    [
      'treasury-workbench',
      'production',
      'standard',
      '2026-08-31T12:00:00Z',
      ['public-holidays-united-kingdom#summer approval'],
    ],

    // The nightly run; none on Christmas Day, a Friday.
    [
      'interest-calculator',
      'production',
      'standard',
      '2026-11-24T22:00:00Z',
      ['end-of-day-batch#nightly-run block'],
    ],
    [
      'interest-calculator',
      'production',
      'standard',
      '2026-11-24T12:00:00Z',
      [],
    ],
    [
      'standing-orders',
      'production',
      'standard',
      '2026-12-26T00:00:00Z',
      ['public-holidays-switzerland#christmas block'],
    ],

    // The second region proves itself on the second Saturday of October.
    [
      'payments-api',
      'production-dr',
      'standard',
      '2027-10-09T12:00:00Z',
      ['recovery-exercise#failover-weekend block'],
    ],
    ['payments-api', 'production', 'standard', '2027-10-09T12:00:00Z', []],
    [
      'ledger-core',
      'production',
      'standard',
      '2027-10-09T12:00:00Z',
      ['recovery-exercise#failover-weekend block'],
    ],

    // Tax.
    [
      'tax-certificates',
      'production',
      'standard',
      '2027-02-01T12:00:00Z',
      ['tax-season#certificates approval'],
    ],
    [
      'us-tax-reporting',
      'production',
      'standard',
      '2027-04-01T03:59:59Z',
      ['tax-season#us-filings block'],
    ],
    ['us-tax-reporting', 'production', 'standard', '2027-04-01T04:00:00Z', []],
  ])(
    '%s in %s, %s, at %s: %j',
    (service, environment, releaseClass, at, expected) => {
      expect(inForce(service, environment, releaseClass, at)).toEqual(expected);
    },
  );

  it('keeps at least three time zones', () => {
    const zones = calendars.flatMap(({ windows }) =>
      windows.map(({ timezone }) => timezone),
    );
    expect(new Set(zones)).toEqual(
      new Set([
        'Europe/Zurich',
        'America/New_York',
        'Asia/Singapore',
        'Europe/London',
      ]),
    );
  });

  const windows = calendars.flatMap(({ ref, windows: own }) =>
    own.map(window => [`${ref}#${window.id}`, window] as const),
  );

  it.each(windows)(
    '%s happens, and leaves most of the year open',
    (_, window) => {
      const from = Date.parse('2026-01-01T00:00:00Z');
      const to = from + 731 * DAY_MS;
      const { occurrences } = expandWindow(window, { from, to });
      const closed = occurrences
        .map(({ start, end }) => end - start)
        .reduce((sum, length) => sum + length, 0);
      expect(closed).toBeGreaterThan(0);
      expect(closed).toBeLessThan(0.4 * (to - from));
      // Its first occurrence is the one it declares.
      expect(occurrences[0].startLocal).toContain(window.start.slice(0, 10));
    },
  );

  it('points only at what a window of the calendar is for', () => {
    const astray = entitiesOfKind('FreezeCalendar').flatMap((entity, nth) =>
      ((entity.spec?.freezes ?? []) as string[]).filter(
        ref =>
          !calendars[nth].windows.some(window =>
            (window.scope.environments ?? ['production']).some(environment =>
              (window.scope.classes ?? (['standard'] as const)).some(
                releaseClass =>
                  scopeMatches(
                    window.scope,
                    subject(ref, environment, releaseClass),
                  ).matches,
              ),
            ),
          ),
      ),
    );
    expect(astray).toEqual([]);
  });
});
