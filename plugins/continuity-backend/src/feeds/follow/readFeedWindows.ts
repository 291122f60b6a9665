import { toError } from '@backstage/errors';
import {
  type CalendarFinding,
  type CheckedFeed,
  formatProblem,
  type FreezeCalendar,
  type FreezeWindow,
  parseFreezeWindow,
  type Problem,
  readICalendarInSteps,
  type Steps,
} from '@continuity/engine';

/** A thousand broken events have one cause. */
const MAX_PROBLEMS = 3;

export type FeedWindows =
  | {
      ok: true;
      windows: FreezeWindow[];
      /** What was understood and freezes nothing, and what else is worth knowing. */
      findings: CalendarFinding[];
      /** How often the feed asks to be fetched. Absent: it does not say. */
      refreshMs?: number;
    }
  /** In words; all of it counts or nothing. */
  | { ok: false; problem: string };

/**
 * The windows that a calendar has by what its feed said, read in steps none of which
 * takes long. Never throws: what cannot be read is an answer.
 */
export function* readFeedWindows(
  content: string,
  calendar: Pick<FreezeCalendar, 'owner'>,
  feed: CheckedFeed,
): Steps<FeedWindows> {
  try {
    return yield* read(content, calendar.owner, feed);
  } catch (error) {
    return { ok: false, problem: toError(error).message };
  }
}

function* read(
  content: string,
  owner: string,
  feed: CheckedFeed,
): Steps<FeedWindows> {
  const { timezone, scope } = feed;
  const reading = yield* readICalendarInSteps(content, { ...feed, owner });
  if (!reading.ok) {
    return { ok: false, problem: inWords(reading.problems) };
  }
  const windows: FreezeWindow[] = [];
  for (const declared of reading.windows) {
    yield;
    const parsed = parseFreezeWindow(declared, `window "${declared.id}"`, {
      timezone,
      owner,
      scope,
    });
    if (!parsed.ok) {
      return { ok: false, problem: inWords(parsed.problems) };
    }
    windows.push(parsed.window);
  }
  const { findings, refreshSeconds } = reading;
  return {
    ok: true,
    windows,
    findings,
    ...(refreshSeconds !== undefined && { refreshMs: refreshSeconds * 1000 }),
  };
}

function inWords(problems: readonly Problem[]): string {
  const said = problems.slice(0, MAX_PROBLEMS).map(formatProblem).join('; ');
  const left = problems.length - MAX_PROBLEMS;
  return left > 0 ? `${said}; and ${left} more` : said;
}

/**
 * Whether two contents say the same. Many servers write the moment of the request
 * into every event (DTSTAMP), which alone changes nothing.
 */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || withoutStamps(one) === withoutStamps(other);
}

function withoutStamps(content: string): string {
  return content.replace(/^DTSTAMP[:;].*\r?\n/gim, '');
}
