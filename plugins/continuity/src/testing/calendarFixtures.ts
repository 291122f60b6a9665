import type {
  Calendar,
  CalendarSubscription,
  CalendarSummary,
  CalendarView,
} from '@continuity/plugin-continuity-common';

/** What the backend would say of calendars; for tests and for development. */

type ViewWindow = CalendarView['windows'][number];
type ViewOccurrence = CalendarView['occurrences'][number];

export const viewWindow = (
  windowId: string,
  overrides: Partial<ViewWindow> = {},
): ViewWindow => ({
  calendarRef: 'freezecalendar:default/month-end-close',
  calendarTitle: 'Month-end close',
  origin: { kind: 'catalog', editUrl: 'https://git.example/calendar.yaml' },
  windowId,
  title: `Window ${windowId}`,
  reason: `Reason of ${windowId}`,
  owner: 'group:default/finance-operations',
  effect: 'freeze',
  enforcement: 'block',
  onRunning: 'finish',
  rollbacksExempt: true,
  timezone: 'Europe/Zurich',
  services: 12,
  ...overrides,
});

/** An occurrence as the backend tells it; `at` are instants in UTC. */
export const viewOccurrence = (
  window: number,
  start: string,
  end: string,
  overrides: Partial<ViewOccurrence> = {},
): ViewOccurrence => ({
  window,
  start,
  end,
  startLocal: start,
  endLocal: end,
  ...overrides,
});

export const calendarView = (
  windows: ViewWindow[],
  occurrences: ViewOccurrence[],
  overrides: Partial<CalendarView> = {},
): CalendarView => ({
  from: '2026-02-23T00:00:00Z',
  to: '2026-04-06T00:00:00Z',
  windows,
  occurrences,
  truncated: false,
  unreadableCalendars: [],
  filters: {
    owners: ['group:default/team-payments', 'group:default/team-cards'],
    systems: ['system:default/payments', 'system:default/cards'],
    tiers: [
      { id: 'tier-1', title: 'Mission critical' },
      { id: 'tier-2', title: 'Business critical' },
    ],
    environments: ['production', 'staging'],
    regions: ['eu-west-1', 'eu-central-1'],
    calendars: [
      {
        ref: 'freezecalendar:default/month-end-close',
        title: 'Month-end close',
      },
      { ref: 'freezecalendar:default/card-scheme', title: 'Card scheme' },
    ],
  },
  ...overrides,
});

/** March 2026: a close, a maintenance window every Saturday, a feed that is degraded. */
export const march = (overrides: Partial<CalendarView> = {}): CalendarView =>
  calendarView(
    [
      viewWindow('month-end', {
        title: 'Books are closed',
        reason: 'Postings must not be interrupted.',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        link: 'https://intranet.example/close',
      }),
      viewWindow('saturday', {
        calendarRef: 'portalcalendar:default/team-payments',
        calendarTitle: 'Team payments',
        title: 'Saturday maintenance',
        reason: 'Customers are fewest.',
        origin: { kind: 'portal' },
        portalWindowId: '5b0b4f6c-6c1c-4f9e-9d11-0000000000aa',
        effect: 'maintenance',
        onRunning: 'pause',
        rollbacksExempt: false,
        timezone: 'America/New_York',
      }),
      viewWindow('scheme', {
        calendarRef: 'freezecalendar:default/card-scheme',
        calendarTitle: 'Card scheme',
        title: 'Scheme release',
        origin: { kind: 'feed', url: 'https://feeds.example/cards' },
        enforcement: 'approval',
        degraded: true,
      }),
    ],
    [
      viewOccurrence(0, '2026-02-28T17:00:00Z', '2026-03-01T07:00:00Z'),
      // 2 to 6 in New York; on 8 March clocks there go forward at 2.
      viewOccurrence(1, '2026-03-07T07:00:00Z', '2026-03-07T11:00:00Z'),
      viewOccurrence(2, '2026-03-10T09:00:00Z', '2026-03-13T18:00:00Z'),
      viewOccurrence(1, '2026-03-14T06:00:00Z', '2026-03-14T10:00:00Z'),
      viewOccurrence(1, '2026-03-21T06:00:00Z', '2026-03-21T10:00:00Z'),
      viewOccurrence(1, '2026-03-28T06:00:00Z', '2026-03-28T10:00:00Z', {
        note: 'A note about daylight saving.',
      }),
      viewOccurrence(0, '2026-03-31T16:00:00Z', '2026-04-01T06:00:00Z'),
    ],
    overrides,
  );

/**
 * So many windows of all kinds that occur all over a period, more than a calendar of a
 * large organisation holds; the same ones every time.
 */
