import fc from 'fast-check';
import { anyRule } from './__testUtils__/anyRule';
import { describeParsedRule, describeRule } from './describeRule';
import { Recurrence } from './Recurrence';
import { ruleText } from './ruleText';

describe('describeRule', () => {
  it.each([
    // What people write.
    ['FREQ=DAILY', 'every day'],
    ['FREQ=DAILY;INTERVAL=2', 'every 2 days'],
    ['FREQ=DAILY;COUNT=10', 'every day, 10 times'],
    ['FREQ=DAILY;COUNT=1', 'every day, once'],
    ['FREQ=WEEKLY', 'every week'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=WEEKLY;BYDAY=FR,MO,TU,TH,WE', 'every weekday'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=DAILY;BYDAY=SA,SU', 'every weekend day'],
    ['FREQ=DAILY;BYDAY=MO,TH', 'every Monday and Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'every week on Monday and Thursday'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231',
      'every 2 weeks on Monday and Thursday until 31 Dec 2026',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR',
      'every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday',
    ],
    ['FREQ=MONTHLY', 'every month'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
    [
      'FREQ=MONTHLY;BYDAY=1MO,3MO',
      'every month on the first Monday and the third Monday',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'every month on the 15th'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,-1,15',
      'every month on the 1st, the 15th and the last day',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', 'every month on the third to last day'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'every month on the last weekday',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      'every month on the second to last weekday',
    ],
    [
      'FREQ=MONTHLY;BYDAY=SU,SA;BYSETPOS=1',
      'every month on the first weekend day',
    ],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', 'every 3 months on the last day'],
    ['FREQ=YEARLY', 'every year'],
    [
      'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      'every year in November on the fourth Thursday',
    ],
    [
      'FREQ=YEARLY;BYMONTH=12,3,6,9;BYMONTHDAY=-1',
      'every year in March, June, September and December on the last day',
    ],
    [
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20,21,22,23,24',
      'every year in December on the 20th to the 24th',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29',
      'every 4 years in February on the 29th',
    ],
    [
      'FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      'every year in January on the first weekday',
    ],
    ['FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30', 'every day at 09:30 and 17:30'],
    [
      'FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=15',
      'every day at 09:00:15, to the second',
    ],
    ['FREQ=HOURLY', 'every hour'],
    [
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
      'every 20 minutes in hours 9 to 16',
    ],
    [
      'FREQ=HOURLY;INTERVAL=6;BYDAY=SA,SU',
      'every 6 hours on Saturday and Sunday',
    ],
    // Ends.
    ['FREQ=DAILY;UNTIL=20261231T180000', 'every day until 31 Dec 2026 18:00'],
    [
      'FREQ=DAILY;UNTIL=20261231T170000Z',
      'every day until 31 Dec 2026 17:00 UTC',
    ],
    // What programs write, part by part.
    [
      'FREQ=DAILY;INTERVAL=2;BYDAY=MO,WE',
      'every 2 days if that is a Monday or a Wednesday',
    ],
    [
      'FREQ=DAILY;BYMONTH=1;BYMONTHDAY=13;BYDAY=FR',
      'every Friday in January if that is the 13th of the month',
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      'every month on the 13th if that is a Friday',
    ],
    ['FREQ=MONTHLY;BYDAY=TU', 'every month on every Tuesday'],
    [
      'FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3',
      'every month on every Tuesday, every Wednesday and every Thursday, of these only the third in each month',
    ],
    [
      'FREQ=MONTHLY;BYMONTH=2,1;BYDAY=2FR',
      'every month in January and February on the second Friday',
    ],
    ['FREQ=WEEKLY;BYMONTH=7,8', 'every week in July and August'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
      'every 2 weeks on Tuesday and Sunday (weeks begin on Sunday)',
    ],
    ['FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU', 'every week on Tuesday and Sunday'],
    ['FREQ=YEARLY;BYDAY=20MO', 'every year on the 20th Monday of the year'],
    [
      'FREQ=YEARLY;BYDAY=MO,-1FR',
      'every year on every Monday and the last Friday of the year',
    ],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'every year in week 20 on Monday'],
    ['FREQ=YEARLY;BYWEEKNO=-1,1', 'every year in week 1 and the last week'],
    [
      'FREQ=YEARLY;BYYEARDAY=100,1,-1',
      'every year on the 1st, the 100th and the last day of the year',
    ],
    [
      'FREQ=YEARLY;BYYEARDAY=60;BYMONTHDAY=29;BYDAY=MO',
      'every year on the 60th day of the year if that is the 29th of the month and a Monday',
    ],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'every year on the 15th of the month'],
    [
      'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'every year on the last weekday of the year',
    ],
    [
      'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD',
      'every month on the 31st (where that does not exist, on the last day before it)',
    ],
    ['FREQ=HOURLY;BYMINUTE=0,30', 'every hour in minutes 0 and 30'],
    [
      'FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,20,40',
      'every day in hours 9 to 11 and minutes 0, 20 and 40',
    ],
    ['FREQ=DAILY;BYHOUR=9,17', 'every day in hours 9 and 17'],
    // Not a rule.
    ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY'],
    ['', ''],
  ])('%s: %s', (rrule, expected) => {
    expect(describeRule(rrule)).toBe(expected);
  });

  it('says different things of rules that have different starts', () => {
    const rules = anyRule(
      {
        HOURLY: [1, 5],
        DAILY: [1, 2],
        WEEKLY: [1, 2],
        MONTHLY: [1, 2],
        YEARLY: [1, 2],
      },
      3,
    );
    const start = Date.UTC(2024, 1, 29, 9, 30, 15);
    const starts = new Map<string, { rrule: string; starts: number[] }>();
    const confused: unknown[] = [];
    fc.assert(
      fc.property(rules, rules, (rule, other) => {
        // Beside rules at random such that differ in one part alone.
        const mixed = Object.keys(other).flatMap(key => {
          const mix = { ...rule, [key]: other[key as keyof typeof other] };
          return key === 'freq' ? [] : [mix];
        });
        for (const each of [rule, ...mixed]) {
          const text = describeParsedRule(each);
          const found = {
            rrule: ruleText(each),
            starts: new Recurrence(each, start)
              .between(start, start + 800 * 86_400_000)
              .slice(0, 200),
          };
          const known = starts.get(text) ?? found;
          starts.set(text, known);
          if (known.starts.join() !== found.starts.join()) {
            confused.push([text, known.rrule, found.rrule]);
          }
        }
      }),
      { numRuns: 600, seed: 20_260_730 },
    );
    expect(confused).toEqual([]);
    expect(starts.size).toBeGreaterThan(2000);
  });
});
