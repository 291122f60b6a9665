import fc from 'fast-check';
import { formatProblem } from '../../../time';
import { formatDate, formatWall } from '../../clock/wallTime';
import { CompiledWindow } from '../../occurrences/CompiledWindow';
import { clockOf } from '../../occurrences/sharedClock';
import type { FreezeWindow, FreezeWindowDeclaration } from '../../types';
import { parseFreezeWindow } from '../parseFreezeWindow';

const ZONES = [
  'UTC',
  'Europe/Zurich',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Apia',
];

const RULES = [
  undefined,
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;COUNT=50',
  'FREQ=WEEKLY;BYDAY=SU,MO',
  'FREQ=WEEKLY;UNTIL=20270301T000000Z',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=-1SU',
  'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
];
const CLOCK_RULES = [
  ...RULES,
  'FREQ=HOURLY;INTERVAL=17',
  'FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30',
];

const DAY_MS = 86_400_000;
/** Clocks change often in these years and near these hours. */
const FIRST_DAY = Date.UTC(2025, 2, 1);

/** What a window is made of, before it is known which starts it has. */
interface Draft {
  timezone: string;
  allDay: boolean;
  day: number;
  minute: number;
  duration: string | undefined;
  endAfter: number;
  rrule: string | undefined;
  /** Days and minutes after the start, and minutes that it lasts. */
  extra: [number, number, number | undefined][];
  /** Which of the starts there are: to cancel, and to override. */
  cancelled: number[];
  overridden: {
    which: number;
    moveTo: [number, number] | undefined;
    duration: string | undefined;
    title: string | undefined;
  }[];
  words: Pick<
    FreezeWindowDeclaration,
    'effect' | 'enforcement' | 'onRunning' | 'rollbacksExempt' | 'link'
  >;
}

const clock = fc.tuple(
  fc.integer({ min: -40, max: 900 }),
  fc.constantFrom(0, 30, 90, 120, 135, 150, 180, 720, 1410),
);

const drafts: fc.Arbitrary<Draft> = fc.boolean().chain(allDay =>
  fc.record({
    timezone: fc.constantFrom(...ZONES),
    allDay: fc.constant(allDay),
    day: fc.integer({ min: 0, max: 700 }),
    minute: fc.constantFrom(0, 30, 90, 120, 135, 150, 180, 720, 1410),
    duration: fc.constantFrom(
      undefined,
      ...(allDay ? ['P1D', 'P3D', 'P1M'] : ['PT30M', 'PT12H', 'P1D', 'P1DT2H']),
    ),
    endAfter: fc.integer({ min: 1, max: 90 }),
    rrule: fc.constantFrom(...(allDay ? RULES : CLOCK_RULES)),
    extra: fc.array(
      clock.chain(([day, minute]) =>
        fc.tuple(
          fc.constant(day),
          fc.constant(minute),
          fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: undefined }),
        ),
      ),
      { maxLength: 4 },
    ),
    cancelled: fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 3 }),
    overridden: fc.uniqueArray(
      fc.record({
        which: fc.nat({ max: 30 }),
        moveTo: fc.option(clock, { nil: undefined }),
        duration: fc.constantFrom(
          undefined,
          ...(allDay ? ['P2D'] : ['PT45M', 'P2D', 'PT1S']),
        ),
        title: fc.constantFrom(undefined, 'Another title'),
      }),
      { maxLength: 3, selector: ({ which }) => which },
    ),
    words: fc.record(
      {
        effect: fc.constantFrom('freeze', 'maintenance'),
        enforcement: fc.constantFrom('block', 'approval', 'warn'),
        onRunning: fc.constantFrom('finish', 'pause'),
        rollbacksExempt: fc.boolean(),
        link: fc.constant('https://example.com/why'),
      },
      { requiredKeys: [] },
    ),
  }),
);

/**
 * Windows as people may declare them, of every form, most of them with extra,
 * cancelled and overridden occurrences; all of them are accepted.
 */
export const anyDeclaration: fc.Arbitrary<FreezeWindowDeclaration> =
  drafts.map(toDeclaration);

/** @throws Error when the declaration is refused. */
export function read(declaration: FreezeWindowDeclaration): FreezeWindow {
  const result = parseFreezeWindow(declaration, 'window', {
    timezone: 'UTC',
    owner: 'group:default/someone',
    scope: {},
  });
  if (!result.ok) {
    throw new Error(result.problems.map(formatProblem).join('; '));
  }
  return result.window;
}

function toDeclaration(draft: Draft): FreezeWindowDeclaration {
  const { allDay, timezone } = draft;
  const start =
    FIRST_DAY + draft.day * DAY_MS + (allDay ? 0 : draft.minute * 60_000);
  const write = (wall: number) =>
    allDay ? formatDate(wall) : formatWall(wall);
  const after = (day: number, minute: number) =>
    start + day * DAY_MS + (allDay ? 0 : minute * 60_000);
  const bare: FreezeWindowDeclaration = {
    id: 'w',
    title: 'W',
    reason: 'r',
    owner: 'group:default/o',
    timezone,
    ...draft.words,
    start: write(start),
    ...(draft.duration === undefined
      ? { end: write(start + draft.endAfter * (allDay ? DAY_MS : 600_000)) }
      : { duration: draft.duration }),
    ...(draft.rrule !== undefined && { rrule: draft.rrule }),
    ...(draft.extra.length > 0 && {
      rdates: draft.extra.map(([day, minute, lasts]) => {
        const wall = after(day, minute);
        return lasts === undefined
          ? write(wall)
          : {
              start: write(wall),
              end: write(wall + lasts * (allDay ? DAY_MS : 60_000)),
            };
      }),
    }),
  };
  const window = read(bare);
  const starts = new CompiledWindow(window, clockOf(timezone)).starts(
    start - 100 * DAY_MS,
    start + 1_000 * DAY_MS,
  );
  // One start at least stays as it is, so that something takes place.
  const changeable = starts.slice(1);
  const cancelled = draft.cancelled.flatMap(which => changeable[which] ?? []);
  const exdates = cancelled.map(write);
  const overrides = draft.overridden.flatMap(
    ({ which, moveTo, duration, title }) => {
      const wall = changeable[which];
      if (wall === undefined || cancelled.includes(wall)) return [];
      return [
        {
          occurrence: write(wall),
          ...(moveTo && { start: write(after(...moveTo)) }),
          ...(duration !== undefined && { duration }),
          ...(title !== undefined && { title }),
        },
      ];
    },
  );
  return {
    ...bare,
    ...(exdates.length > 0 && { exdates }),
    ...(overrides.length > 0 && { overrides }),
  };
}
