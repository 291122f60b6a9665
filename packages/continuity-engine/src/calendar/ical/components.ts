import type { Steps } from '../../steps';
import { showValue, type Problem } from '../../time';
import { parseLine, unfold, type ContentLine } from './contentLines';

/** Larger than any freeze calendar; bounds the work of reading one. */
const MAX_CHARACTERS = 5 * 1024 * 1024;
const MAX_EVENTS = 5_000;
/** A message for each of thousands of broken lines helps nobody. */
export const MAX_PROBLEMS = 20;
/** Of a component's kind, a message shows so many characters. */
const MAX_SHOWN = 40;
const MAX_DEPTH = 6;
/** Between two of its steps; a line takes microseconds. */
const LINES_AT_ONCE = 512;

/** What is read of each kind of component; other properties are passed over. */
const READ: Record<string, ReadonlySet<string>> = {
  VCALENDAR: new Set([
    'VERSION',
    'CALSCALE',
    'METHOD',
    'NAME',
    'X-WR-CALNAME',
    'X-WR-TIMEZONE',
    'REFRESH-INTERVAL',
    'X-PUBLISHED-TTL',
  ]),
  VEVENT: new Set([
    'UID',
    'SEQUENCE',
    'DTSTAMP',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'EXRULE',
    'RDATE',
    'EXDATE',
    'RECURRENCE-ID',
    'STATUS',
    'TRANSP',
    'SUMMARY',
    'DESCRIPTION',
    'LOCATION',
    'URL',
    'CATEGORIES',
  ]),
  VTIMEZONE: new Set(['TZID', 'X-LIC-LOCATION']),
  STANDARD: new Set([
    'DTSTART',
    'TZOFFSETFROM',
    'TZOFFSETTO',
    'RRULE',
    'RDATE',
  ]),
  DAYLIGHT: new Set([
    'DTSTART',
    'TZOFFSETFROM',
    'TZOFFSETTO',
    'RRULE',
    'RDATE',
  ]),
};

/**
 * The other properties of an event: of RFC 5545, 7986, 9073 and 9253. A name that is
 * in neither list is somebody's own, or misspelt: `RRULES` would lose every occurrence.
 */
const KNOWN_OF_EVENTS: ReadonlySet<string> = new Set([
  'ATTACH',
  'ATTENDEE',
  'CALENDAR-ADDRESS',
  'CLASS',
  'COLOR',
  'COMMENT',
  'COMPLETED',
  'CONCEPT',
  'CONFERENCE',
  'CONTACT',
  'CREATED',
  'DUE',
  'GEO',
  'IMAGE',
  'LAST-MODIFIED',
  'LINK',
  'LOCATION-TYPE',
  'ORGANIZER',
  'PARTICIPANT-TYPE',
  'PERCENT-COMPLETE',
  'PRIORITY',
  'REFID',
  'RELATED-TO',
  'REQUEST-STATUS',
  'RESOURCES',
  'RESOURCE-TYPE',
  'SOURCE',
  'STRUCTURED-DATA',
  'STYLED-DESCRIPTION',
]);
const MAX_UNKNOWN = 10;

/** Halves of characters and control characters, which no database holds as text. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /[\p{Surrogate}\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;

/** Our own properties, see `continuityProperties.ts`. */
const OURS = /^X-CONTINUITY-/;

/** What a component may stand in; one that stands elsewhere is passed over. */
const PARENT: Record<string, readonly string[]> = {
  VCALENDAR: [''],
  VEVENT: ['VCALENDAR'],
  VTIMEZONE: ['VCALENDAR'],
  STANDARD: ['VTIMEZONE'],
  DAYLIGHT: ['VTIMEZONE'],
};

/** A component with those of its properties that are read. */
export interface Component {
  kind: string;
  /** Line of its BEGIN. */
  number: number;
  properties: ContentLine[];
  children: Component[];
}

/** A file taken apart. */
export interface ComponentTree {
  calendars: Component[];
  /** How many components of a kind were passed over, e.g. VALARM. */
  passedOver: ReadonlyMap<string, number>;
  /** Names of properties of events that no program is known to write. */
  unknownProperties: ReadonlySet<string>;
  /** Characters that were not UTF-8 and cannot be got back. */
  lostCharacters: number;
}

/**
 * Takes an iCalendar file apart into its components. A file that breaks off, or in
 * which a BEGIN and an END do not belong together, is refused as a whole: whatever
 * is missing from it might be a freeze. In steps, none of which takes long.
 */
export function* readComponents(
  text: string,
): Steps<
  { ok: true; tree: ComponentTree } | { ok: false; problems: Problem[] }
