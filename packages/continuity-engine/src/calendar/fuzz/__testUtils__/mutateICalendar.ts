import { mutateText } from './mutateText';
import type { Random } from './random';

const TIMES = [
  '20260308T021500',
  '20261101T013000',
  '20261101T060000Z',
  '20260329T023000',
  '19691231T235959Z',
  '19700101T000000Z',
  '21991231T235959Z',
  '22000101T000000Z',
  '99991231T235959Z',
  '00000000T000000',
  '20260230T100000',
  '20261231T240000',
  '20261231T235960Z',
  '20260101T100000+0100',
  '20260615',
  '20280229',
  '20260615T180000',
  '20260615T180000Z',
  '20260615T180000Z/PT2H',
  '16010101T000000',
  '',
];
const DURATIONS = [
  'PT30M',
  'PT12H',
  'P1D',
  'P1W',
  'P7DT12H',
  'PT0S',
  '-PT1H',
  '+PT1H',
  'P1M',
  'P1Y',
  'PT1H30',
  'P',
  'PT',
  'P36500D',
  'P99999999999D',
  'PT999999999999999H',
];
const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;COUNT=3',
  'FREQ=DAILY;COUNT=10000',
  'FREQ=DAILY;COUNT=5000000',
  'FREQ=WEEKLY;BYDAY=MO,FR;INTERVAL=2',
  'FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20300101T000000Z',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=YEARLY;INTERVAL=100000',
  'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
  'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-366,366',
  'FREQ=YEARLY;BYYEARDAY=-366',
  'FREQ=HOURLY',
  'FREQ=HOURLY;INTERVAL=99999',
  'FREQ=MINUTELY;INTERVAL=15',
  'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=SECONDLY',
  'FREQ=SECONDLY;INTERVAL=100000',
  'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYMINUTE=1;BYSECOND=1',
  'FREQ=DAILY;UNTIL=19990101',
  'FREQ=DAILY;X-PART=1',
  'FREQ=',
  '',
  'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=31',
  'RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L',
];
const ZONES = [
  'Europe/Zurich',
  'America/New_York',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'W. Europe Standard Time',
  'Eastern Standard Time',
  '/freeassociation.sourceforge.net/Asia/Kolkata',
  'Customized Time Zone',
  'Nowhere/Nothing',
  'Etc/GMT+5',
  'UTC',
  'GMT+25:00',
  'constructor',
];

/** A property with a value that may stand in an event, or that may not. */
function property(random: Random): string {
  const zone = random.chance(0.5) ? `;TZID=${random.pick(ZONES)}` : '';
  const day = random.chance(0.2) ? ';VALUE=DATE' : '';
  const when = () => `${zone}${day}:${random.pick(TIMES)}`;
  const list = () =>
    `${zone}:${Array.from({ length: 1 + random.below(40) }, () =>
      random.pick(TIMES),
    ).join(',')}`;
  return random.pick([
    () => `DTSTART${when()}`,
    () => `DTEND${when()}`,
    () => `DURATION:${random.pick(DURATIONS)}`,
    () => `RRULE:${random.pick(RULES)}`,
    () => `EXDATE${list()}`,
    () => `RDATE${list()}`,
    () => `RDATE;VALUE=PERIOD${list()}`,
    () => `RECURRENCE-ID${when()}`,
    () => `RECURRENCE-ID;RANGE=THISANDFUTURE${when()}`,
    () => `EXRULE:${random.pick(RULES)}`,
    () =>
      `STATUS:${random.pick([
        'CANCELLED',
        'CONFIRMED',
        'TENTATIVE',
        'cancelled',
        'X',
      ])}`,
    () => `SEQUENCE:${random.pick(['0', '1', '99', '-1', 'x', '1e9'])}`,
    () =>
      `UID:${random.pick([
        'same',
        'same',
        'other',
        '',
        'yearend77@google.com',
      ])}`,
    () => `SUMMARY:${random.pick(['', 'Same title', 'x'.repeat(300)])}`,
    () => `DTSTAMP:${random.pick(TIMES)}`,
    () => `CATEGORIES:${random.pick(['Freeze', 'Holiday,Freeze', '', ',,'])}`,
    () => `METHOD:${random.pick(['CANCEL', 'REPLY', 'PUBLISH'])}`,
    () => 'X-CONTINUITY-SCOPE:{"tiers":["tier-1"]}',
    () => `X-CONTINUITY-ENFORCEMENT:${random.pick(['warn', 'nothing'])}`,
    () => `X-CONTINUITY-DURATION:${random.pick(DURATIONS)}`,
    () => `X-CONTINUITY-RRULE:${random.pick(RULES)}`,
    () => `X-CONTINUITY-START:${random.pick(TIMES)}`,
    () => 'TZOFFSETTO:+0530',
    () => 'X-LIC-LOCATION:Asia/Kolkata',
    () => 'X-ANYTHING;A="b:c";D=e:f',
    () =>
      `${random.pick(['BEGIN', 'END'])}:${random.pick([
        'VEVENT',
        'VALARM',
        'VCALENDAR',
        'VTIMEZONE',
        'STANDARD',
        'X-THING',
      ])}`,
  ])();
}

