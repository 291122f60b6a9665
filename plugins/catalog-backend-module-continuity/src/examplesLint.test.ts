import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  createFunctionMembership,
  defaultTierSettings,
  describeContinuity,
  lintCalendar,
  parseContinuitySpec,
  parseFreezeCalendar,
  systemsOf,
  type CalendarFinding,
  type FreezeCalendar,
  type WindowSubject,
} from '@continuity/engine';
import { bank, entitiesOfKind } from './__testUtils__/exampleOrganisation';

const calendars = entitiesOfKind('FreezeCalendar').map(
  (entity): FreezeCalendar => {
    const { calendar } = parseFreezeCalendar(entity);
    if (!calendar) throw new Error(`${entity.metadata.name} cannot be read`);
    return calendar;
  },
);

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
