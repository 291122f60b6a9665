import { finish, type Steps } from '../../steps';
import { durationSeconds, showValue, type Problem } from '../../time';
import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import type {
  CalendarFinding,
  Enforcement,
  FreezeWindowDeclaration,
  WindowEffect,
  WindowScope,
  CalendarFeedDeclaration,
} from '../types';
import {
  readComponents,
  type Component,
  type ComponentTree,
} from './components';
import { textOf } from './contentLines';
import { OURS } from './continuityProperties';
import { parseIcalDuration } from './icalTimes';
import { readEvent, type IcalEvent } from './readEvent';
import { ReadingLog } from './ReadingLog';
import { categoryRules, type CategoryRules } from './series/categoryRules';
import { declareSeries } from './series/declareSeries';
import { EventClock } from './series/EventClock';
import { seriesOf } from './series/seriesOf';
import type { WindowDraft } from './series/WindowDraft';
import { WindowIds, kebab } from './windowIds';
import { ZoneResolver } from './zones/ZoneResolver';

/** How the events of a file become windows. */
export interface ICalendarOptions {
  /** IANA zone in which dates and times without a zone are read. */
  timezone: string;
  /** Entity ref of who answers for the calendar. */
  owner: string;
  /** Why, for events without a DESCRIPTION. */
  reason: string;
  effect?: WindowEffect;
  enforcement?: Enforcement;
  /** Only events with one of these CATEGORIES become windows. Absent: all. */
  categories?: readonly string[];
  /** Scopes by category; an event with several is for all of them. */
  scopes?: CalendarFeedDeclaration['scopes'];
  /** Whom the calendar is for; what a category says replaces it part by part. */
  scope?: WindowScope;
  /**
   * Whether the `X-CONTINUITY-` properties of our own export count. For a file that
   * somebody hands over. Not for a feed: whoever publishes it could make a freeze a
   * warning, or a maintenance window, without anybody here having said so.
   */
  continuityProperties?: boolean;
}

/** What a file says; or, when anything in it could not be understood, what that is. */
export type ICalendarReading =
  | {
      ok: true;
      windows: FreezeWindowDeclaration[];
      findings: CalendarFinding[];
      /** What the file calls itself. */
      name?: string;
      /** How often it asks to be fetched (RFC 7986 5.7). */
      refreshSeconds?: number;
    }
  | { ok: false; problems: [Problem, ...Problem[]] };

/** Messages about a calendar that say something about people, not about what takes place. */
const ACCEPTED_METHODS = ['PUBLISH', 'REQUEST', 'ADD', 'CANCEL'];

/**
 * Reads an iCalendar file (RFC 5545, with RFC 7986 and 7529 where they touch) as
 * declarations of freeze windows. Every one of them passes {@link parseFreezeWindow}.
 *
 * All or nothing: a file with one event that cannot be understood is not read at
 * all, for that event may be the freeze that counts. Whoever asks keeps what was
 * good before. What was understood and is not a window - cancelled, of another
 * category, without any length - stands in the findings.
 *
 * DTEND keeps its clock time as a window's `end` does, a DURATION of hours is exact.
 * Dates, and times without a zone, are read in `options.timezone`.
 *
 * @throws RangeError when `options.timezone` is not an IANA zone.
 */
export function readICalendar(
  text: string,
  options: ICalendarOptions,
): ICalendarReading {
  return finish(readICalendarInSteps(text, options));
}

/**
 * {@link readICalendar} in steps, none of which takes long, for whoever has others
 * waiting.
 *
 * @throws RangeError when `options.timezone` is not an IANA zone.
 */
export function* readICalendarInSteps(
  text: string,
  options: ICalendarOptions,
): Steps<ICalendarReading> {
  const reading = yield* readComponents(text);
  if (!reading.ok) return failed(reading.problems);
  const { tree } = reading;
  const log = new ReadingLog();
  const categories = categoryRules(options);
  const ids = new WindowIds();
  const windows: FreezeWindowDeclaration[] = [];
  for (const calendar of tree.calendars) {
    const drafts = yield* draftsOf(calendar, options, categories, log);
    for (const draft of drafts) {
      yield;
      windows.push(...checked(draft, options, categories, ids, log));
      if (log.isFull) return failed(log.problems);
    }
  }
  if (log.problems.length > 0) return failed(log.problems);
  notePassedOver(tree, log);
  const [first] = tree.calendars;
  const name = property(first, 'NAME') ?? property(first, 'X-WR-CALNAME');
  const refreshSeconds = refreshOf(first);
  return {
    ok: true,
    windows,
    findings: log.findings,
    ...(name !== undefined && { name }),
    ...(refreshSeconds !== undefined && { refreshSeconds }),
  };
}

