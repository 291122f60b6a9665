import { expandWindow } from '../occurrences/expandWindow';
import type { FreezeWindow } from '../types';

const MONTHS = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
];
const OFFSETS: Record<string, string> = { EDT: '-04:00', EST: '-05:00' };

/**
 * Lists as the RFC prints them: `1997 EDT: Sep 2-11,13; Oct 1` are days at 9:00,
 * `1997 EDT: Sep 2 at 9:00,12:00` are times on a day. The zone says what clocks show.
 */
function listed(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const [, year, zone, rest] = /^(\d{4}) (E[DS]T): (.+)$/.exec(line) ?? [];
    return rest.split('; ').flatMap(part => {
      const [, name, days, times = '9:00'] =
        /^(\w{3}) ([\d,-]+)(?: at ([\d:,]+))?$/.exec(part) ?? [];
      const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
      return numbers(days).flatMap(day =>
        times
          .split(',')
          .map(
            time =>
              `${year}-${month}-${day}T${time.padStart(5, '0')}:00${
                OFFSETS[zone]
              }`,
          ),
      );
    });
  });
}

/** `2,4-6` is 02, 04, 05, 06. */
function numbers(text: string): string[] {
  return text.split(',').flatMap(item => {
    const [first, last = first] = item.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) =>
      String(first + index).padStart(2, '0'),
    );
  });
}

/** Starts in New York, on the clock and with what it is ahead of UTC. */
function starts(dtstart: string, rrule: string, limit: number): string[] {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/.exec(dtstart) ?? [];
  const window: FreezeWindow = {
    id: 'rfc',
    title: 'RFC 5545',
    reason: 'An example',
    owner: 'group:default/calsify',
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone: 'America/New_York',
    start: `${year}-${month}-${day}T${hour}:${minute}:00`,
    length: { by: 'duration', duration: 'PT1M' },
    allDay: false,
    rrule,
    rdates: [],
    exdates: [],
    overrides: [],
    scope: {},
  };
  const range = { from: 0, to: Date.UTC(2030, 0, 1), limit };
  return expandWindow(window, range).occurrences.map(one => one.startLocal);
}

/** What a rule yields; `...` last where the RFC goes on for ever. */
type Example = [
  name: string,
  dtstart: string,
  rules: readonly string[],
  lines: readonly string[],
];