> {
  if (text.length > MAX_CHARACTERS) {
    return refuse({
      path: 'VCALENDAR',
      message: `is ${text.length} characters long; expected at most ${MAX_CHARACTERS}`,
    });
  }
  const problems: Problem[] = [];
  const passedOver = new Map<string, number>();
  const unknownProperties = new Set<string>();
  const root: Component = { kind: '', number: 0, properties: [], children: [] };
  const open: { component: Component; read: boolean }[] = [
    { component: root, read: true },
  ];
  let events = 0;
  const clean = text.replace(UNSTORABLE, '\uFFFD');
  let lines = 0;
  for (const raw of unfold(clean)) {
    lines += 1;
    if (lines % LINES_AT_ONCE === 0) yield;
    const { component, read } = open[open.length - 1];
    if (open.length === 1 && ('broken' in raw || raw.name !== 'BEGIN')) {
      const shown = 'broken' in raw ? raw.broken : raw.text;
      return refuse({
        path: `line ${raw.number}`,
        message: `${showValue(
          shown,
        )} is not part of a calendar; expected BEGIN:VCALENDAR${
          root.children.length > 0 ? ' or the end of the file' : ''
        }`,
      });
    }
    if ('broken' in raw) {
      if (read) {
        problems.push({
          path: `line ${raw.number}`,
          message: `${showValue(raw.broken)} in a ${
            component.kind
          } is not a property; expected NAME:value, or a space at the beginning of a line that continues the one before`,
        });
      }
    } else if (raw.name === 'BEGIN') {
      const kind = valueOf(raw.text);
      const reads = read && (PARENT[kind]?.includes(component.kind) ?? false);
      // Passing over an event because it stands in the wrong place would lose a freeze.
      if (!reads && (open.length === 1 || kind in PARENT)) {
        return refuse({
          path: `line ${raw.number}`,
          message: `${showValue(raw.text)} stands in ${
            brief(component.kind) || 'no calendar'
          }; expected ${
            open.length === 1
              ? 'BEGIN:VCALENDAR'
              : `it in ${PARENT[kind].join(' or ')}`
          }`,
        });
      }
      if (open.length > MAX_DEPTH) {
        return refuse({
          path: `line ${raw.number}`,
          message: `${showValue(
            raw.text,
          )} stands in ${MAX_DEPTH} other components; expected less nesting`,
        });
      }
      const child: Component = {
        kind,
        number: raw.number,
        properties: [],
        children: [],
      };
      if (reads) {
        component.children.push(child);
        if (kind === 'VEVENT') events += 1;
      } else if (read) {
        const counted = passedOver.size < 50 ? kind : 'others';
        passedOver.set(counted, (passedOver.get(counted) ?? 0) + 1);
      }
      open.push({ component: child, read: reads });
    } else if (raw.name === 'END') {
      const kind = valueOf(raw.text);
      if (kind !== component.kind) {
        return refuse({
          path: `line ${raw.number}`,
          message: `${showValue(
            raw.text,
          )} ends what is not open; expected END:${brief(
            component.kind,
          )} for line ${component.number}`,
        });
      }
      open.pop();
    } else if (read && isRead(component.kind, raw.name)) {
      const line = parseLine(raw);
      if (line) component.properties.push(line);
      else {
        problems.push({
          path: `line ${raw.number}`,
          message: `${showValue(
            raw.text,
          )} is not a property; expected NAME;PARAMETER=value:value`,
        });
      }
    } else if (
      read &&
      component.kind === 'VEVENT' &&
      !raw.name.startsWith('X-') &&
      !KNOWN_OF_EVENTS.has(raw.name) &&
      unknownProperties.size < MAX_UNKNOWN
    ) {
      unknownProperties.add(raw.name);
    }
    if (problems.length >= MAX_PROBLEMS) return { ok: false, problems };
    if (events > MAX_EVENTS) {
      return refuse({
        path: 'VCALENDAR',
        message: `has more than ${MAX_EVENTS} events; expected fewer in a freeze calendar`,
      });
    }
  }
  if (open.length > 1) {
    const { kind, number } = open[open.length - 1].component;
    return refuse({
      path: `line ${number}`,
      message: `BEGIN:${brief(
        kind,
      )} has no END, so the file breaks off; expected END:${brief(kind)}`,
    });
  }
  if (root.children.length === 0) {
    return refuse({
      path: 'VCALENDAR',
      message: 'is missing; expected a file that begins with BEGIN:VCALENDAR',
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    tree: {
      calendars: root.children,
      passedOver,
      unknownProperties,
      lostCharacters: clean.split('\uFFFD').length - 1,
    },
  };
}

function isRead(kind: string, name: string): boolean {
  return READ[kind]?.has(name) || (kind === 'VEVENT' && OURS.test(name));
}

function valueOf(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toLocaleUpperCase('en-US');
}

/** A kind as a message shows it: a file may call a component whatever it likes. */
function brief(kind: string): string {
  return kind.length > MAX_SHOWN ? `${kind.slice(0, MAX_SHOWN)}...` : kind;
}

function refuse(problem: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [problem] };
}
