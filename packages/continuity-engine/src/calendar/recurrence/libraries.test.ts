import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { DAY_MS, formatWall } from '../clock/wallTime';
import { anyRule } from './__testUtils__/anyRule';
import { parseRecurrenceRule } from './parseRecurrenceRule';
import { Recurrence } from './Recurrence';
import type { RecurrenceRule } from './recurrenceRule';
import { ruleText } from './ruleText';

const compact = (wall: number) => formatWall(wall).replace(/[-:]/g, '');

function temporalStarts(rrule: string, start: number, end: number): string[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART:${compact(start)}Z\nRRULE:${rrule}`,
    maxIterations: 100_000,
  });
  return rule
    .between(new Date(start), new Date(end), true)
    .map(at => compact(at.epochMilliseconds));
}

/**
 * Where rrule-temporal 2.2.8 is known to be right: outside yearly rules everywhere,
 * in them wherever at most one part besides BYMONTH says which days.
 */
function isRightInTheLibrary(rule: RecurrenceRule): boolean {
  if (rule.freq !== 'YEARLY') return true;
  const ordinals = (rule.byDay ?? []).map(part => part.ordinal ?? 0);
  if (ordinals.some(ordinal => ordinal !== 0)) {
    return (
      ordinals.every(ordinal => ordinal !== 0 && Math.abs(ordinal) < 53) &&
      !rule.byMonthDay &&
      !rule.byYearDay
    );
  }
  if (rule.byWeekNo) {
    return (
      rule.byDay !== undefined &&
      rule.interval === 1 &&
      !rule.bySetPos &&
      !rule.byMonthDay &&
      !rule.byYearDay
    );
  }
  return !rule.byYearDay || (!rule.byDay && !rule.byMonthDay);
}

describe('Recurrence beside rrule-temporal', () => {
  it('yields the same wherever that is right', () => {
    const rules = anyRule(
      {
        MINUTELY: [15, 61, 90],
        HOURLY: [1, 5, 7],
        DAILY: [1, 2, 3],
        WEEKLY: [1, 2, 3],
        MONTHLY: [1, 2, 5],
        YEARLY: [1, 2, 4],
      },
      2,
    ).filter(isRightInTheLibrary);
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 2500 }), (rule, day) => {
        const start = Date.UTC(2020, 0, 1 + day, 9, 30);
        const isShort = rule.freq === 'HOURLY' || rule.freq === 'MINUTELY';
        const end = start + (isShort ? 15 : 900) * DAY_MS;
        expect(
          new Recurrence(rule, start).between(start, end + 1).map(compact),
        ).toEqual(temporalStarts(ruleText(rule), start, end));
      }),
      { numRuns: 500, seed: 20_260_730 },
    );
  });
});

/** What a rule yields from its start on: all, or with `...` the first ones. */
type Case = [dtstart: string, rrule: string, starts: string];

const wallOf = (text: string) =>
  Date.parse(
    `${text}T000000`.replace(
      /^(....)(..)(..)T(..)(..)(..).*/,
      '$1-$2-$3T$4:$5:$6Z',
    ),
  );

/** Dates where all starts have the time of DTSTART, times where they have not. */
function found(dtstart: string, rrule: string, wanted: string): string {
  const parsed = parseRecurrenceRule(rrule);
  if (!parsed.ok) throw new Error(parsed.messages.join('; '));
  const start = wallOf(dtstart);
  const isEndless = wanted.endsWith(',...');
  const count = wanted.split(',').length - 1;
  const walls = new Recurrence(parsed.rule, start).between(
    start,
    Date.UTC(2100, 0, 1),
  );
  const texts = (isEndless ? walls.slice(0, count) : walls).map(wall =>
    wanted.includes('T') ? compact(wall) : compact(wall).slice(0, 8),
  );
  return [...texts, ...(isEndless ? ['...'] : [])].join();
}

describe('Rules that libraries get wrong, or once did', () => {
  // RFC 5545 3.3.10, notes 1 and 2: every part has to name the day. Worked out with
  // a calendar; beside each what rrule-temporal 2.2.8 makes of it.
  it.each<Case>([
    // The numbered weekday alone.
    [
      '20240101',
      'FREQ=YEARLY;BYDAY=MO,1TU;COUNT=4',
      '20240101,20240102,20240108,20240115',
    ],
    // Also 2 January 2024, the first Tuesday of the year.
    ['20240101', 'FREQ=YEARLY;BYDAY=53TU', '20241231,20301231,...'],
    // Every day that either part names.
    [
      '20240101',
      'FREQ=YEARLY;BYYEARDAY=1,60;BYMONTHDAY=29',
      '20240229,20280229,...',
    ],
    [
      '20240101',
      'FREQ=YEARLY;BYYEARDAY=1,100;BYDAY=1MO',
      '20240101,20290101,20350101,...',
    ],
    // The second Friday of every year, on whatever day it is.
    ['20240101', 'FREQ=YEARLY;BYMONTHDAY=13;BYDAY=2FR', '20340113,...'],
    // The weekday of the start in that week.
    [
      '20240101',
      'FREQ=YEARLY;BYWEEKNO=1;BYMONTHDAY=31',
      '20241231,20251231,20291231,20301231,20311231,...',
    ],
    ['20240101', 'FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=1', '20270101,...'],
  ])('%s %s', (dtstart, rrule, starts) => {
    expect(found(dtstart, rrule, starts)).toBe(starts);
  });

  // Rules and lists of libical's icalrecur_test.txt, most of them for a bug that was
  // found there; an UNTIL in UTC is read on the clock, since these have no zone.
  it.each<Case>([
    [
      '20241024',
      'FREQ=DAILY;BYMONTHDAY=1,24;COUNT=5',
      '20241024,20241101,20241124,20241201,20241224',
    ],
    [
      '20241030',
      'FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=5',
      '20241030,20241031,20241129,20241130,20241230',
    ],
    [
      '20250220',
      'FREQ=DAILY;BYMONTHDAY=20,-2;UNTIL=20250401',
      '20250220,20250227,20250320,20250330',
    ],
    [
      '20250101T030500',
      'FREQ=DAILY;BYMONTHDAY=1,20;INTERVAL=7;COUNT=2',
      '20250101T030500,20250820T030500',
    ],
    [
      '20170101T090000',
      'FREQ=DAILY;UNTIL=20170131T140000;BYMONTH=1;INTERVAL=3',
      '20170101,20170104,20170107,20170110,20170113,20170116,20170119,20170122,20170125,20170128,20170131',
    ],
    [
      '20240501',
      'FREQ=DAILY;BYMONTH=5,4;BYMONTHDAY=1;COUNT=4',
      '20240501,20250401,20250501,20260401',
    ],
    [
      '20150322',
      'FREQ=WEEKLY;INTERVAL=4;BYDAY=SU;COUNT=4',
      '20150322,20150419,20150517,20150614',
    ],
    [
      '19970901T090000',
      'FREQ=WEEKLY;INTERVAL=2;WKST=WE;BYDAY=MO,WE,FR;COUNT=10',
      '19970901,19970910,19970912,19970915,19970924,19970926,19970929,19971008,19971010,19971013',
    ],
    [
      '20161229T090000',
      'FREQ=WEEKLY;UNTIL=20170127T000000;WKST=MO;BYDAY=SU,TU,TH;INTERVAL=2',
      '20161229,20170101,20170110,20170112,20170115,20170124,20170126',
    ],
    [
      '20190101T100000',
      'FREQ=WEEKLY;BYDAY=WE,FR;INTERVAL=2;COUNT=4',
      '20190102,20190104,20190116,20190118',
    ],
    [
      '20240102T120000',
      'FREQ=WEEKLY;BYDAY=MO,TU,SU,SA,TH;BYSETPOS=3,2;COUNT=4',
      '20240102,20240104,20240109,20240111',
    ],
    [
      '20241023',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,3;COUNT=3',
      '20241023,20241028,20241030',
    ],
    [
      '20150131',
      'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=12',
      '20150131,20150331,20150531,20150731,20150831,20151031,20151231,20160131,20160331,20160531,20160731,20160831',
    ],
    [
      '20150101',
      'FREQ=MONTHLY;BYMONTHDAY=-31;COUNT=12',
      '20150101,20150301,20150501,20150701,20150801,20151001,20151201,20160101,20160301,20160501,20160701,20160801',
    ],
    [
      '20070131T090000',
      'FREQ=MONTHLY;COUNT=12',
      '20070131,20070331,20070531,20070731,20070831,20071031,20071231,20080131,20080331,20080531,20080731,20080831',
    ],
    [
      '20100212',
      'FREQ=MONTHLY;INTERVAL=13;BYMONTH=5;COUNT=3',
      '20130512,20260512,20390512',
    ],
    [
      '20240501',
      'FREQ=MONTHLY;BYMONTH=5,4;COUNT=4',
      '20240501,20250401,20250501,20260401',
    ],
    [
      '20250810',
      'FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10;BYSETPOS=1,2,-1,-2;COUNT=6',
      '20250810,20250901,20250902,20250909,20250910,20251001',
    ],
    [
      '20240101T081200',
      'FREQ=MONTHLY;BYMINUTE=12,39;BYHOUR=8,14,15;BYDAY=1MO,1TU,2SA,3MO;BYSETPOS=1,-5,3,-21,4,-8;COUNT=10',
      '20240101T081200,20240101T141200,20240101T143900,20240113T151200,20240115T083900,20240205T081200,20240205T141200,20240205T143900,20240210T151200,20240219T083900',
    ],
    [
      '20240102T143900',
      'FREQ=MONTHLY;BYMINUTE=12,39;BYHOUR=8,14,15;BYDAY=1MO,1TU,2SA,3MO;BYSETPOS=1,-5,3,-21,4,-8;COUNT=3',
      '20240113T151200,20240115T083900,20240205T081200',
    ],
    // More than 69,000 clock times a month, of which two are taken.
    [
      '20250101T010101',
      'FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYMINUTE=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYSECOND=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYSETPOS=1,-1;COUNT=4',
      '20250101T010101,20250117T161616,20250201T010101,20250217T161616',
    ],
    ['20120229T120000', 'FREQ=YEARLY;UNTIL=20140301T115959', '20120229'],
    [
      '20121231T120000',
      'FREQ=YEARLY;BYYEARDAY=366;COUNT=3',
      '20121231,20161231,20201231',
    ],
    [
      '20120101T120000',
      'FREQ=YEARLY;BYYEARDAY=-366;COUNT=3',
      '20120101,20160101,20200101',
    ],
    [
      '20240103',
      'FREQ=YEARLY;BYYEARDAY=3,2;COUNT=4',
      '20240103,20250102,20250103,20260102',
    ],
    [
      '20240103',
      'FREQ=YEARLY;BYYEARDAY=1,2,3,4,5,6,7;BYSETPOS=3,2;COUNT=4',
      '20240103,20250102,20250103,20260102',
    ],
    [
      '20060331T020000',
      'FREQ=YEARLY;UNTIL=20100326T000000;BYDAY=FR;BYYEARDAY=-275,-276,-277,-278,-279,-280,-281',
      '20060331,20070330,20080328,20090327',
    ],
    [
      '20101029T120000',
      'FREQ=YEARLY;BYDAY=-1FR;BYMONTH=10;UNTIL=20150101T000000',
      '20101029,20111028,20121026,20131025,20141031',
    ],
    [
      '20170201T090000',
      'FREQ=YEARLY;INTERVAL=2;UNTIL=20211231T140000;BYMONTH=2;BYDAY=WE',
      '20170201,20170208,20170215,20170222,20190206,20190213,20190220,20190227,20210203,20210210,20210217,20210224',
    ],
    [
      '20240229T120000',
      'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=29;BYSETPOS=3,2;COUNT=4',
      '20240229,20240329,20250329,20260329',
    ],
    [
      '19970512T090000',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU;COUNT=3',
      '19970512,19980518,19990517',
    ],
    [
      '19970512T090000',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=FR;COUNT=3',
      '19970519,19980518,19990517',
    ],
    [
      '20180213T080001',
      'FREQ=YEARLY;BYWEEKNO=6;BYDAY=TU;WKST=TH;UNTIL=20210612T000000',
      '20180213,20190212,20200211,20210209',
    ],
    // Weeks without a weekday have that of the start, also across the new year.
    [
      '20130101',
      'FREQ=YEARLY;BYWEEKNO=1,2;UNTIL=20170101T000000',
      '20130101,20130108,20131231,20140107,20141230,20150106,20160105,20160112',
    ],
    [
      '20130108',
      'FREQ=YEARLY;BYWEEKNO=1,2;WKST=FR;UNTIL=20170101T000000',
      '20130108,20130115,20140107,20140114,20150106,20150113,20160105,20160112',
    ],
    [
      '20130107',
      'FREQ=YEARLY;BYWEEKNO=1,2;WKST=TU;UNTIL=20170101T000000',
      '20130107,20130114,20140106,20140113,20150105,20150112,20160104,20160111',
    ],
    [
      '20140111',
      'FREQ=YEARLY;BYWEEKNO=1,2;WKST=SU;UNTIL=20180101T000000',
      '20140111,20150110,20150117,20160109,20160116,20170107,20170114',
    ],
    [
      '20130101',
      'FREQ=YEARLY;BYWEEKNO=1,2,-1,-2;BYDAY=TU;UNTIL=20170101T000000',
      '20130101,20130108,20131217,20131224,20131231,20140107,20141216,20141223,20141230,20150106,20151222,20151229,20160105,20160112,20161220,20161227',
    ],
    ['20131224', 'FREQ=YEARLY;BYWEEKNO=-1,-2;COUNT=2', '20131224,20141216'],
    [
      '20130101',
      'FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;UNTIL=20170101T000000',
      '20151229,20160102',
    ],
    [
      '20160102',
      'FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;UNTIL=20170101T000000',
      '20160102',
    ],
    ['20230101', 'FREQ=YEARLY;BYWEEKNO=53;COUNT=1', '20270103'],
    ['20270103', 'FREQ=YEARLY;BYWEEKNO=53;COUNT=1', '20270103'],
    ['20270103', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=1', '20321230'],
    // INTERVAL counts the years of the calendar, from that of the start.
    [
      '20270103',
      'FREQ=YEARLY;BYWEEKNO=53;INTERVAL=5;BYDAY=TH;COUNT=1',
      '20321230',
    ],
    [
      '20270103',
      'FREQ=YEARLY;BYWEEKNO=53;INTERVAL=6;BYDAY=TH;COUNT=1',
      '20931231',
    ],
    [
      '20120101T120000',
      'FREQ=HOURLY;BYHOUR=12;BYYEARDAY=-366;COUNT=3',
      '20120101T120000,20160101T120000,20200101T120000',
    ],
    [
      '20251220',
      'FREQ=HOURLY;BYHOUR=0;BYYEARDAY=360,-2;UNTIL=20260101T000000',
      '20251226T000000,20251230T000000',
    ],
    [
      '20241024T221234',
      'FREQ=HOURLY;BYDAY=TH;BYHOUR=22,23;COUNT=4',
      '20241024T221234,20241024T231234,20241031T221234,20241031T231234',
    ],
    [
      '20241023T154000',
      'FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=2;COUNT=5',
      '20241023T154000,20241023T172000,20241023T174000,20241023T192000,20241023T194000',
    ],
    [
      '20241023T154000',
      'FREQ=DAILY;BYMINUTE=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=5;COUNT=5',
      '20241023T154000,20241028T152000,20241028T154000,20241102T152000,20241102T154000',
    ],
    // With BYHOUR, since it has 144 starts on other days.
    [
      '20241023T001540',
      'FREQ=MINUTELY;BYHOUR=0;BYMINUTE=15,17,19;BYSECOND=0,10,20,30,40,50;BYSETPOS=-2,3;INTERVAL=2;COUNT=5',
      '20241023T001540,20241023T001720,20241023T001740,20241023T001920,20241023T001940',
    ],
    [
      '20250216T015905',
      'FREQ=SECONDLY;BYHOUR=1,2;BYMINUTE=3,4,59;BYSECOND=5,6;UNTIL=20250216T020500',
      '20250216T015905,20250216T015906,20250216T020305,20250216T020306,20250216T020405,20250216T020406',
    ],
    [
      '20250101T051005',
      'FREQ=SECONDLY;BYSECOND=5,25;INTERVAL=61;COUNT=2',
      '20250101T051005,20250101T053025',
    ],
    [
      '20250101T050500',
      'FREQ=MINUTELY;BYMINUTE=5,25;INTERVAL=61;COUNT=6',
      '20250101T050500,20250102T012500,20250103T180500,20250104T142500,20250106T070500,20250107T032500',
    ],
    [
      '20250101T030500',
      'FREQ=HOURLY;BYHOUR=3,6;BYMINUTE=5,15,25;INTERVAL=7;COUNT=6',
      '20250101T030500,20250101T031500,20250101T032500,20250107T060500,20250107T061500,20250107T062500',
    ],
    [
      '20250101T030500',
      'FREQ=HOURLY;BYHOUR=3,6;BYMINUTE=5,15,25;INTERVAL=7;BYSETPOS=1,-1;COUNT=4',
      '20250101T030500,20250101T032500,20250107T060500,20250107T062500',
    ],
    [
      '19970902T090000',
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16,9;BYMINUTE=0,20,40,0;COUNT=2',
      '19970902T090000,19970902T092000',
    ],
    [
      '20111120T100000',
      'FREQ=WEEKLY;COUNT=3;BYDAY=SU,TH,TH',
      '20111120,20111124,20111127',
    ],
  ])('libical: %s %s', (dtstart, rrule, starts) => {
    expect(found(dtstart, rrule, starts)).toBe(starts);
  });

  it('reads BYMONTHDAY of a yearly rule in every month, where libical reads it in that of the start', () => {
    // The table of 3.3.10 lets it expand the year, as BYDAY does.
    expect(
      found('20240229', 'FREQ=YEARLY;BYMONTHDAY=29;COUNT=3', '20240229'),
    ).toBe('20240229,20240329,20240429');
  });

  // RFC 7529 4.1: a day that a month or year does not have.
  it.each<Case>([
    [
      '20140131',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;COUNT=4',
      '20140131,20140331,20140531,20140731',
    ],
    [
      '20140131',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4',
      '20140131,20140228,20140331,20140430',
    ],
    [
      '20140131',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=4',
      '20140131,20140301,20140331,20140501',
    ],
    [
      '20120229',
      'RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;COUNT=4',
      '20120229,20130301,20140301,20150301',
    ],
    [
      '20120229',
      'RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD;COUNT=4',
      '20120229,20130228,20140228,20150228',
    ],
    // 29 to 31 February all become one day.
    [
      '20230101',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29,30,31;SKIP=BACKWARD;COUNT=3',
      '20230228,20240229,20250228',
    ],
    // 31 April becomes 1 May, which the rule has anyway; it counts once.
    [
      '20230401',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD;COUNT=4',
      '20230401,20230501,20230531,20230601',
    ],
    // The 31st from the end of a month of 30 days lies before its beginning.
    [
      '20230401',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-31;SKIP=FORWARD;COUNT=2',
      '20230401,20230501',
    ],
    [
      '20230331',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-31;SKIP=BACKWARD;COUNT=3',
      '20230331,20230501,20230531',
    ],
    [
      '20231231',
      'RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366;SKIP=FORWARD;COUNT=2',
      '20240101,20241231',
    ],
    [
      '20231231',
      'RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366;SKIP=BACKWARD;COUNT=2',
      '20231231,20241231',
    ],
    // BYDAY comes after SKIP, so it looks at the day that was moved.
    [
      '20230101',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=MO;SKIP=FORWARD;COUNT=3',
      '20230501,20230731,20240701',
    ],
  ])('%s %s', (dtstart, rrule, starts) => {
    expect(found(dtstart, rrule, starts)).toBe(starts);
  });
});