export function manyOccurrences(
  windows: number,
  occurrences: number,
  period: { from: string; to: string },
): CalendarView {
  const kinds = [
    { enforcement: 'block' },
    { enforcement: 'approval' },
    { enforcement: 'warn' },
    { effect: 'maintenance' },
  ] as const;
  const from = Date.parse(period.from);
  const length = Date.parse(period.to) - from;
  // A multiplicative congruential generator (Park and Miller, 1988): no two runs differ.
  let seed = 42;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const made = Array.from({ length: occurrences }, (_, index) => {
    const start = from + Math.floor((length * index) / occurrences);
    const hours = 1 + Math.floor(random() ** 4 * 72);
    return viewOccurrence(
      Math.floor(random() * windows),
      new Date(start).toISOString(),
      new Date(start + hours * 3_600_000).toISOString(),
    );
  });
  const systems = Math.max(Math.floor(windows / 6), 1);
  return calendarView(
    Array.from({ length: windows }, (_, index) =>
      viewWindow(`w${index}`, kinds[index % kinds.length]),
    ),
    made,
    {
      ...period,
      rows: Array.from({ length: systems }, (_, system) => ({
        id: `system:default/s${system}`,
        title: `System ${system}`,
        services: 7,
        windows: Array.from(
          { length: Math.min(40, windows) },
          (__, index) => (system * 7 + index * 11) % windows,
        ),
      })),
    },
  );
}

export const calendarSummaries = (now: number): CalendarSummary[] => [
  {
    ref: 'freezecalendar:default/month-end-close',
    title: 'Month-end close',
    owner: 'group:default/finance-operations',
    origin: { kind: 'catalog', editUrl: 'https://git.example/calendar.yaml' },
    state: 'good',
    lastGoodAt: new Date(now - 60_000).toISOString(),
    windows: 3,
  },
  {
    ref: 'freezecalendar:default/card-scheme',
    title: 'Card scheme',
    owner: 'group:default/team-cards',
    origin: { kind: 'feed', url: 'https://feeds.example/cards' },
    state: 'degraded',
    problem: 'The feed answered 503.',
    lastGoodAt: new Date(now - 3 * 3_600_000).toISOString(),
    fetchedAt: new Date(now - 300_000).toISOString(),
    windows: 1,
  },
  {
    ref: 'freezecalendar:default/tax-season',
    title: 'Tax season',
    origin: { kind: 'catalog' },
    state: 'closed',
    problem: 'spec.timezone: "Mars/Olympus" is no IANA time zone',
    windows: 0,
  },
  {
    ref: 'portalcalendar:default/team-payments',
    title: 'Team payments',
    owner: 'group:default/team-payments',
    origin: { kind: 'portal' },
    state: 'good',
    windows: 1,
  },
];

const occurrence = (start: string, end: string, timezone: string) => ({
  start,
  end,
  startLocal: start,
  endLocal: end,
  timezone,
});

/** The details of a window of `march`. */
export const calendarOf = (ref: string): Calendar => {
  const now = Date.parse('2026-03-04T12:00:00Z');
  const summary =
    calendarSummaries(now).find(known => known.ref === ref) ??
    calendarSummaries(now)[0];
  const { services, ...facts } =
    march().windows.find(window => window.calendarRef === ref) ??
    march().windows[0];
  return {
    ...summary,
    items: [
      {
        ...facts,
        services,
        scope: ['For tier tier-1.', 'For environment production.'],
        next: [
          occurrence(
            '2026-03-31T16:00:00Z',
            '2026-04-01T06:00:00Z',
            facts.timezone,
          ),
          {
            ...occurrence(
              '2026-04-30T16:00:00Z',
              '2026-05-01T06:00:00Z',
              facts.timezone,
            ),
            note: 'It lasts 13 h.',
          },
        ],
      },
    ],
    findings: [
      {
        rule: 'ends-in-gap',
        severity: 'warning',
        windowId: facts.windowId,
        message: 'It ends at a time that does not exist on 2027-03-28.',
        remedy: 'Write an end outside of 02:00 to 03:00.',
      },
      {
        rule: 'over',
        severity: 'info',
        windowId: 'another',
        message: 'Another window is over.',
        remedy: 'Remove it.',
      },
    ],
  };
};

export const subscriptions = (now: number): CalendarSubscription[] => [
  {
    id: '5b0b4f6c-6c1c-4f9e-9d11-0000000000bb',
    subject: { kind: 'team', ref: 'group:default/team-payments' },
    createdAt: new Date(now - 86_400_000).toISOString(),
    createdBy: 'user:default/anna.keller',
    lastUsedAt: new Date(now - 3_600_000).toISOString(),
  },
];