/** The windows of one VCALENDAR, as far as nothing in it is a problem. */
function* draftsOf(
  calendar: Component,
  options: ICalendarOptions,
  categories: CategoryRules,
  log: ReadingLog,
): Steps<WindowDraft[]> {
  if (!isReadable(calendar, options, log)) return [];
  const cancels = property(calendar, 'METHOD')?.toUpperCase() === 'CANCEL';
  const events: IcalEvent[] = [];
  for (const component of calendar.children) {
    if (component.kind !== 'VEVENT') continue;
    yield;
    const event = readEvent(component, log);
    if (log.isFull) return [];
    if (event) events.push(cancels ? { ...event, cancelled: true } : event);
  }
  const zones = new ZoneResolver(
    calendar.children.filter(child => child.kind === 'VTIMEZONE'),
    yearsThatMatter(events),
    options.timezone,
  );
  const context = {
    clock: new EventClock(zones, options.timezone, log),
    log,
    categories,
    reason: options.reason,
    ours: options.continuityProperties ?? false,
  };
  const drafts: WindowDraft[] = [];
  for (const series of seriesOf(events, log)) {
    yield;
    drafts.push(...declareSeries(series, context));
    if (log.isFull) break;
  }
  return drafts;
}

function isReadable(
  calendar: Component,
  { timezone }: ICalendarOptions,
  log: ReadingLog,
): boolean {
  const path = `VCALENDAR (line ${calendar.number})`;
  const before = log.problems.length;
  const version = property(calendar, 'VERSION');
  if (version !== undefined && version !== '2.0') {
    log.refuse(
      `${path}.VERSION`,
      `${JSON.stringify(version)} is not iCalendar; expected 2.0`,
    );
  }
  const scale = property(calendar, 'CALSCALE')?.toUpperCase();
  if (scale !== undefined && scale !== 'GREGORIAN') {
    log.refuse(
      `${path}.CALSCALE`,
      `${JSON.stringify(scale)} is not accepted; expected GREGORIAN`,
    );
  }
  const method = property(calendar, 'METHOD')?.toUpperCase();
  if (method !== undefined && !ACCEPTED_METHODS.includes(method)) {
    log.refuse(
      `${path}.METHOD`,
      `${JSON.stringify(
        method,
      )} is a message about a calendar and not one; expected ${ACCEPTED_METHODS.join(
        ', ',
      )} or none`,
    );
  }
  const own = property(calendar, 'X-WR-TIMEZONE');
  if (own !== undefined && own !== timezone) {
    const shown = showValue(own);
    log.note({
      severity: 'info',
      message: `The file says that its time zone is ${shown}; dates and times without a zone are read in ${timezone}, the zone that the calendar was declared with.`,
      remedy: `Declare the calendar with ${shown}, if its all-day events are meant there.`,
    });
  }
  return log.problems.length === before;
}

/**
 * The years over which a VTIMEZONE has to agree with a zone: from the oldest event to
 * some years after the newest. Where events say when they were written, only from
 * the year before: Windows applies today's rules to all of the past.
 */
function yearsThatMatter(events: readonly IcalEvent[]): {
  from: number;
  to: number;
} {
  const year = (at: number) => new Date(at).getUTCFullYear();
  const starts = events.map(({ start }) =>
    year(start.kind === 'utc' ? start.instant : start.wall),
  );
  const stamps = events.flatMap(({ stamp }) =>
    stamp === undefined ? [] : year(stamp),
  );
  const latest = [...starts, ...stamps].reduce((a, b) => Math.max(a, b), 1970);
  const written = stamps.reduce((a, b) => Math.max(a, b), 0);
  const earliest = starts.reduce((a, b) => Math.min(a, b), 2199);
  const to = Math.min(latest + 5, 2199);
  return { from: Math.max(earliest, written - 1, to - 30, 1971), to };
}

