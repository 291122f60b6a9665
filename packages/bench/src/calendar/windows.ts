import type { Chance } from './random';

/** What a window is told to a recurrence library: when it begins, how it repeats, how long it is. */
export interface PlainWindow {
  timezone: string;
  /** Wall clock, `YYYY-MM-DDTHH:mm:ss`. */
  start: string;
  /** Absent: it takes place once. */
  rrule?: string;
  /** Wall-clock starts that do not take place. */
  exdates: string[];
  /** Days are counted on the clock, hours are exact. */
  length: { days: number } | { hours: number };
  maintenance: boolean;
  enforcement: 'block' | 'approval' | 'warn';
}

/** How a window repeats, and how long it is; one of each is drawn by its share. */
interface Habit {
  share: number;
  rrule?: string;
  time: string;
  length: PlainWindow['length'];
  maintenance?: boolean;
}

const weekend = { days: 2 };
const night = { hours: 10 };

/** Holidays: each has a day of the year, and lasts all of it. */
const YEARLY: Habit[] = [
  ['1', '1'],
  ['5', '1'],
  ['8', '1'],
  ['11', '1'],
  ['12', '26'],
].map(([month, day]) => ({
  share: 2,
  rrule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
  time: '00:00:00',
  length: { days: 1 },
}));

const HABITS: Habit[] = [
  ...YEARLY,
  {
    share: 3,
    rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=18',
    time: '18:00:00',
    length: { days: 16 },
  },
  {
    share: 2,
    rrule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    time: '00:00:00',
    length: { days: 5 },
  },
  {
    share: 3,
    rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
    time: '12:00:00',
    length: { days: 4 },
  },
  {
    share: 8,
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    time: '18:00:00',
    length: { hours: 36 },
  },
  {
    share: 5,
    rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    time: '16:00:00',
    length: night,
  },
  {
    share: 4,
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=15',
    time: '06:00:00',
    length: { hours: 12 },
  },
  {
    share: 12,
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
    time: '16:00:00',
    length: weekend,
  },
  {
    share: 6,
    rrule: 'FREQ=WEEKLY;BYDAY=MO,WE',
    time: '20:00:00',
    length: night,
  },
  {
    share: 3,
    rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
    time: '18:00:00',
    length: night,
  },
  { share: 3, rrule: 'FREQ=DAILY', time: '22:00:00', length: { hours: 6 } },
  {
    share: 1,
    rrule: 'FREQ=DAILY',
    time: '01:30:00',
    length: { hours: 2 },
  },
  {
    share: 3,
    rrule: 'FREQ=WEEKLY;BYDAY=SA,SU',
    time: '02:00:00',
    length: { hours: 8 },
    maintenance: true,
  },
  {
    share: 2,
    rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
    time: '08:00:00',
    length: { hours: 8 },
    maintenance: true,
  },
  // Releases, migrations, audits, campaigns: they come once.
  { share: 14, time: '00:00:00', length: { days: 5 } },
  { share: 12, time: '18:00:00', length: { days: 2 } },
  { share: 9, time: '17:00:00', length: { hours: 14 } },
];

/** A window as one of many organisations would have it, begun some years ago. */
export function drawWindow(chance: Chance, timezone: string): PlainWindow {
  const { rrule, time, length, maintenance } = chance.weighted(
    HABITS.map(habit => [habit.share, habit] as const),
  );
  const year =
    rrule === undefined ? 2025 + chance.below(3) : 2023 + chance.below(3);
  const start = `${year}-${two(1 + chance.below(12))}-${two(
    1 + chance.below(28),
  )}T${time}`;
  return {
    timezone,
    start,
    ...(rrule !== undefined && { rrule }),
    exdates:
      rrule === 'FREQ=DAILY'
        ? [`2026-12-24T${time}`, `2027-01-06T${time}`]
        : [],
    length,
    maintenance: maintenance === true,
    enforcement: chance.weighted([
      [5, 'block'],
      [3, 'approval'],
      [2, 'warn'],
    ] as const),
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
