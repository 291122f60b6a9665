import fc from 'fast-check';
import { DAY_MS, formatDate, formatWall } from '../../clock/wallTime';
import { parseFreezeWindow } from '../../declaration/parseFreezeWindow';
import { parseRecurrenceRule } from '../../recurrence/parseRecurrenceRule';
import { Recurrence } from '../../recurrence/Recurrence';
import type { FreezeWindow } from '../../types';

/** Everything that text values have to escape or fold. */
const anyText = fc
  .array(
    fc.constantFrom(
      'Year end',
      ', ',
      ';',
      ':',
      '\\',
      '\n',
      '"',
      'é',
      '日本',
      '🚧',
      'BEGIN:VEVENT',
      'a long piece of text that makes the line be folded somewhere',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(''))
  .filter(text => text.trim() !== '');

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;BYDAY=MO,TH',
  'FREQ=DAILY;COUNT=5',
  'FREQ=WEEKLY;BYDAY=FR,SA',
  'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU',
  'FREQ=WEEKLY;UNTIL=20271231T235959Z',
  'FREQ=WEEKLY;UNTIL=20270630T120000',
  'FREQ=WEEKLY;UNTIL=20270630',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4',
  'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
  'FREQ=YEARLY;BYYEARDAY=-1',
  'FREQ=HOURLY;INTERVAL=6',
  'FREQ=DAILY;BYHOUR=6,18;BYMINUTE=30',
];

const ZONES = [
  'Europe/Zurich',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Etc/GMT-3',
  'UTC',
];

const DURATIONS = [
  'PT8H',
  'PT90M',
  'P1D',
  'P1W',
  'P1DT12H',
  'P1M',
  'P1W2D',
  'PT1H5S',
  'PT1.5H',
];
const DAYS = ['P1D', 'P3D', 'P2W', 'P1M', 'P1W1D'];

/** What may be said of an occurrence; `at` chooses which. */
const anyChange = fc.record({
  at: fc.nat({ max: 20 }),
  move: fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
  lasts: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  title: fc.option(anyText, { nil: undefined }),
  reason: fc.option(anyText, { nil: undefined }),
});

function changesSomething({ at, ...change }: { at: number }): boolean {
  return Object.values(change).some(value => value !== undefined);
}

const anyScope = fc.constantFrom(
  undefined,
  { tiers: ['tier-1'], environments: ['production'] },
  {
    entities: {
      'spec.type': 'service',
      'metadata.name': { $in: ['a', 'b;c'] },
    },
    except: { systems: ['system:default/x'], regions: ['eu, west'] },
  },
);

/** Any window that passes the parser, with every part of it now and then. */
export const anyFreezeWindow: fc.Arbitrary<FreezeWindow> = fc
  .record({
    title: anyText,
    reason: anyText,
    effect: fc.constantFrom('freeze' as const, 'maintenance' as const),
    enforcement: fc.constantFrom(
      'block' as const,
      'approval' as const,
      'warn' as const,
    ),
    onRunning: fc.constantFrom('finish' as const, 'pause' as const),
    rollbacksExempt: fc.boolean(),
    link: fc.constantFrom(undefined, 'https://wiki.example.org/a,b;c?d=e'),
    owner: fc.constantFrom(undefined, 'user:default/ada'),
    scope: anyScope,
    allDay: fc.boolean(),
    timezone: fc.constantFrom(...ZONES),
    day: fc.integer({ min: 0, max: 900 }),
    minute: fc.constantFrom(0, 30, 60, 90, 130, 150, 600, 1320, 1439),
    length: fc.oneof(
      fc.record({
        by: fc.constant('end' as const),
        size: fc.integer({ min: 1, max: 60 }),
      }),
      fc.record({ by: fc.constant('duration' as const), size: fc.nat() }),
    ),
    rrule: fc.option(fc.constantFrom(...RULES), { nil: undefined }),
    extras: fc.array(
      fc.record({
        after: fc.integer({ min: -500, max: 500 }),
        lasts: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
    cancelled: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
    changes: fc.array(anyChange.filter(changesSomething), { maxLength: 3 }),
  })
  .map(drawn => {
    const { allDay, length, rrule, extras, changes, cancelled } = drawn;
    const unit = allDay ? DAY_MS : 3_600_000;
    const write = allDay ? formatDate : formatWall;
    const start =
      Date.UTC(2026, 0, 1) +
      drawn.day * DAY_MS +
      (allDay ? 0 : drawn.minute * 60_000);
    const rule = rrule === undefined ? undefined : parseRecurrenceRule(rrule);
    const regular = rule?.ok
      ? new Recurrence(rule.rule, start)
          .between(start, start + 800 * DAY_MS)
          .slice(0, 30)
      : [start];
    const rdates = new Map(
      extras.map(({ after, lasts }) => [start + after * unit, lasts]),
    );
    const all = [...new Set([...regular, ...rdates.keys()])];
    const overrides = new Map(
      (all.length > 0 ? changes : []).map(({ at, ...change }) => [
        all[at % all.length],
        change,
      ]),
    );
    const exdates = [
      ...new Set(
        (all.length > 0 ? cancelled : []).map(at => all[at % all.length]),
      ),
    ].filter(wall => !overrides.has(wall));
    const durations = allDay ? DAYS : DURATIONS;
    const { day, minute, ...said } = drawn;
    const declaration = {
      id: 'window',
      title: said.title,
      reason: said.reason,
      effect: said.effect,
      enforcement: said.enforcement,
      onRunning: said.onRunning,
      rollbacksExempt: said.rollbacksExempt,
      timezone: said.timezone,
      ...(said.link && { link: said.link }),
      ...(said.owner && { owner: said.owner }),
      ...(said.scope && { scope: said.scope }),
      start: write(start),
      ...(length.by === 'end'
        ? { end: write(start + length.size * unit) }
        : { duration: durations[length.size % durations.length] }),
      ...(rrule !== undefined && { rrule }),
      rdates: [...rdates].map(([wall, lasts]) =>
        lasts === undefined
          ? write(wall)
          : { start: write(wall), end: write(wall + lasts * unit) },
      ),
      exdates: rdates.size > 0 || rrule !== undefined ? exdates.map(write) : [],
      overrides: [...overrides].map(([wall, { move, lasts, ...words }]) => {
        const moved = wall + (move ?? 0) * unit;
        return {
          occurrence: write(wall),
          ...(move !== undefined && { start: write(moved) }),
          ...(lasts !== undefined && { end: write(moved + lasts * unit) }),
          ...(words.title !== undefined && { title: words.title }),
          ...(words.reason !== undefined && { reason: words.reason }),
        };
      }),
    };
    return parseFreezeWindow(declaration, 'window', {
      timezone: 'UTC',
      owner: 'group:default/ops',
      scope: {},
    });
  })
  .filter(parsed => parsed.ok)
  .map(parsed => (parsed.ok ? parsed.window : (undefined as never)));
