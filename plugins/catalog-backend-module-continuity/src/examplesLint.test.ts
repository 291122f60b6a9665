import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  createFunctionMembership,
  defaultTierSettings,
  describeContinuity,
  lintCalendar,
  parseContinuitySpec,
  parseFreezeCalendar,
  parseFreezeWindow,
  readICalendar,
  systemsOf,
  type CalendarFinding,
  type CheckedFeed,
  type FreezeCalendar,
  type FreezeWindow,
  type WindowSubject,
} from '@continuity/engine';
import {
  bank,
  entitiesOfKind,
  root,
} from './__testUtils__/exampleOrganisation';

const calendars = entitiesOfKind('FreezeCalendar').map(
  (entity): FreezeCalendar => {
    const { calendar, feed } = parseFreezeCalendar(entity);
    if (!calendar) throw new Error(`${entity.metadata.name} cannot be read`);
    return feed
      ? { ...calendar, windows: windowsOf(feed, calendar.owner) }
      : calendar;
  },
);

/** What `npm start` publishes under the address of a feed. */
function windowsOf(feed: CheckedFeed, owner: string): FreezeWindow[] {
  const file = path.basename(new URL(feed.url).pathname);
  const content = readFileSync(path.join(root, 'examples/feeds', file), 'utf8');
  const reading = readICalendar(content, { ...feed, owner });
  if (!reading.ok) throw new Error(`${file} cannot be read`);
  expect(reading.findings).toEqual([]);
  return reading.windows.map(declared => {
    const parsed = parseFreezeWindow(declared, declared.id, { ...feed, owner });
    if (!parsed.ok) throw new Error(`${file}: ${declared.id} cannot be read`);
    return parsed.window;
  });
}

const functionsOf = createFunctionMembership(
  entitiesOfKind('BusinessFunction').map(entity => ({
    ref: stringifyEntityRef(entity),
    supportedBy: entity.spec?.supportedBy as string[],
  })),
);

const services = [
  ...entitiesOfKind('Component'),
  ...entitiesOfKind('Resource'),
].flatMap(subjects);

function subjects(entity: Entity): WindowSubject[] {
  const block = entity.spec?.continuity;
  const { spec } = parseContinuitySpec(block ?? {});
  const systems = systemsOf(entity);
  return (
    spec?.environments ?? [{ name: 'production', region: undefined }]
  ).map(({ name, region }) => ({
    entity,
    tier:
      describeContinuity(block, defaultTierSettings).tier?.id ?? 'unclassified',
    systems,
    businessFunctions: functionsOf(stringifyEntityRef(entity), systems),
    environment: name,
    regions: region ? [region] : [],
    releaseClass: 'standard',
  }));
}

function lint(now: string): [string, CalendarFinding][] {
  return calendars.flatMap(calendar =>
    lintCalendar(calendar, {
      now: Date.parse(now),
      services,
      siblings: calendars,
    }).map((finding): [string, CalendarFinding] => [calendar.ref, finding]),
  );
}

it('the example has services to look at', () => {
  expect(bank.length).toBeGreaterThan(50);
  expect(services.length).toBeGreaterThan(50);
  expect(calendars.length).toBeGreaterThan(10);
});

it('a calendar of the example has what its feed says', () => {
  const closing = calendars.find(({ origin }) => origin.kind === 'feed');
  expect(closing?.windows.map(({ title }) => title)).toEqual([
    "New Year's Day",
    'Good Friday',
    'Easter Monday',
    'Labour Day',
    'Christmas Day',
    'Christmas Holiday',
  ]);
});

it('the example gives no false alarm', () => {
  expect(lint('2026-01-01T00:00:00Z')).toEqual([]);
});

it('later it says which dates are to be brought up to date', () => {
  const findings = lint('2026-11-24T00:00:00Z').map(
    ([ref, { rule, severity, windowId }]) => [ref, windowId, rule, severity],
  );
  expect(findings).toEqual(
    [
      ['freezecalendar:default/public-holidays-switzerland', 'easter-2026'],
      ['freezecalendar:default/public-holidays-united-kingdom', 'easter-2026'],
      [
        'freezecalendar:default/public-holidays-singapore',
        'lunar-new-year-2026',
      ],
    ].map(expected => [...expected, 'over', 'info']),
  );
});