type LineMutation = (
  lines: string[],
  random: Random,
  other: () => string[],
) => void;

const STRUCTURAL: readonly LineMutation[] = [
  // Another property, or another value of one.
  (lines, random) => {
    lines.splice(random.below(lines.length + 1), 0, property(random));
  },
  (lines, random) => {
    const next = property(random);
    const [name] = next.split(/[:;]/);
    const found = indexesOf(lines, line => line.startsWith(name));
    if (found.length > 0) lines[random.pick(found)] = next;
    else lines.splice(random.below(lines.length + 1), 0, next);
  },
  // An event comes twice, is moved, or is lost with its contents.
  (lines, random) => {
    const block = component(lines, random);
    lines.splice(random.below(lines.length + 1), 0, ...block.lines);
  },
  (lines, random) => {
    const block = component(lines, random);
    lines.splice(block.at, 0, ...block.lines);
  },
  (lines, random) => {
    const block = component(lines, random);
    lines.splice(block.at, block.lines.length);
  },
  // Something of another file.
  (lines, random, other) => {
    const from = other();
    const block = component(from, random);
    lines.splice(random.below(lines.length + 1), 0, ...block.lines);
  },
  (lines, random, other) => {
    const last = lines.lastIndexOf('END:VEVENT');
    if (last < 0) return;
    lines.splice(last + 1, 0, ...component(other(), random).lines);
  },
  // Two files in one.
  (lines, _, other) => {
    lines.push(...other());
  },
  // Within another component.
  (lines, random) => {
    const block = component(lines, random);
    lines.splice(block.at + block.lines.length, 0, 'END:X-WRAP');
    lines.splice(block.at, 0, 'BEGIN:X-WRAP');
  },
  // Folded anew, which means the same.
  (lines, random) => {
    const at = random.below(lines.length);
    const line = lines[at];
    const cut = random.below(line.length + 1);
    lines.splice(at, 1, line.slice(0, cut), ` ${line.slice(cut)}`);
  },
  // Many of a kind.
  (lines, random) => {
    const line = property(random);
    const at = random.below(lines.length + 1);
    lines.splice(at, 0, ...new Array<string>(random.below(50)).fill(line));
  },
  // Another zone in an event.
  (lines, random) => {
    const found = indexesOf(lines, line => line.includes('TZID='));
    if (found.length === 0) return;
    const at = random.pick(found);
    lines[at] = lines[at].replace(
      /TZID=("[^"]*"|[^:;]*)/,
      `TZID=${random.pick(ZONES)}`,
    );
  },
];

/** A file of the corpus with a few things wrong. */
export function mutateICalendar(
  corpus: readonly string[],
  random: Random,
): string {
  let text = random.pick(corpus);
  if (random.chance(0.7)) text = excerpt(text, random);
  for (let left = 1 + random.below(5); left > 0; left--) {
    if (random.chance(0.3)) text = mutateText(text, random);
    else {
      const separator = text.includes('\r\n') ? '\r\n' : '\n';
      const lines = text.split(separator);
      random.pick(STRUCTURAL)(lines, random, () =>
        random.pick(corpus).split('\r\n'),
      );
      text = lines.join(separator);
    }
  }
  return text;
}

/** The file with one or two of its events, which is read sooner. */
function excerpt(text: string, random: Random): string {
  const events = text.split(/(?=BEGIN:VEVENT)/).length - 1;
  const kept = [random.below(events), random.below(events)];
  let index = -1;
  return text.replace(/BEGIN:VEVENT.*?END:VEVENT\r\n/gs, event => {
    index += 1;
    return kept.includes(index) ? event : '';
  });
}

function indexesOf(
  lines: readonly string[],
  matches: (line: string) => boolean,
): number[] {
  return lines.flatMap((line, index) => (matches(line) ? [index] : []));
}

/** A component, of events rather than of others. */
function component(
  lines: readonly string[],
  random: Random,
): { at: number; lines: string[] } {
  const kind = random.chance(0.7) ? 'VEVENT' : 'VTIMEZONE';
  const begins = indexesOf(lines, line => line === `BEGIN:${kind}`);
  if (begins.length === 0) return { at: 0, lines: [] };
  const at = random.pick(begins);
  const end = lines.indexOf(`END:${kind}`, at);
  return { at, lines: lines.slice(at, end < 0 ? at + 1 : end + 1) };
}
