import {
  expandWindow,
  parseFreezeWindow,
  type FreezeWindow,
  type FreezeWindowDeclaration,
} from '@continuity/engine';
import { DateTime } from 'luxon';
import { planSyncWindows } from './planSyncWindows';
import type { SyncWindowDraft } from './SyncWindow';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function windowOf(
  parts: Partial<FreezeWindowDeclaration> & { timezone: string },
): FreezeWindow {
  const read = parseFreezeWindow(
    { id: 'w', title: 'W', reason: 'R', start: '', ...parts },
    '',
    { timezone: 'UTC', owner: 'group:default/ops', scope: {} },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.window;
}

/**
 * Whether a sync window is in force, as `active` in Argo CD's
 * pkg/apis/application/v1alpha1/types.go decides it: by the offset that the zone has at the
 * moment, which the first start after `moment - duration` has to be before.
 */
function isInForce(
  { schedule, duration, timeZone }: SyncWindowDraft,
  moment: number,
): boolean {
  const { offset } = DateTime.fromMillis(moment, { zone: timeZone });
  const now = moment + offset * 60_000;
  const [, hours = '0', minutes = '0'] =
    /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration) ?? [];
  const length = Number(hours) * HOUR_MS + Number(minutes) * 60_000;
  const [minute, hour, ...days] = schedule.split(' ');
  const fits = (field: string, value: number) =>
    field === '*' || field.split(',').includes(String(value));
  const first = Math.floor((now - length) / DAY_MS) * DAY_MS;
  for (let day = first; day <= now; day += DAY_MS) {
    const date = new Date(day);
    const start = day + Number(hour) * HOUR_MS + Number(minute) * 60_000;
    if (
      start > now - length &&
      start < now &&
      fits(days[0], date.getUTCDate()) &&
      fits(days[1], date.getUTCMonth() + 1) &&
      fits(days[2], date.getUTCDay())
    ) {
      return true;
    }
  }
  return false;
}

function isDeniedByArgo(drafts: readonly SyncWindowDraft[], moment: number) {
  const allows = drafts.filter(({ kind }) => kind === 'allow');
  const inForce = (draft: SyncWindowDraft) => isInForce(draft, moment);
  return (
    drafts.some(draft => draft.kind === 'deny' && inForce(draft)) ||
    (allows.length > 0 && !allows.some(inForce))
  );
}

const plan = (windows: FreezeWindow[], from: number, to: number) =>
  planSyncWindows(
    windows.map(window => ({
      calendarRef: 'freezecalendar:default/c',
      window,
    })),
    { from, to },
  );

const SPRING = '2026-02-20T00:00:00Z';
const AUTUMN = '2026-09-20T00:00:00Z';
const GUARD = /until it is exported again/;

/** `repeats`: the fields of cron that say all or most of it. */
interface Case {
  window: FreezeWindow;
  repeats?: string;
  /** Closed from the end of the period on. */
  ends: boolean;
  /** Minutes that are closed on top, where the clocks change. */
  tooMuch?: number;
}