/** A draft with its id and scope, once for each category that has one; checked. */
function checked(
  draft: WindowDraft,
  options: ICalendarOptions,
  categories: CategoryRules,
  ids: WindowIds,
  log: ReadingLog,
): FreezeWindowDeclaration[] {
  const { event, key } = draft;
  const { scope, ...properties } = options.continuityProperties
    ? ownProperties(event, log)
    : { scope: undefined };
  const own = options.continuityProperties
    ? event.ours.get(OURS.window)
    : undefined;
  const scopes =
    scope === undefined
      ? categories.scoped(draft.categories).map(category => ({
          scope: categories.scopeOf(category),
          category,
        }))
      : [];
  const variants =
    scopes.length > 0 ? scopes : [{ scope, category: undefined }];
  return variants.flatMap(variant => {
    const named = event.uid ?? event.summary ?? '';
    const declaration = {
      id:
        own !== undefined && key === event.uid
          ? ids.take(kebab(own))
          : ids.idFor(named, `${key}\n${variant.category ?? ''}`),
      ...(options.effect !== undefined && { effect: options.effect }),
      ...(options.enforcement !== undefined && {
        enforcement: options.enforcement,
      }),
      ...draft.window,
      ...properties,
      ...(variant.scope !== undefined && { scope: variant.scope }),
    };
    const parsed = parseFreezeWindow(declaration, event.path, {
      timezone: options.timezone,
      owner: options.owner,
      scope: options.scope ?? {},
    });
    if (parsed.ok) return [declaration as FreezeWindowDeclaration];
    log.problems.push(...parsed.problems);
    return [];
  });
}

/** What our own export says of a window; the parser of windows judges the values. */
function ownProperties(
  { ours, path }: IcalEvent,
  log: ReadingLog,
): { scope?: unknown } {
  const [effect, enforcement, onRunning, owner] = [
    ours.get(OURS.effect),
    ours.get(OURS.enforcement),
    ours.get(OURS.onRunning),
    ours.get(OURS.owner),
  ];
  const exempt = ours.get(OURS.rollbacksExempt);
  const scope = scopeIn(ours.get(OURS.scope), path, log);
  return {
    ...(effect !== undefined && { effect }),
    ...(enforcement !== undefined && { enforcement }),
    ...(onRunning !== undefined && { onRunning }),
    ...(exempt !== undefined && { rollbacksExempt: exempt === 'TRUE' }),
    ...(owner !== undefined && { owner }),
    ...(scope !== undefined && { scope }),
  };
}

function scopeIn(
  json: string | undefined,
  path: string,
  log: ReadingLog,
): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return log.refuse(
      `${path}.${OURS.scope}`,
      'is not JSON; expected what the export wrote',
    );
  }
}

function notePassedOver(
  { passedOver, unknownProperties, lostCharacters }: ComponentTree,
  log: ReadingLog,
): void {
  if (passedOver.size > 0) {
    const kinds = [...passedOver]
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ');
    log.note({
      severity: 'info',
      message: `Only events become windows; passed over were ${kinds}.`,
      remedy: 'Nothing has to be done.',
    });
  }
  if (unknownProperties.size > 0) {
    const names = [...unknownProperties].map(name => showValue(name));
    log.note({
      severity: 'warning',
      message: `Events have properties that iCalendar does not know and that do not count: ${names.join(
        ', ',
      )}.`,
      remedy:
        'See that it is not a misspelt one, such as RRULES for RRULE; names of your own begin with X-.',
    });
  }
  if (lostCharacters > 0) {
    log.note({
      severity: 'warning',
      message: `${
        lostCharacters === 1 ? 'A character' : `${lostCharacters} characters`
      } of the file cannot be read, because it is not in UTF-8 (RFC 5545 3.1.4) or was folded within one.`,
      remedy: 'Publish the file in UTF-8.',
    });
  }
}

function property(component: Component, name: string): string | undefined {
  const line = component.properties.find(one => one.name === name);
  const text = line && textOf(line.value).trim();
  return text ? text : undefined;
}

function refreshOf(calendar: Component): number | undefined {
  const text =
    property(calendar, 'REFRESH-INTERVAL') ??
    property(calendar, 'X-PUBLISHED-TTL');
  const duration = text === undefined ? undefined : parseIcalDuration(text);
  return duration && !duration.empty
    ? durationSeconds(duration.iso)
    : undefined;
}

function failed(problems: Problem[]): ICalendarReading {
  const [first, ...rest] = problems;
  return { ok: false, problems: [first, ...rest] };
}