const examples: Example[] = [
  [
    'Daily for 10 occurrences',
    '19970902T090000',
    ['FREQ=DAILY;COUNT=10'],
    ['1997 EDT: Sep 2-11'],
  ],
  [
    'Daily until December 24, 1997',
    '19970902T090000',
    ['FREQ=DAILY;UNTIL=19971224T000000Z'],
    ['1997 EDT: Sep 2-30; Oct 1-25', '1997 EST: Oct 26-31; Nov 1-30; Dec 1-23'],
  ],
  [
    'Every other day - forever',
    '19970902T090000',
    ['FREQ=DAILY;INTERVAL=2'],
    [
      '1997 EDT: Sep 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; Oct 2,4,6,8,10,12,14,16,18,20,22,24',
      '1997 EST: Oct 26,28,30; Nov 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29; Dec 1,3',
      '...',
    ],
  ],
  [
    'Every 10 days, 5 occurrences',
    '19970902T090000',
    ['FREQ=DAILY;INTERVAL=10;COUNT=5'],
    ['1997 EDT: Sep 2,12,22; Oct 2,12'],
  ],
  [
    'Every day in January, for 3 years',
    '19980101T090000',
    [
      'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
      'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    ],
    ['1998 EST: Jan 1-31', '1999 EST: Jan 1-31', '2000 EST: Jan 1-31'],
  ],
  [
    'Weekly for 10 occurrences',
    '19970902T090000',
    ['FREQ=WEEKLY;COUNT=10'],
    ['1997 EDT: Sep 2,9,16,23,30; Oct 7,14,21', '1997 EST: Oct 28; Nov 4'],
  ],
  [
    'Weekly until December 24, 1997',
    '19970902T090000',
    ['FREQ=WEEKLY;UNTIL=19971224T000000Z'],
    [
      '1997 EDT: Sep 2,9,16,23,30; Oct 7,14,21',
      '1997 EST: Oct 28; Nov 4,11,18,25; Dec 2,9,16,23',
    ],
  ],
  [
    'Every other week - forever',
    '19970902T090000',
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
    [
      '1997 EDT: Sep 2,16,30; Oct 14',
      '1997 EST: Oct 28; Nov 11,25; Dec 9,23',
      '1998 EST: Jan 6,20; Feb 3,17',
      '...',
    ],
  ],
  [
    'Weekly on Tuesday and Thursday for five weeks',
    '19970902T090000',
    [
      'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
      'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    ],
    ['1997 EDT: Sep 2,4,9,11,16,18,23,25,30; Oct 2'],
  ],
  [
    'Every other week on Monday, Wednesday, and Friday until December 24, 1997',
    '19970901T090000',
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR'],
    [
      '1997 EDT: Sep 1,3,5,15,17,19,29; Oct 1,3,13,15,17',
      '1997 EST: Oct 27,29,31; Nov 10,12,14,24,26,28; Dec 8,10,12,22',
    ],
  ],
  [
    'Every other week on Tuesday and Thursday, for 8 occurrences',
    '19970902T090000',
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH'],
    ['1997 EDT: Sep 2,4,16,18,30; Oct 2,14,16'],
  ],
  [
    'Monthly on the first Friday for 10 occurrences',
    '19970905T090000',
    ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR'],
    [
      '1997 EDT: Sep 5; Oct 3',
      '1997 EST: Nov 7; Dec 5',
      '1998 EST: Jan 2; Feb 6; Mar 6; Apr 3',
      '1998 EDT: May 1; Jun 5',
    ],
  ],
  [
    'Monthly on the first Friday until December 24, 1997',
    '19970905T090000',
    ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR'],
    ['1997 EDT: Sep 5; Oct 3', '1997 EST: Nov 7; Dec 5'],
  ],
  [
    'Every other month on the first and last Sunday of the month for 10 occurrences',
    '19970907T090000',
    ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU'],
    [
      '1997 EDT: Sep 7,28',
      '1997 EST: Nov 2,30',
      '1998 EST: Jan 4,25; Mar 1,29',
      '1998 EDT: May 3,31',
    ],
  ],
  [
    'Monthly on the second-to-last Monday of the month for 6 months',
    '19970922T090000',
    ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO'],
    [
      '1997 EDT: Sep 22; Oct 20',
      '1997 EST: Nov 17; Dec 22',
      '1998 EST: Jan 19; Feb 16',
    ],
  ],
  [
    'Monthly on the third-to-the-last day of the month, forever',
    '19970928T090000',
    ['FREQ=MONTHLY;BYMONTHDAY=-3'],
    [
      '1997 EDT: Sep 28',
      '1997 EST: Oct 29; Nov 28; Dec 29',
      '1998 EST: Jan 29; Feb 26',
      '...',
    ],
  ],
  [
    'Monthly on the 2nd and 15th of the month for 10 occurrences',
    '19970902T090000',
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15'],
    [
      '1997 EDT: Sep 2,15; Oct 2,15',
      '1997 EST: Nov 2,15; Dec 2,15',
      '1998 EST: Jan 2,15',
    ],
  ],
  [
    'Monthly on the first and last day of the month for 10 occurrences',
    '19970930T090000',
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1'],
    [
      '1997 EDT: Sep 30; Oct 1',
      '1997 EST: Oct 31; Nov 1,30; Dec 1,31',
      '1998 EST: Jan 1,31; Feb 1',
    ],
  ],
  [
    'Every 18 months on the 10th thru 15th of the month for 10 occurrences',
    '19970910T090000',
    ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15'],
    ['1997 EDT: Sep 10-15', '1999 EST: Mar 10-13'],
  ],
  [
    'Every Tuesday, every other month',
    '19970902T090000',
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU'],
    [
      '1997 EDT: Sep 2,9,16,23,30',
      '1997 EST: Nov 4,11,18,25',
      '1998 EST: Jan 6,13,20,27; Mar 3,10,17,24,31',
      '...',
    ],
  ],
  [
    'Yearly in June and July for 10 occurrences',
    '19970610T090000',
    ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7'],
    [1997, 1998, 1999, 2000, 2001].map(year => `${year} EDT: Jun 10; Jul 10`),
  ],
  [
    'Every other year on January, February, and March for 10 occurrences',
    '19970310T090000',
    ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3'],
    [
      '1997 EST: Mar 10',
      '1999 EST: Jan 10; Feb 10; Mar 10',
      '2001 EST: Jan 10; Feb 10; Mar 10',
      '2003 EST: Jan 10; Feb 10; Mar 10',
    ],
  ],
  [
    'Every third year on the 1st, 100th, and 200th day for 10 occurrences',
    '19970101T090000',
    ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200'],
    [
      '1997 EST: Jan 1',
      '1997 EDT: Apr 10; Jul 19',
      '2000 EST: Jan 1',
      '2000 EDT: Apr 9; Jul 18',
      '2003 EST: Jan 1',
      '2003 EDT: Apr 10; Jul 19',
      '2006 EST: Jan 1',
    ],
  ],
  [
    'Every 20th Monday of the year, forever',
    '19970519T090000',
    ['FREQ=YEARLY;BYDAY=20MO'],
    ['1997 EDT: May 19', '1998 EDT: May 18', '1999 EDT: May 17', '...'],
  ],
  [
    'Monday of week number 20, forever',
    '19970512T090000',
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    ['1997 EDT: May 12', '1998 EDT: May 11', '1999 EDT: May 17', '...'],
  ],
  [
    'Every Thursday in March, forever',
    '19970313T090000',
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH'],
    [
      '1997 EST: Mar 13,20,27',
      '1998 EST: Mar 5,12,19,26',
      '1999 EST: Mar 4,11,18,25',
      '...',
    ],
  ],
  [
    'Every Thursday, but only during June, July, and August, forever',
    '19970605T090000',
    ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8'],
    [
      '1997 EDT: Jun 5,12,19,26; Jul 3,10,17,24,31; Aug 7,14,21,28',
      '1998 EDT: Jun 4,11,18,25; Jul 2,9,16,23,30; Aug 6,13,20,27',
      '1999 EDT: Jun 3,10,17,24; Jul 1,8,15,22,29; Aug 5,12,19,26',
      '...',
    ],
  ],
  [
    // Its EXDATE takes away DTSTART, which is no start here anyway.
    'Every Friday the 13th, forever',
    '19970902T090000',
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'],
    [
      '1998 EST: Feb 13; Mar 13; Nov 13',
      '1999 EDT: Aug 13',
      '2000 EDT: Oct 13',
      '...',
    ],
  ],
  [
    'The first Saturday that follows the first Sunday of the month, forever',
    '19970913T090000',
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13'],
    [
      '1997 EDT: Sep 13; Oct 11',
      '1997 EST: Nov 8; Dec 13',
      '1998 EST: Jan 10; Feb 7; Mar 7',
      '1998 EDT: Apr 11; May 9; Jun 13',
      '...',
    ],
  ],
  [
    'U.S. Presidential Election day',
    '19961105T090000',
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8'],
    ['1996 EST: Nov 5', '2000 EST: Nov 7', '2004 EST: Nov 2', '...'],
  ],
  [
    'The third instance into the month of one of Tuesday, Wednesday, or Thursday, for the next 3 months',
    '19970904T090000',
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3'],
    ['1997 EDT: Sep 4; Oct 7', '1997 EST: Nov 6'],
  ],
  [
    'The second-to-last weekday of the month',
    '19970929T090000',
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2'],
    [
      '1997 EDT: Sep 29',
      '1997 EST: Oct 30; Nov 27; Dec 30',
      '1998 EST: Jan 29; Feb 26; Mar 30',
      '...',
    ],
  ],
  [
    // Erratum 3883: 17:00Z is 13:00 in New York; 21:00Z was meant.
    'Every 3 hours from 9:00 AM to 5:00 PM on a specific day',
    '19970902T090000',
    ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z'],
    ['1997 EDT: Sep 2 at 9:00,12:00,15:00'],
  ],
  [
    'The same as it was printed, before erratum 3883',
    '19970902T090000',
    ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z'],
    ['1997 EDT: Sep 2 at 9:00,12:00'],
  ],
  [
    'Every 15 minutes for 6 occurrences',
    '19970902T090000',
    ['FREQ=MINUTELY;INTERVAL=15;COUNT=6'],
    ['1997 EDT: Sep 2 at 9:00,9:15,9:30,9:45,10:00,10:15'],
  ],
  [
    'Every hour and a half for 4 occurrences',
    '19970902T090000',
    ['FREQ=MINUTELY;INTERVAL=90;COUNT=4'],
    ['1997 EDT: Sep 2 at 9:00,10:30,12:00,13:30'],
  ],
  [
    'Every 20 minutes from 9:00 AM to 4:40 PM every day',
    '19970902T090000',
    [
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
    ],
    [
      `1997 EDT: Sep 2,3 at ${[9, 10, 11, 12, 13, 14, 15, 16]
        .flatMap(hour => [`${hour}:00`, `${hour}:20`, `${hour}:40`])
        .join()}`,
      '...',
    ],
  ],
  [
    'Where the days generated make a difference because of WKST: Monday',
    '19970805T090000',
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO'],
    ['1997 EDT: Aug 5,10,19,24'],
  ],
  [
    'changing only WKST to Sunday',
    '19970805T090000',
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU'],
    ['1997 EDT: Aug 5,17,19,31'],
  ],
  [
    'An invalid date (i.e., February 30) is ignored',
    '20070115T090000',
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5'],
    // The list of the RFC; clocks went forward on 11 March 2007.
    ['2007 EST: Jan 15,30; Feb 15', '2007 EDT: Mar 15,30'],
  ],
];

const evaluations: Example[] = [
  [
    '10 occurrences that occur every other day',
    '19970902T090000',
    ['FREQ=DAILY;COUNT=10;INTERVAL=2'],
    ['1997 EDT: Sep 2,4,6,8,10,12,14,16,18,20'],
  ],
  [
    'every Sunday in January at 8:30 AM and 9:30 AM, every other year',
    '19970105T083000',
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30'],
    [
      '1997 EST: Jan 5,12,19,26 at 8:30,9:30',
      '1999 EST: Jan 3,10,17,24,31 at 8:30,9:30',
      '...',
    ],
  ],
  [
    'BYMONTH=1 in a yearly rule has the day of DTSTART',
    '19970310T090000',
    ['FREQ=YEARLY;BYMONTH=1;COUNT=2'],
    ['1998 EST: Jan 10', '1999 EST: Jan 10'],
  ],
  [
    'BYMONTH=1,2 makes two days of the one in a year',
    '19970110T090000',
    ['FREQ=YEARLY;BYMONTH=1,2;COUNT=4'],
    ['1997 EST: Jan 10; Feb 10', '1998 EST: Jan 10; Feb 10'],
  ],
  [
    'BYMONTH=1 in a daily rule leaves the days of January',
    '19971230T090000',
    ['FREQ=DAILY;BYMONTH=1;COUNT=33'],
    ['1998 EST: Jan 1-31', '1999 EST: Jan 1,2'],
  ],
  [
    'an INTERVAL of 8 in a daily rule means every eight days',
    '19970902T090000',
    ['FREQ=DAILY;INTERVAL=8;COUNT=4'],
    ['1997 EDT: Sep 2,10,18,26'],
  ],
  [
    'the last work day of the month',
    '19970930T090000',
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['1997 EDT: Sep 30', '1997 EST: Oct 31; Nov 28; Dec 31', '...'],
  ],
  [
    'the tenth to the last day of the month',
    '19970901T090000',
    ['FREQ=MONTHLY;BYMONTHDAY=-10;COUNT=3'],
    ['1997 EDT: Sep 21; Oct 22', '1997 EST: Nov 21'],
  ],
  [
    // It is 1 March in every year, which is why the RFC counts from the end.
    'the 306th to the last day of the year is 1 March',
    '19970101T090000',
    ['FREQ=YEARLY;BYYEARDAY=-306;COUNT=4'],
    [
      '1997 EST: Mar 1',
      '1998 EST: Mar 1',
      '1999 EST: Mar 1',
      '2000 EST: Mar 1',
    ],
  ],
  [
    // 2015 and 2026 begin on a Thursday, 2020 on a Wednesday and is leap.
    'week 53 is in years that begin on Thursday, or on Wednesday when leap',
    '20140101T090000',
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=3'],
    ['2015 EST: Dec 28', '2020 EST: Dec 28', '2026 EST: Dec 28'],
  ],
  [
    // Not counted either: the fourth is of April.
    'dates that do not exist are ignored and not counted',
    '19970130T090000',
    ['FREQ=MONTHLY;COUNT=4'],
    ['1997 EST: Jan 30; Mar 30', '1997 EDT: Apr 30; May 30'],
  ],
  [
    'a time that clocks skip is moved as 3.3.5 says, and one they show twice is the first',
    '19970405T023000',
    ['FREQ=DAILY;COUNT=3'],
    [
      '1997 EST: Apr 5 at 2:30',
      '1997 EDT: Apr 6 at 3:30',
      '1997 EDT: Apr 7 at 2:30',
    ],
  ],
];

describe.each<[string, Example[]]>([
  ['RFC 5545 3.8.5.3', examples],
  ['RFC 5545 3.3.10', evaluations],
])('%s', (_, table) => {
  it.each(
    table.flatMap(([name, dtstart, rules, lines]) =>
      rules.map(rrule => [name, dtstart, rrule, lines] as const),
    ),
  )('%s: %s %s', (_name, dtstart, rrule, lines) => {
    const endless = lines.at(-1) === '...';
    const expected = listed(endless ? lines.slice(0, -1) : lines);
    expect(starts(dtstart, rrule, endless ? expected.length : 10_000)).toEqual(
      expected,
    );
  });
});