const Zurich = 'Europe/Zurich';
const NewYork = 'America/New_York';
const cases: Record<string, Case> = {
  'a weekend up to a time on the clock': {
    window: windowOf({
      start: '2025-01-03T18:00:00',
      end: '2025-01-06T07:00:00',
      rrule: 'FREQ=WEEKLY',
      timezone: Zurich,
    }),
    repeats: '0 18 * * 5 61h Europe/Zurich',
    ends: false,
  },
  'office hours on weekdays': {
    window: windowOf({
      start: '2025-01-06T09:15:00',
      duration: 'PT7H30M',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      timezone: Zurich,
    }),
    repeats: '15 9 * * 1,2,3,4,5 7h30m Europe/Zurich',
    ends: false,
  },
  'eight hours of each night, one of which has nine': {
    window: windowOf({
      start: '2025-01-01T22:00:00',
      duration: 'PT8H',
      rrule: 'FREQ=DAILY',
      timezone: NewYork,
    }),
    repeats: '0 22 * * * 8h America/New_York',
    ends: true,
    tooMuch: 60,
  },
  'a start that is skipped in spring and comes twice in autumn': {
    window: windowOf({
      start: '2025-01-01T01:30:00',
      duration: 'PT1H',
      rrule: 'FREQ=DAILY',
      timezone: NewYork,
    }),
    repeats: '30 1 * * * 1h America/New_York',
    ends: true,
    tooMuch: 60,
  },
  'a start in the hour that is skipped': {
    window: windowOf({
      start: '2025-01-01T02:30:00',
      duration: 'PT30M',
      rrule: 'FREQ=DAILY',
      timezone: NewYork,
    }),
    repeats: '30 2 * * * 30m America/New_York',
    ends: true,
    tooMuch: 60,
  },
  'clocks that change by half an hour': {
    window: windowOf({
      start: '2025-01-01T01:45:00',
      duration: 'PT30M',
      rrule: 'FREQ=DAILY',
      timezone: 'Australia/Lord_Howe',
    }),
    repeats: '45 1 * * * 30m Australia/Lord_Howe',
    ends: true,
    tooMuch: 60,
  },
  'the last day of the month': {
    window: windowOf({
      start: '2025-01-31T18:00:00',
      duration: 'PT14H',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      timezone: Zurich,
    }),
    ends: true,
  },
  'the first and the fifteenth': {
    window: windowOf({
      start: '2025-01-01T06:00:00',
      duration: 'P1D',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,1',
      timezone: 'UTC',
    }),
    repeats: '0 6 1,15 * * 24h UTC',
    ends: false,
  },
  'Christmas, all day': {
    window: windowOf({
      start: '2024-12-24',
      duration: 'P3D',
      rrule: 'FREQ=YEARLY',
      timezone: Zurich,
    }),
    repeats: '0 0 24 12 * 72h Europe/Zurich',
    ends: false,
  },
  'every second week': {
    window: windowOf({
      start: '2025-01-07T18:00:00',
      duration: 'PT6H',
      rrule: 'FREQ=WEEKLY;INTERVAL=2',
      timezone: Zurich,
    }),
    ends: true,
  },
  'each week but one': {
    window: windowOf({
      start: '2025-01-07T18:00:00',
      duration: 'PT6H',
      rrule: 'FREQ=WEEKLY',
      exdates: ['2026-03-10T18:00:00'],
      timezone: Zurich,
    }),
    ends: true,
  },
  'a rule that ends in the period': {
    window: windowOf({
      start: '2025-01-07T18:00:00',
      duration: 'PT6H',
      rrule: 'FREQ=DAILY;UNTIL=20260310',
      timezone: Zurich,
    }),
    ends: false,
  },
  'seconds that cron does not have': {
    window: windowOf({
      start: '2025-01-07T18:00:30',
      duration: 'PT10S',
      rrule: 'FREQ=WEEKLY',
      timezone: 'UTC',
    }),
    ends: true,
    tooMuch: 60 * 20,
  },
  'what is over': {
    window: windowOf({
      start: '2025-01-07T18:00:00',
      duration: 'PT6H',
      timezone: 'UTC',
    }),
    ends: false,
  },
  'openings, the same on every clock': {
    window: windowOf({
      effect: 'maintenance',
      start: '2025-01-07T10:00:00',
      duration: 'PT4H',
      rrule: 'FREQ=WEEKLY;BYDAY=TU,TH',
      timezone: 'UTC',
    }),
    repeats: '0 10 * * 2,4 4h UTC',
    ends: false,
  },
  'openings that an hour is added to in autumn': {
    window: windowOf({
      effect: 'maintenance',
      start: '2025-01-07T01:30:00',
      duration: 'PT1H',
      rrule: 'FREQ=DAILY',
      timezone: Zurich,
    }),
    ends: true,
  },
  'an opening that comes after the period': {
    window: windowOf({
      effect: 'maintenance',
      start: '2025-08-01T00:00:00',
      duration: 'PT9H',
      rrule: 'FREQ=YEARLY;BYYEARDAY=213',
      timezone: Zurich,
    }),
    ends: true,
  },
};

describe.each([
  ['spring', SPRING],
  ['autumn', AUTUMN],
])('sync windows of a period in %s', (_, start) => {
  const from = Date.parse(start);
  const to = from + 60 * DAY_MS;

  it.each(Object.entries(cases))(
    'are closed where the calendar is: %s',
    (_name, { window, repeats, ends, tooMuch = 0 }) => {
      const drafts = plan([window], from, to);
      // What is dated in these is of another day or month than what repeats.
      const repeating = drafts.filter(
        one => `${one.schedule} ${one.duration} ${one.timeZone}` === repeats,
      );
      const others = drafts.filter(one => !repeating.includes(one));
      expect(
        others.every(one => /^\d+ \d+ \d+ \d+ \*$/.test(one.schedule)),
      ).toBe(true);
      expect(
        repeating.map(one => `${one.schedule} ${one.duration} ${one.timeZone}`),
      ).toEqual(repeats === undefined ? [] : [repeats]);
      expect(drafts.some(({ about }) => GUARD.test(about))).toBe(ends);
      const { occurrences } = expandWindow(window, { from: from - DAY_MS, to });
      const isClosed = (moment: number) =>
        occurrences.some(one => one.start <= moment && moment < one.end) ===
        (window.effect === 'freeze');
      const moments = [
        ...occurrences.flatMap(one => [one.start, one.end]),
        ...drafts.map(() => from),
      ].flatMap(edge =>
        [-61, -31, -1, 0, 1, 29, 31, 59, 61].map(
          minutes => edge + minutes * 60_000 + 1,
        ),
      );
      for (let at = from + 1; at < to; at += 7 * HOUR_MS) moments.push(at);
      const inside = [...new Set(moments)].filter(
        moment => from < moment && moment < to,
      );
      const denied = inside.filter(moment => isDeniedByArgo(drafts, moment));
      const openIn = inside
        .filter(isClosed)
        .filter(one => !denied.includes(one));
      expect(openIn.map(one => new Date(one).toISOString())).toEqual([]);
      const extra = denied.filter(moment => !isClosed(moment)).length;
      // Each moment stands for a part of an hour at least.
      expect(extra).toBeLessThanOrEqual(tooMuch);
    },
  );

  it.each(Object.entries(cases).filter(([, { ends }]) => ends))(
    'close after it until they are written anew: %s',
    (_name, { window }) => {
      const drafts = plan([window], from, to);
      for (let at = to + 1; at < from + 363 * DAY_MS; at += DAY_MS) {
        expect(isDeniedByArgo(drafts, at)).toBe(true);
      }
    },
  );
});

describe('the plan of several windows', () => {
  const from = Date.parse(SPRING);
  const to = from + 90 * DAY_MS;
  const { window: weekend } = cases['a weekend up to a time on the clock'];
  const { window: opening } = cases['openings, the same on every clock'];

  it('has all of them, and one end', () => {
    const { window: night } = cases['the last day of the month'];
    const { window: fortnight } = cases['every second week'];
    const drafts = plan([weekend, opening, night, fortnight], from, to);
    expect(drafts.filter(({ about }) => GUARD.test(about))).toHaveLength(1);
    expect(drafts.at(-1)).toMatchObject({ kind: 'deny' });
    expect(new Set(drafts.map(({ kind }) => kind)).size).toBe(2);
  });

  it('leaves out what only warns', () => {
    expect(plan([{ ...weekend, enforcement: 'warn' }], from, to)).toEqual([]);
    expect(plan([{ ...opening, enforcement: 'warn' }], from, to)).toEqual([]);
  });

  it('closes for a first start that is still to come no sooner', () => {
    const later = {
      ...weekend,
      start: '2026-03-06T18:00:00',
      length: { by: 'end', end: '2026-03-09T07:00:00' },
    } as const;
    const drafts = plan([later], from, to);
    expect(isDeniedByArgo(drafts, Date.parse('2026-02-28T12:00:00Z'))).toBe(
      false,
    );
    expect(isDeniedByArgo(drafts, Date.parse('2026-03-07T12:00:00Z'))).toBe(
      true,
    );
  });

  it('refuses what Argo CD could not carry', () => {
    const often = windowOf({
      start: '2025-01-01T00:00:00',
      duration: 'PT10M',
      rrule: 'FREQ=HOURLY',
      timezone: 'UTC',
    });
    expect(() => plan([often], from, to)).toThrow('shorten it');
  });
});
